import { afterEach, beforeEach, expect, test } from 'vitest';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { SettingPath } from '../../../core/policy/settings.ts';
import type { Client } from '../../../core/wire/client.ts';
import { anonymous, clientOf, type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, post, postOne, rows } from './rows.ts';

let office: Office;
let manager: Client;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office.companies.get('hengxin') ?? {};
  await store?.accounts.saveUser({ id: 'general-manager', name: '郑总', roles: ['general-manager'], locale: 'en' });
  manager = await office.as('general-manager');
});
afterEach(() => office.close());

/** Changes settings one by one, each under the version before it. */
async function change(...settings: readonly (readonly [SettingPath, unknown])[]) {
  for (const [path, value] of settings) {
    const { version, policy } = await manager.call('policy', {});
    const body = { policy: withSetting(policy, path, value), reason: `${path} as agreed` };
    await manager.call('savePolicy', { body, seenVersion: version });
  }
  return manager.call('policy', {});
}

test('a company begins with the defaults of its currency as version 1, changed by nobody', async () => {
  const { version, latest, policy, history } = await manager.call('policy', {});
  expect([version, latest, policy]).toEqual([1, 1, standardPolicy]);
  expect(history).toEqual([expect.objectContaining({ version: 1, by: null, reason: null, changes: [] })]);
});

test('every version is kept, with who changed what, when and why', async () => {
  const { version, policy, history } = await change(['letter.validDays', 9], ['goods.leadTimeDays', 20]);
  expect([version, policy.letter.validDays, policy.goods.leadTimeDays]).toEqual([3, 9, 20]);
  expect(history.map(({ version: own, by, reason, changes }) => ({ own, by, reason, changes }))).toEqual([
    {
      own: 3,
      by: '郑总',
      reason: 'goods.leadTimeDays as agreed',
      changes: [{ path: 'goods.leadTimeDays', from: null, to: 20 }],
    },
    {
      own: 2,
      by: '郑总',
      reason: 'letter.validDays as agreed',
      changes: [{ path: 'letter.validDays', from: 3, to: 9 }],
    },
    { own: 1, by: null, reason: null, changes: [] },
  ]);
  const earlier = await manager.call('policy', { query: { version: 2 } });
  expect([earlier.version, earlier.latest, earlier.policy.goods.leadTimeDays]).toEqual([2, 3, null]);
  expect((await refused(manager.call('policy', { query: { version: 4 } }))).problem.code).toBe('policy.not-found');
});

test('a document that says nothing new makes no version', async () => {
  expect((await change(['letter.validDays', 3])).latest).toBe(1);
});

test('the checks follow the policy: what sales may grant is said once it may not', async () => {
  const sales = await office.as('sales');
  const discounted = (key: string) => rows({ key, price: '12.25' }); // 2 % off
  const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);
  const posted = async (key: string) => {
    const [result] = await post(sales, discounted(key));
    return codesOf(result?.outcome === 'posted' ? result.findings : []);
  };
  const checked = async (key: string) => codesOf((await sales.call('check', { body: discounted(key) })).findings);
  const beyond = 'discount.beyond-authority';
  expect([await checked('1'), await posted('1')].map((codes) => codes.includes(beyond))).toEqual([false, false]);
  await change(['approval.discount', [{ role: 'director', upTo: '0.01' }]]);
  expect([await checked('2'), await posted('2')].map((codes) => codes.includes(beyond))).toEqual([true, true]);
});

test('posting follows the policy: an order is turned away once its customer’s debt is overdue for too long', async () => {
  const store = office.companies.get('hengxin')?.store;
  const books = await store?.read.books();
  if (books?.customers?.kind !== 'customers') throw new Error('no customers');
  const { content } = books.customers;
  const owing = content.customers.map((customer) => ({ ...customer, overdueDays: 12 }));
  await (await office.as('order-desk-head')).call('publish', {
    body: { customers: { ...content, customers: owing } as never },
    requestKey: newKey(),
  });
  const desk = await office.as('order-desk');
  expect(await post(desk, rows({ key: '1' }))).toMatchObject([{ outcome: 'posted' }]);
  await change(['overdue.noNewOrderDays', 10]);
  expect(await post(desk, rows({ key: '2' }))).toMatchObject([
    {
      outcome: 'findings',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'customer.overdue-stop' })]),
    },
  ]);
});

