import { strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, recheck } from './rows.ts';
import { invoice, pay } from './settle.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const month = '2026-11';
const command = async (user: Role, number: string, body: OrderCommandRequest) =>
  (await office.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });
const postAndApprove = async (key: string) => {
  const number = await postOne(await office.as('sales'), { key, quantity: '1' });
  await command('order-desk-head', number, { type: 'approve-order' });
  return number;
};
/** From the sheet to its close, on one day. */
async function closedOrder(key: string, day: string): Promise<string> {
  const number = await postAndApprove(key);
  await command('order-desk', number, { type: 'issue-letter' });
  await pay(office, number);
  await command('order-desk', number, { type: 'record-countersign', on: day as never });
  const shipped = await (await office.as('shipper')).call('ship', {
    body: { order: number, recheck },
    requestKey: newKey(),
  });
  const desk = await office.as('order-desk');
  await desk.call('receive', { params: { number: shipped.number }, body: { on: day }, requestKey: newKey() });
  await invoice(office, number);
  await command('finance-clerk', number, { type: 'close-order' });
  return number;
}
const archive = async (of = month, requestKey = newKey()) =>
  (await office.as('archivist')).call('archiveMonth', { params: { month: of }, requestKey });
const look = async (user: Role, of = month) => (await office.as(user)).call('monthArchive', { params: { month: of } });
const status = async (number: string) =>
  (await (await office.as('order-desk')).call('order', { params: { number } })).status;

test('the archivist archives what was closed in the month; it stays readable, and changes no more', async () => {
  const closed = await closedOrder('1', '2026-11-21');
  const running = await postAndApprove('2');
  expect(await look('archivist')).toEqual({
    month,
    ready: [{ number: closed, customer: '华东精密机械有限公司' }],
    archived: 0,
    notClosed: [{ number: running, customer: '华东精密机械有限公司', status: 'to-confirm' }],
  });

  const { results, notClosed } = await archive();
  expect(results).toEqual([{ outcome: 'archived', number: closed, customer: '华东精密机械有限公司' }]);
  expect(notClosed.map(({ number }) => number)).toEqual([running]);
  expect([await status(closed), await status(running)]).toEqual(['archived', 'to-confirm']);

  const { history } = await (await office.as('order-desk')).call('order', { params: { number: closed } });
  expect(history.at(-1)).toMatchObject({ type: 'order-archived', by: 'archivist', data: { month } });
  const change = command('finance-clerk', closed, { type: 'close-order' });
  expect((await refused(change)).problem.refusal).toMatchObject({ code: 'order.wrong-status', status: 'archived' });

  const zip = await (await office.as('archivist')).call('monthPackage', { params: { month } });
  expect(Object.keys(unzipSync(zip))).toEqual(
    expect.arrayContaining([`papers/${closed}-L1.pdf`, 'papers/DN-202611-00001-N.pdf']),
  );
});

test('the same request sent again answers the same; another one finds nothing left', async () => {
  const number = await closedOrder('1', '2026-11-21');
  const key = newKey();
  const first = await archive(month, key);
  expect(first.results).toHaveLength(1);
  expect(await archive(month, key)).toEqual(first);
  expect((await archive()).results).toEqual([]);
  expect(await look('archivist')).toMatchObject({ ready: [], archived: 1 });
  const { history } = await (await office.as('order-desk')).call('order', { params: { number } });
  expect(history.filter(({ type }) => type === 'order-archived')).toHaveLength(1);
});

test('an order belongs to the month it was closed in, by the company’s calendar', async () => {
  office.time.now = '2026-11-30T02:00:00.000Z' as Instant;
  const november = await closedOrder('1', '2026-11-30');
  office.time.now = '2026-11-30T16:30:00.000Z' as Instant; // half past midnight, 1 December, in Shanghai
  const december = await closedOrder('2', '2026-12-01');
  const numbers = (results: readonly { number: string }[]) => results.map(({ number }) => number);
  expect(numbers((await look('archivist')).ready)).toEqual([november]);
  expect(numbers((await archive('2026-12')).results)).toEqual([december]);
  expect([await status(november), await status(december)]).toEqual(['closed', 'archived']);
});

test('who is no archivist is refused, and told who could', async () => {
  const number = await closedOrder('1', '2026-11-21');
  const clerk = await office.as('order-desk-head');
  const call = clerk.call('archiveMonth', { params: { month }, requestKey: newKey() });
  const { status: code, problem } = await refused(call);
  expect([code, problem.refusal]).toEqual([403, { code: 'role.not-allowed', who: ['archivist'] }]);
  expect((await look('order-desk-head')).refusal).toEqual({ code: 'role.not-allowed', who: ['archivist'] });
  expect(await status(number)).toBe('closed');
});

test('an order whose paper can’t be printed stays; the others don’t wait for it', async () => {
  const whole = await closedOrder('1', '2026-11-21');
  await (await office.as('archivist')).call('monthPackage', { params: { month } }); // its papers are printed
  office.printer.fault = new Error('the browser is gone');
  const lacking = await closedOrder('2', '2026-11-21');
  expect((await archive()).results).toMatchObject([
    { outcome: 'archived', number: whole },
    { outcome: 'refused', number: lacking, refusal: { code: 'paper.not-filed' } },
  ]);
  expect(await status(lacking)).toBe('closed');
  office.printer.fault = null;
  expect((await archive()).results).toMatchObject([{ outcome: 'archived', number: lacking }]);
});

test('files of a destroyed order are given to nobody any more; what they were called stays', async () => {
  const number = await closedOrder('1', '2026-11-21');
  const desk = await office.as('order-desk');
  const bytes = new Uint8Array(strToU8('%PDF-1.7 licence'));
  const { sha256 } = await desk.call('sendFile', { query: { name: 'licence.pdf' }, body: bytes });
  await command('sales', number, { type: 'attach-paper', kind: 'licence', file: { sha256, name: 'licence.pdf' } });
  await archive();
  const packed = async () =>
    Object.keys(unzipSync(await (await office.as('archivist')).call('monthPackage', { params: { month } })));
  const file = `attachments/${number}/licence-${sha256.slice(0, 8)}-licence.pdf`;
  expect(await packed()).toContain(file);

  office.time.now = '2045-02-01T02:00:00.000Z' as Instant;
  const store = office.companies.get('hengxin')?.store;
  for (const role of ['general-manager', 'finance-manager', 'auditor'] as const)
    await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'en' });
  const read = async () => (await office.as('archivist')).call('attachment', { params: { number, sha256 } });
  for (const role of ['general-manager', 'archivist', 'finance-manager', 'auditor'] as const) {
    expect(await read()).toEqual(bytes);
    await command(role, number, { type: 'sign-destruction', reason: 'kept long enough' });
  }
  expect(await status(number)).toBe('destroyed');
  expect((await refused(read())).problem.code).toBe('attachment.not-found');
  expect(await packed()).not.toContain(file);
  const { attachments } = await (await office.as('order-desk')).call('order', { params: { number } });
  expect(attachments).toEqual([expect.objectContaining({ kind: 'licence', name: 'licence.pdf' })]);
  expect(attachments[0]).not.toHaveProperty('mediaType');
});
