import { afterEach, expect, test, vi } from 'vitest';
import { StoreFault } from '../../../server/store/store-fault.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { rows } from './rows.ts';

let office: Office;
afterEach(() => office.close());

test('a fault answers with an id, and stands once in the log under it, with its cause', async () => {
  office = await openOffice();
  const desk = await office.as('order-desk');
  const read = office.companies.get('hengxin')?.store.read;
  if (!read) throw new Error('no company');
  vi.spyOn(read, 'counts').mockRejectedValue(new Error('the disk said no'));
  const { status, problem } = await refused(desk.call('orders', {}));
  expect([status, problem.code]).toEqual([500, 'fault']);
  expect(problem.message).not.toContain('disk');
  const logged = office.log.filter((line) => line.includes('the disk said no'));
  expect(logged).toHaveLength(1);
  const { reqId } = JSON.parse(logged[0] ?? '{}');
  expect(reqId).toMatch(/^[0-9a-f]{8}$/);
  expect(problem.message).toContain(reqId);
});

test.each([
  ['store.write-failed', { because: 'disk-full' }, 503, 'store.disk-full', 'is full'],
  ['store.write-failed', { because: 'read-only' }, 503, 'store.read-only', 'may not write'],
  ['store.write-failed', {}, 503, 'store.disk-failing', 'disk'],
  ['store.write-failed', { because: 'database-full' }, 503, 'store.database-full', 'of the database is full'],
  ['store.write-failed', { because: 'database-read-only' }, 503, 'store.database-read-only', 'only be read'],
  ['store.write-failed', { because: 'database-failing' }, 503, 'store.database-failing', 'reports errors'],
  ['store.unexpected', { sqlstate: '23505' }, 500, 'fault', 'Look before'],
  ['store.lock-lost', {}, 503, 'store.lock-lost', 'started again'],
  ['store.busy', {}, 503, 'store.busy', 'too slow'],
  ['store.contended', {}, 503, 'store.contended', 'same'],
  ['store.database-away', {}, 503, 'store.database-away', 'does not answer'],
  ['store.database-refused', { sqlstate: '28P01' }, 503, 'store.database-refused', 'turns Countersign away'],
  ['store.closed', {}, 503, 'store.closed', 'stopped'],
  ['store.read-failed', {}, 503, 'store.read-failed', 'give back'],
  ['store.damaged', {}, 500, 'store.damaged', 'backup'],
  ['store.oversold', {}, 500, 'store.oversold', 'than there are'],
  ['store.version-stale', {}, 500, 'fault', 'Look before'],
] as const)('a store that says %s %j says so in the words of who asked', async (code, details, status, told, words) => {
  office = await openOffice();
  const store = office.companies.get('hengxin')?.store;
  if (!store) throw new Error('no company');
  vi.spyOn(store, 'transact').mockRejectedValue(new StoreFault(code, 'the machine failed', details));
  const messages: string[] = [];
  for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const desk = await office.as('order-desk', { locale });
    const kept = desk.call('postOrders', { body: rows({ key: 'PO-1' }), requestKey: `posted-${locale}` });
    const { status: answered, problem } = await refused(kept);
    expect([answered, problem.code]).toEqual([status, told]);
    messages.push(problem.message);
  }
  expect(messages[0]).toContain(words);
  expect(new Set(messages).size).toBe(3);
  expect(office.log.filter((line) => line.includes('the machine failed'))).toHaveLength(3);
});

test('refusals and bad input are no faults: nothing is logged', async () => {
  office = await openOffice();
  const desk = await office.as('order-desk');
  await refused(desk.call('order', { params: { number: 'SO-202611-00009' } }));
  await refused(desk.call('monthReport', { params: { month: '2026-11' } }));
  expect(office.log).toEqual([]);
});
