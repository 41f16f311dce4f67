import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import type { Caller } from '../../../server/app/company.ts';
import { type JudgedInBatch, judgedNow } from '../../../server/app/judged-in-batch.ts';
import { books } from '../../contract/api/office.ts';
import { rows } from '../../contract/api/rows.ts';
import { standardInForce } from '../../core/policy/standard-policies.ts';

const caller = {
  profile: { currency: 'CNY', taxRate: '0.13' },
  policy: standardInForce,
  moment: { today: '2026-11-21', at: '2026-11-21T02:00:00.000Z' },
  user: { id: 'sales', name: 'sales', roles: ['sales'] },
} as unknown as Caller;

const judge = (judged: JudgedInBatch, item = 'F-50') => {
  const { tables, orders } = rows({ key: 'PO-1', item }) as unknown as ParsedBatch;
  const [order] = orders;
  if (order === undefined) throw new Error('no order');
  return judgedNow(caller, { order, tables, judged }, { ...books, openDemand: [] });
};
const said = (code: string, cell: string, more: object = {}) =>
  ({ code, severity: 'error', sheet: '订单', cell, row: 1, column: 0, order: 'PO-1', ...more }) as Finding;
const codes = ({ findings }: { findings: readonly Finding[] }) => findings.map(({ code }) => code);

describe('an order judged in its transaction', () => {
  test('is sound when what was wrong with it alone is wrong no more', () => {
    const gone = [said('customer.inactive', 'B2')];
    expect(judge({ findings: gone, alone: gone })).toMatchObject({ checked: { key: 'PO-1' }, findings: [] });
  });

  test('has the errors that only its batch shows, whatever the books say now', () => {
    const ofBatch = said('customer.overdue-stop', 'B2');
    const gone = said('customer.inactive', 'B2');
    const now = judge({ findings: [ofBatch, gone], alone: [gone] });
    expect([now.checked, codes(now)]).toEqual([null, ['customer.overdue-stop']]);
    const stillAlone = judge({ findings: [ofBatch], alone: [] });
    expect([stillAlone.checked, codes(stillAlone)]).toEqual([null, ['customer.overdue-stop']]);
  });

  test('is said what the batch said, with its figures, while nothing has changed', () => {
    const { findings: alone } = judge({ findings: [], alone: null }, 'F-5O');
    expect(alone.map(({ code }) => code)).toEqual(['item.unknown']);
    const inBatch = alone.map((finding) => ({ ...finding, data: { ...finding.data, seen: 'in its batch' } }));
    expect(judge({ findings: inBatch, alone }, 'F-5O').findings).toEqual(inBatch);
  });

  test('that was sound in its batch says what the batch said, or what is wrong now', () => {
    const warned = [said('stock.short', 'D2', { severity: 'warning' })];
    expect(judge({ findings: warned, alone: null })).toMatchObject({ checked: { key: 'PO-1' }, findings: warned });
    expect(codes(judge({ findings: warned, alone: null }, 'F-5O'))).toEqual(['item.unknown']);
  });
});
