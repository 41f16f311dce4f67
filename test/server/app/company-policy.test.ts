import { expect, test } from 'vitest';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { PolicyVersion } from '../../../core/policy/policy-version.ts';
import type { Instant } from '../../../core/value/date.ts';
import { beginPolicy, companyPolicy } from '../../../server/app/company-policy.ts';
import type { Account, Accounts } from '../../../server/ports.ts';

const at = '2026-11-21T02:00:00.000Z' as Instant;
const profile: CompanyProfile = {
  name: '甬江五金行',
  address: '',
  phone: '',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
};

/** As much of the store as a policy needs. */
function given(kept: CompanyProfile, users = 1) {
  const store = { profile: kept, policies: [] as PolicyVersion[] };
  const accounts = {
    profile: async () => store.profile,
    saveProfile: async (next: CompanyProfile) => {
      store.profile = next;
    },
    policies: async () => store.policies,
    addPolicy: async (version: PolicyVersion) => store.policies.push(version) > 0,
    users: async () => new Array<Account>(users),
  } as unknown as Accounts;
  return { store, accounts };
}

test('a profile of before there was a policy hands its settings over, once', async () => {
  const earlier = { ...profile, letterValidDays: 12, separationOfDuties: 'single-person' };
  const { store, accounts } = given(earlier, 2);
  await beginPolicy(accounts, at);
  await beginPolicy(accounts, at);
  expect(store.policies).toHaveLength(1);
  expect(store.profile).toEqual(profile);
  const { version, duties, letter } = await companyPolicy(accounts);
  expect([version, duties, letter.validDays]).toEqual([1, 'single-person', 12]);
});

test('the number of users decides, unless the policy has', async () => {
  for (const [users, duties] of [
    [1, 'single-person'],
    [2, 'strict'],
  ] as const) {
    const { accounts } = given(profile, users);
    await beginPolicy(accounts, at);
    expect((await companyPolicy(accounts)).duties).toBe(duties);
  }
});

test('a company that was never begun is a defect, not a company without rules', async () => {
  await expect(companyPolicy(given(profile).accounts)).rejects.toThrow('without a policy');
});
