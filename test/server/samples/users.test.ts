import { expect, test } from 'vitest';
import { transitions } from '../../../core/order/transitions.ts';
import { defaultPolicy } from '../../../core/policy/policy.ts';
import { dailyRoles } from '../../../core/policy/roles.ts';
import { sampleUsers } from '../../../server/samples/users.ts';

const policy = defaultPolicy('CNY');
const users = sampleUsers('zh-Hans');

test('somebody in a sample company can open every door of an order and sign every step of a review', () => {
  const asked = new Set([
    ...transitions.flatMap(({ roles }) => roles),
    ...Object.values(policy.reviewers).flat(2),
    ...policy.retention.destructionSignatures,
  ]);
  const present = users.flatMap(({ roles }) => roles);
  expect([...asked].filter((role) => !present.includes(role))).toEqual([]);
});

test('those of the daily work stand first, and nobody twice', () => {
  expect(users.slice(0, dailyRoles.length).map(({ id }) => id)).toEqual(dailyRoles);
  expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
});