test('a letter is valid as long as the policy says, and each decision names the version it was made under', async () => {
  const number = await postOne(await office.as('sales'), { key: '1', quantity: '1' });
  await change(['letter.validDays', 12]);
  const act = async (user: 'order-desk' | 'order-desk-head', type: 'approve-order' | 'issue-letter') =>
    (await office.as(user)).call('commandOrder', { params: { number }, body: { type }, requestKey: newKey() });
  await act('order-desk-head', 'approve-order');
  const { history } = await act('order-desk', 'issue-letter');
  expect(history.map(({ type, data }) => [type, data?.policy])).toEqual([
    ['order-posted', '1'],
    ['order-submitted', '1'],
    ['review-planned', '1'],
    ['step-signed', '2'],
    ['order-approved', '2'],
    ['letter-issued', '2'],
  ]);
  const pdf = await (await office.as('order-desk')).call('paper', { params: { paper: `${number}-L1` } });
  expect(new TextDecoder().decode(pdf)).toContain('本确认书有效期至2026年12月3日');
});

test('who looked at an older version is refused with what changed since, and nothing is kept', async () => {
  const { policy } = await manager.call('policy', {});
  await change(['letter.validDays', 9], ['overdue.warnDays', 5]);
  const body = { policy: withSetting(policy, 'goods.leadTimeDays', 30), reason: 'longer' };
  const { status, problem } = await refused(manager.call('savePolicy', { body, seenVersion: 1 }));
  expect([status, problem.code]).toEqual([412, 'policy.stale']);
  expect(problem.message).toContain('overdue.warnDays, letter.validDays');
  expect(await manager.call('policy', {})).toMatchObject({ latest: 3, policy: { goods: { leadTimeDays: null } } });
});

test('of two who change the same version at once, one is refused', async () => {
  const { policy } = await manager.call('policy', {});
  const save = (days: number) =>
    manager.call('savePolicy', {
      body: { policy: withSetting(policy, 'letter.validDays', days), reason: 'at once' },
      seenVersion: 1,
    });
  const answers = await Promise.allSettled([save(5), save(6)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await manager.call('policy', {})).latest).toBe(2);
});

test.for<[string, SettingPath, unknown, string]>([
  ['/policy/letter/validDays', 'letter.validDays', 61, '1 to 60'],
  [
    '/policy/approval/discount/1/upTo',
    'approval.discount',
    [
      { role: 'sales', upTo: '0.1' },
      { role: 'director', upTo: '0.05' },
    ],
    'order',
  ],
  ['/policy/approval/separationOfDuties', 'approval.separationOfDuties', 'never', ''],
  ['/policy/overdue/stopShippingDays', 'overdue.stopShippingDays', 3, 'order'],
])('%s is refused at its field, and nothing is kept', async ([path, setting, value, words]) => {
  const body = { policy: withSetting(standardPolicy, setting, value), reason: 'wrong' };
  const { status, problem } = await refused(manager.call('savePolicy', { body, seenVersion: 1 }));
  expect([status, problem.issues?.map((issue) => issue.path)]).toEqual([400, [path]]);
  expect(problem.issues?.[0]?.message).toContain(words);
  expect((await manager.call('policy', {})).latest).toBe(1);
});

test('a change says why, and which version was looked at', async () => {
  const blank = manager.call('savePolicy', { body: { policy: standardPolicy, reason: ' ' }, seenVersion: 1 });
  expect((await refused(blank)).problem.issues?.map(({ path }) => path)).toEqual(['/reason']);
  const blind = manager.call('savePolicy', { body: { policy: standardPolicy, reason: 'blind' } });
  expect((await refused(blind)).problem.issues?.map(({ path }) => path)).toEqual(['headers/if-match']);
});

test('everybody reads it; only who may changes it, and no paired device', async () => {
  const clerk = await office.as('order-desk');
  const body = { policy: standardPolicy, reason: 'mine' };
  expect((await clerk.call('policy', {})).version).toBe(1);
  expect((await refused(clerk.call('savePolicy', { body, seenVersion: 1 }))).problem.code).toBe('permission.denied');
  const { code } = await manager.call('startPairing', {});
  const paired = await anonymous(office.app).call('redeemPairing', { body: { code, device: 'Excel' } });
  const device = clientOf(office.app, paired.token).call('savePolicy', { body, seenVersion: 1 });
  expect((await refused(device)).problem.code).toBe('permission.denied');
});
