import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../../../core/policy/roles.ts';
import { type Office, openOffice } from '../office.ts';
import { newKey, postOne, recheck } from '../rows.ts';
import { pay } from '../settle.ts';

/** Open for the tests of one file, which asks for it by `openForThisFile`. */
export let office: Office;
export function openForThisFile(): void {
  beforeAll(async () => {
    office = await openOffice();
    const { store } = office.companies.get('hengxin') ?? {};
    for (const role of more) await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'en' });
  });
  afterAll(() => office.close());
}

const more: readonly Role[] = [
  'warehouse',
  'quality',
  'auditor',
  'finance-manager',
  'production-head',
  'purchasing',
  'service-supervisor',
  'director',
];

/** A client of somebody in the office, and its calls with a key of their own. */
export const as = async (user: Role) => {
  const client = await office.as(user, { locale: 'en' });
  const call: typeof client.call = (name, input) => client.call(name, { requestKey: newKey(), ...input });
  return { call };
};

let orders = 0;
/** An order that was approved, lettered, countersigned and paid. */
export async function confirmed(quantity = '10', customer?: string, paid = true): Promise<string> {
  orders += 1;
  const row = { key: `S-${orders}`, item: 'B-08', price: '0.85', quantity, ...(customer && { customer }) };
  const number = await postOne(await office.as('sales'), row);
  const params = { number };
  await (await as('order-desk-head')).call('commandOrder', { params, body: { type: 'approve-order' } });
  const desk = await as('order-desk');
  await desk.call('commandOrder', { params, body: { type: 'issue-letter' } });
  const on = office.time.now.slice(0, 10);
  await desk.call('commandOrder', { params, body: { type: 'record-countersign', on } });
  if (paid) await pay(office, number);
  return number;
}

/** One whose goods have all been signed for. */
export async function received(quantity = '10'): Promise<string> {
  const number = await confirmed(quantity);
  const shipped = await (await as('shipper')).call('ship', { body: { order: number, recheck } });
  const on = office.time.now.slice(0, 10);
  await (await as('order-desk')).call('receive', { params: { number: shipped.number }, body: { on } });
  return number;
}

export const returnOf = (order: string, quantity: string, kind: 'return' | 'exchange' = 'return') =>
  ({ kind, lines: [{ order, line: 1, quantity }], reason: '螺纹不符' }) as const;
export const today = () => office.time.now.slice(0, 10);
export const inHours = (hours: number) => new Date(Date.parse(office.time.now) + hours * 3_600_000).toISOString();
