import { describe, expect, it } from 'vitest';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const ledger = (sheet: string, key: string) =>
  gridOf(
    [
      ['订单号', '客户', '货号', '数量'],
      [key, '甲', 'A', 1],
    ],
    { sheet },
  );
const summary = (sheet: string) =>
  gridOf(
    [
      ['货号', '品名', '数量', '金额'],
      ['A', '水', 7, 14],
    ],
    { sheet },
  );
const ordered = (...grids: ReturnType<typeof gridOf>[]) =>
  ordersOf(understandSheets(grids)).orders.map(({ key, lines }) => [key, ...lines.map(({ quantity }) => quantity)]);

describe('a sheet that orders nothing beside those that do', () => {
  it('the example in a template; but what stands in a template alone is an order', () => {
    expect(ordered(ledger('订单', 'S1'), ledger('订单模板', 'XS0001'))).toEqual([['S1', '1']]);
    expect(ordered(ledger('订单导入模板', 'S1'))).toEqual([['S1', '1']]);
  });

  it('a summary, whose quantities are the orders’ once more; with order numbers it is a ledger', () => {
    expect(ordered(ledger('订单', 'S1'), summary('按产品汇总'))).toEqual([['S1', '1']]);
    expect(ordered(ledger('Orders', 'S1'), summary('Pivot'))).toEqual([['S1', '1']]);
    expect(ordered(ledger('订单', 'S1'), ledger('订单汇总', 'S2'))).toEqual([
      ['S1', '1'],
      ['S2', '1'],
    ]);
    expect(ordered(summary('按产品汇总'))).toEqual([[null, '7']]);
  });
});
