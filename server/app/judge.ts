import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { Given } from '../../core/check/context.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { redacted } from '../../core/check/redact.ts';
import { checkPolicyOf } from '../../core/policy/check-policy.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import type { Caller } from './company.ts';

/** The one rule set (X9), with the company's day, currency, tax and policy, and the caller's authority. */
export const checked = (caller: Caller, batch: ParsedBatch, knowledge: Knowledge): CheckResult =>
  checkOrders({ batch, ...givenTo(caller, knowledge) });

/** What rows are judged by when this caller asks. */
export const givenTo = ({ profile, policy, moment, user }: Caller, knowledge: Knowledge): Given => ({
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
