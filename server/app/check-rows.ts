import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { missingBooks } from '../../core/check/missing-books.ts';
import { redacted } from '../../core/check/redact.ts';
import { checkPolicyOf } from '../../core/policy/check-policy.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import type { Caller } from './company.ts';
import { knowledgeFor } from './knowledge.ts';
import { against, asBefore } from './turned-away.ts';

/** The one rule set (X9), with the company's day, currency, tax and policy, and the caller's authority. */
export const checked = (
  { profile, policy, moment, user }: Caller,
  batch: ParsedBatch,
  knowledge: Knowledge,
): CheckResult =>
  checkOrders({
    batch,
    knowledge,
    today: moment.today,
    currency: profile.currency,
    policy: checkPolicyOf(policy),
    taxRate: profile.taxRate as Decimal,
    roles: user.roles,
  });

/** Findings as the caller may see them: that a margin is too low, not what the goods cost. */
export function shownTo({ user }: Caller, findings: readonly Finding[]): readonly Finding[] {
  const secrets = secretsFrom(user.roles);
  return findings.map((finding) => redacted(finding, secrets));
}

/**
 * A dry run of posting: the server's own check, with what only it knows, and what posting would not take and why. Nothing is
 * stored.
 */
export async function checkRows(caller: Caller, batch: ParsedBatch) {
  const knowledge = await knowledgeFor(caller, batch);
  const judged = checked(caller, batch, knowledge);
  const turnedAway: { order: number; findings: readonly Finding[] }[] = [];
  for (const [index, { order, checked: sound, findings, customerCode }] of judged.orders.entries()) {
    if (sound !== null || (await asBefore(caller, order, customerCode, true)) !== null) continue;
    const errors = against(order, findings, batch, judged).filter(({ severity }) => severity === 'error');
    turnedAway.push({ order: index, findings: shownTo(caller, errors) });
  }
  return { findings: shownTo(caller, judged.findings), missing: missingBooks(knowledge), turnedAway };
}
