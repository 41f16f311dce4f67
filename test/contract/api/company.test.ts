import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Decimal } from '../../../core/value/decimal.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { CompanyLetterhead } from '../../../core/wire/company.ts';
import { anonymous, clientOf, type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';

let office: Office;
let administrator: Client;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office.companies.get('hengxin') ?? {};
  await store?.accounts.saveUser({ id: 'administrator', name: 'Li', roles: ['administrator'], locale: 'en' });
  administrator = await office.as('administrator');
});
afterEach(() => office.close());

const full: CompanyLetterhead = {
  name: '甬江五金行',
  nameEnglish: 'Yongjiang Hardware',
  address: '宁波市海曙区中山西路8号',
  phone: '0574-8888 0000',
  email: 'orders@yongjiang.example',
  taxNumber: '91330200MA2AAAAA0X',
  bank: { name: '宁波银行', account: '6228 0000 1111' },
  taxRate: '0.06' as Decimal,
};

/** The letter as it was frozen for printing. */
async function letter(key: string): Promise<string> {
  const number = await postOne(await office.as('sales'), { key, quantity: '1' });
  for (const [user, type] of [
    ['order-desk-head', 'approve-order'],
    ['order-desk', 'issue-letter'],
  ] as const)
    await (await office.as(user)).call('commandOrder', { params: { number }, body: { type }, requestKey: newKey() });
  const pdf = await (await office.as('order-desk')).call('paper', { params: { paper: `${number}-L1` } });
  return new TextDecoder().decode(pdf);
}

test('what a company says of itself is kept, and stands on the next letter; the one before stays as it was', async () => {
  const before = await letter('1');
  expect(await administrator.call('saveCompany', { body: full })).toEqual(full);
  expect(await administrator.call('company', {})).toEqual(full);
  const after = await letter('2');
  for (const part of [full.name, full.address, full.phone, full.email, full.taxNumber, '增值税 6%']) {
    expect(after).toContain(part);
    expect(before).not.toContain(part);
  }
});

test('what is emptied is no longer printed, and what is not asked for stays', async () => {
  await administrator.call('saveCompany', { body: full });
  await administrator.call('saveCompany', { body: { ...full, email: '', bank: { name: '', account: '' } } });
  const settings = await office.companies.get('hengxin')?.store.accounts.profile();
  expect(settings).toMatchObject({ currency: 'CNY', timeZone: 'Asia/Shanghai', locale: 'zh-Hans' });
  for (const unset of ['email', 'bank']) expect(settings).not.toHaveProperty(unset);
});

test('the session names whom work can be handed to: everybody else who works here', async () => {
  const { colleagues, user } = await administrator.call('session', {});
  expect(colleagues.length).toBeGreaterThan(0);
  expect(colleagues.map(({ id }) => id)).not.toContain(user.id);
  expect(Object.keys(colleagues[0] ?? {})).toEqual(['id', 'name']);
});

test('the session says that a letterhead is missing, until there is one', async () => {
  await administrator.call('saveCompany', { body: { ...full, address: '', phone: '' } });
  expect((await administrator.call('session', {})).letterheadMissing).toBe(true);
  await administrator.call('saveCompany', { body: full });
  expect((await administrator.call('session', {})).letterheadMissing).toBe(false);
});

test.for([
  ['/name', { name: ' ' }],
  ['/name', { name: '𠮷田商店' }],
  ['/bank/name', { bank: { name: '𠮷銀行', account: '1' } }],
  ['/address', { address: 'x'.repeat(201) }],
  ['/email', { email: 'nobody' }],
  ['/bank/account', { bank: { name: '宁波银行', account: '' } }],
  ['/bank/name', { bank: { name: '', account: '6228' } }],
  ['/taxRate', { taxRate: '1.01' }],
  ['/taxRate', { taxRate: '-0.01' }],
  ['/taxRate', { taxRate: 'thirteen' }],
  ['/currency', { currency: 'USD' }],
] as const)('%s: %o is refused at the field, and nothing is kept', async ([path, wrong]) => {
  const kept = await administrator.call('company', {});
  const call = administrator.call('saveCompany', { body: { ...full, ...wrong } as CompanyLetterhead });
  const { status, problem } = await refused(call);
  expect([status, problem.issues?.map((issue) => issue.path)]).toEqual([400, [path]]);
  expect(problem.issues?.[0]?.message).toMatch(/\S/);
  expect(await administrator.call('company', {})).toEqual(kept);
});

test('nobody else sees or sets it, and no paired device sets it', async () => {
  const clerk = await office.as('order-desk-head');
  for (const call of [clerk.call('company', {}), clerk.call('saveCompany', { body: full })])
    expect((await refused(call)).problem.code).toBe('permission.denied');
  const { code } = await administrator.call('startPairing', {});
  const paired = await anonymous(office.app).call('redeemPairing', { body: { code, device: 'Excel' } });
  const device = clientOf(office.app, paired.token).call('saveCompany', { body: full });
  expect((await refused(device)).problem.code).toBe('permission.denied');
});
