import type { Policy } from './policy.ts';

/** strict: who asked or last edited may not approve; single-person: he may, with a reason on record. */
export type Duties = 'strict' | 'single-person';

/** The policy a decision is made under. */
export interface PolicyInForce extends Policy {
  /** 1, 2, …; every decision records it. */
  readonly version: number;
  /** What `approval.separationOfDuties` comes to in this office. */
  readonly duties: Duties;
}

/**
 * Unless the office says otherwise, whoever is alone signs in the second role too, with a reason on record; from two users on it
 * takes two pairs of eyes.
 */
export function policyInForce(
  { version, policy }: { readonly version: number; readonly policy: Policy },
  users: number,
): PolicyInForce {
  const { separationOfDuties } = policy.approval;
  const automatic = users > 1 ? 'strict' : 'single-person';
  return { ...policy, version, duties: separationOfDuties === 'automatic' ? automatic : separationOfDuties };
}
