import { expect, test } from 'vitest';
import { createOutbox, isOutboxEntry, type OutboxEntry } from '../../../ui/sheet-session/outbox.ts';
import { givenStorage } from './given.ts';

const entry = (requestKey: string): OutboxEntry => ({
  requestKey,
  workbook: 'orders.xlsx',
  batch: {
    tables: [{ sheet: 'Orders', headerRow: 0, columns: {} }],
    orders: [{ key: '1001', customer: { code: 'C1' }, lines: [{ table: 0, row: 1, itemCode: 'F-50' }] }],
  },
});
const keysIn = (storage: ReturnType<typeof givenStorage>) =>
  createOutbox(storage, 'hardware/wang')
    .entries()
    .map(({ requestKey }) => requestKey);

test('what was put in outlives the page', () => {
  const storage = givenStorage();
  expect(createOutbox(storage, 'hardware/wang').put(entry('a'))).toBe(true);
  expect(createOutbox(storage, 'hardware/wang').entries()).toEqual([entry('a')]);
  expect(createOutbox(storage, 'hardware/li').entries()).toEqual([]);
});

test('two workbooks open at once do not forget each other’s orders', () => {
  const storage = givenStorage();
  const [one, other] = [createOutbox(storage, 'hardware/wang'), createOutbox(storage, 'hardware/wang')];
  one.put(entry('a'));
  other.put(entry('b'));
  expect(keysIn(storage)).toEqual(['a', 'b']);
  one.remove('a');
  expect(keysIn(storage)).toEqual(['b']);
  expect(other.entries()).toEqual([entry('b')]);
});

test('what was dropped everywhere is sent all the same when a workbook brings it back', () => {
  const storage = givenStorage();
  const [one, other] = [createOutbox(storage, 'hardware/wang'), createOutbox(storage, 'hardware/wang')];
  one.put(entry('a'));
  other.put(entry('b'));
  createOutbox(storage, 'hardware/wang').drop('a');
  expect(one.entries()).toEqual([]);
  one.put(entry('a'));
  expect(one.entries()).toEqual([entry('a')]);
  expect(keysIn(storage)).toEqual(['b', 'a']);
});

test('a storage that takes nothing any more loses nothing that is dropped, or brought back', () => {
  const storage = givenStorage();
  const outbox = createOutbox(storage, 'hardware/wang');
  outbox.put(entry('a'));
  outbox.put(entry('b'));
  outbox.drop('a');
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  outbox.drop('b');
  expect(outbox.entries()).toEqual([]);
  expect(outbox.put(entry('b'))).toBe(false);
  expect(outbox.entries()).toEqual([entry('b')]);
});

test('without room the page still holds them, and says so', () => {
  const outbox = createOutbox(givenStorage(10), 'hardware/wang');
  expect(outbox.put(entry('a'))).toBe(false);
  expect(outbox.entries()).toEqual([entry('a')]);
});

test('what another version wrote is set aside, not lost', () => {
  const storage = givenStorage();
  storage.setItem('countersign.outbox.hardware/wang', '[{"orders":"of the future"}]');
  expect(createOutbox(storage, 'hardware/wang').entries()).toEqual([]);
  expect(storage.kept.get('countersign.outbox.hardware/wang.unreadable')).toBe('[{"orders":"of the future"}]');
});

test.each([
  ['a batch without tables', { batch: { orders: [] } }],
  ['orders that are none', { batch: { tables: [], orders: ['1001'] } }],
  ['an order without rows', { batch: { tables: [], orders: [{ key: null, customer: {} }] } }],
  ['an order without a customer', { batch: { tables: [], orders: [{ key: null, lines: [] }] } }],
  ['a key that is none', { batch: { tables: [], orders: [{ key: 7, customer: {}, lines: [] }] } }],
  ['a wish that is none', { saveDraft: 'yes' }],
  ['no name of the workbook', { workbook: null }],
])('%s is no entry', (_, broken) => {
  expect(isOutboxEntry(entry('a'))).toBe(true);
  expect(isOutboxEntry({ ...entry('a'), ...broken })).toBe(false);
});
