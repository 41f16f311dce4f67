import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { type BookNeeded, missingBooks } from '../../core/check/missing-books.ts';
import { redacted } from '../../core/check/redact.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import type { Caller } from './company.ts';
import { knowledgeFor } from './knowledge.ts';

/** The one rule set (X9), with the company's day, currency and tax, and the caller's authority. */
export const checked = ({ profile, moment, user }: Caller, batch: ParsedBatch, knowledge: Knowledge): CheckResult =>
  checkOrders({
    batch,
    knowledge,
    today: moment.today,
    currency: profile.currency,
    taxRate: profile.taxRate as Decimal,
    roles: user.roles,
  });

/** Findings as the caller may see them: that a margin is too low, not what the goods cost. */
export function shownTo({ user }: Caller, findings: readonly Finding[]): readonly Finding[] {
  const secrets = secretsFrom(user.roles);
  return findings.map((finding) => redacted(finding, secrets));
}

/** A dry run of posting: the server's own check, with what only it knows, and the books it would want. Nothing is stored. */
export async function checkRows(
  caller: Caller,
  batch: ParsedBatch,
): Promise<{ readonly findings: readonly Finding[]; readonly missing: readonly BookNeeded[] }> {
  const knowledge = await knowledgeFor(caller, batch);
  return { findings: shownTo(caller, checked(caller, batch, knowledge).findings), missing: missingBooks(knowledge) };
}
