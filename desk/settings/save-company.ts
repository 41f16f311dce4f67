import type { Policy } from '../../core/policy/policy.ts';
import { changesBetween } from '../../core/policy/policy-version.ts';
import type { Client } from '../../core/wire/client.ts';
import type { CompanyLetterhead } from '../../core/wire/company.ts';

/** The policy as it was looked at. */
export interface SeenPolicy {
  readonly version: number;
  readonly policy: Policy;
}

/** The letterhead and, where the form says something new of it, the policy; each to its own endpoint. Returns the policy kept. */
export async function saveCompany(
  client: Client,
  said: { readonly letterhead: CompanyLetterhead; readonly policy: Policy; readonly reason: string },
  seen: SeenPolicy,
): Promise<SeenPolicy> {
  const { letterhead, policy, reason } = said;
  await client.call('saveCompany', { body: letterhead });
  if (changesBetween(seen.policy, policy).length === 0) return seen;
  return client.call('savePolicy', { body: { policy, reason }, seenVersion: seen.version });
}
