import { expect, test } from 'vitest';
import { allRecordKinds, type RecordKind } from '../../../../core/record/registry.ts';
import { endpoints } from '../../../../core/wire/endpoints.ts';
import type { Caller } from '../../../../server/app/company.ts';
import { readersOf, Telling } from '../../../../server/app/live/telling.ts';
import type { Change, Store } from '../../../../server/ports.ts';

const states: Readonly<Record<string, object>> = {
  'complaint CP-1': { about: 'zhou', orders: ['SO-2', 'SO-3'] },
  'communication CL-1': { orders: ['SO-1'] },
};
const store = {
  read: {
    records: (kind: RecordKind) => ({
      byNumber: async (number: string) => ({ state: states[`${kind} ${number}`], version: 1, events: [] }),
    }),
  },
} as unknown as Store;
const caller = (id: string, ...roles: string[]) => ({ user: { id, roles } }) as unknown as Caller;
const change = (records: readonly [RecordKind, string][], orders: string[], books: string[] = []): Change =>
  ({ position: 7, records: records.map(([kind, number]) => ({ kind, number })), orders, books }) as unknown as Change;

test('of a change that isn’t wholly for a reader, he hears only of the orders that his part of it points at', async () => {
  const telling = new Telling(
    store,
    change(
      [
        ['communication', 'CL-1'],
        ['complaint', 'CP-1'],
        ['order', 'SO-9'],
      ],
      ['SO-1', 'SO-2', 'SO-3', 'SO-9'],
    ),
  );
  const part = { event: 'change', position: 7, orders: ['SO-1', 'SO-9'], kinds: ['communication', 'order'], books: [] };
  expect(await telling.to(caller('li', 'shipper'))).toEqual(part);
  expect(await telling.to(caller('zhou', 'sales'))).toEqual(part);
  expect(await telling.to(caller('wang', 'sales'))).toMatchObject({
    orders: ['SO-1', 'SO-2', 'SO-3', 'SO-9'],
    kinds: ['communication', 'complaint', 'order'],
  });
  expect(await telling.to(caller('admin', 'administrator'))).toBeNull();
});

test('every kind of record is told to those who may read it by its own address', () => {
  const paths: Partial<Record<RecordKind, keyof typeof endpoints>> = {
    order: 'order',
    payment: 'payment',
    'write-off': 'writeOff',
    invoice: 'invoice',
    change: 'changes',
    return: 'returns',
    hold: 'holds',
    communication: 'communications',
    complaint: 'complaints',
    survey: 'surveys',
  };
  for (const kind of allRecordKinds) {
    const name = paths[kind];
    if (name !== undefined) expect(readersOf[kind], kind).toBe(endpoints[name].needs);
  }
});
