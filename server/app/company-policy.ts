import type { Refusal } from '../../core/order/refusal.ts';
import type { CompanyProfile } from '../../core/policy/company.ts';
import { firstPolicy } from '../../core/policy/first-policy.ts';
import { type PolicyInForce, policyInForce } from '../../core/policy/in-force.ts';
import { completedPolicy, type Policy } from '../../core/policy/policy.ts';
import { changesBetween, type PolicyVersion } from '../../core/policy/policy-version.ts';
import type { Instant } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Accounts } from '../ports.ts';
import { actorOf, type Caller } from './company.ts';

/** Asked for with every request: what decisions of this company are made under now. */
export async function companyPolicy(accounts: Accounts): Promise<PolicyInForce> {
  const { currency } = await accounts.profile();
  const last = lastOf(await accounts.policies());
  return policyInForce(completed(last, currency), (await accounts.users()).length);
}

/** Every version, oldest first. */
async function versionsOf(accounts: Accounts): Promise<readonly PolicyVersion[]> {
  const { currency } = await accounts.profile();
  return (await accounts.policies()).map((version) => completed(version, currency));
}

/** A version with the defaults of settings that are newer than it. */
const completed = (version: PolicyVersion, currency: string): PolicyVersion => ({
  ...version,
  policy: completedPolicy(version.policy, currency),
});

function lastOf(versions: readonly PolicyVersion[]): PolicyVersion {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a company without a policy: it is opened by beginPolicy');
  return last;
}

/** Done whenever a company is opened: its first version is kept if it has none, with what its profile used to say. */
export async function beginPolicy(accounts: Accounts, at: Instant): Promise<void> {
  if ((await accounts.policies()).length > 0) return;
  const profile: EarlierProfile = await accounts.profile();
  await accounts.addPolicy({ version: 1, at, by: null, reason: null, policy: firstPolicy(profile) });
  const { letterValidDays, separationOfDuties, ...now } = profile;
  if (letterValidDays !== undefined || separationOfDuties !== undefined) await accounts.saveProfile(now);
}
type EarlierProfile = CompanyProfile & { readonly letterValidDays?: number; readonly separationOfDuties?: string };

export interface PolicyChangeAsked {
  readonly policy: Policy;
  readonly reason: string;
  /** The version that was looked at. */
  readonly seenVersion: number;
}

/** Keeps the next version; a document that says nothing new makes none. Another version by now is refused with what differs. */
export async function changePolicy(caller: Caller, asked: PolicyChangeAsked): Promise<Result<null, Refusal>> {
  const { accounts } = caller.company.store;
  const versions = await versionsOf(accounts);
  const last = lastOf(versions);
  if (asked.seenVersion !== last.version) return no(stale(versions, asked.seenVersion));
  if (changesBetween(last.policy, asked.policy).length === 0) return ok(null);
  const { userId, name } = actorOf(caller);
  const kept = await accounts.addPolicy({
    version: last.version + 1,
    at: caller.moment.at,
    by: { userId, name },
    reason: asked.reason,
    policy: asked.policy,
  });
  return kept ? ok(null) : no(stale(await versionsOf(accounts), asked.seenVersion));
}

function stale(versions: readonly PolicyVersion[], seenVersion: number): Refusal {
  const last = lastOf(versions);
  const seen = versions.find(({ version }) => version === seenVersion) ?? versions[0] ?? last;
  const changed = changesBetween(seen.policy, last.policy).map(({ path }) => path);
  return { code: 'policy.stale', data: { version: String(last.version), changed: changed.join(', ') || '–' } };
}

/** One version's document, the one in force unless another is named, with who changed what, when and why. Null: no such version. */
export async function policyViewOf({ company }: Caller, version?: number) {
  const versions = await versionsOf(company.store.accounts);
  const latest = lastOf(versions);
  const shown = version === undefined ? latest : versions.find((each) => each.version === version);
  if (shown === undefined) return null;
  const history = versions.map(({ version: own, at, by, reason, policy }, index) => {
    const before = versions[index - 1];
    const changes = before === undefined ? [] : changesBetween(before.policy, policy);
    return { version: own, at, by: by?.name ?? null, reason, changes };
  });
  return { version: shown.version, latest: latest.version, policy: shown.policy, history: history.reverse() };
}
