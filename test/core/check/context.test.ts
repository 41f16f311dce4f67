import { describe, expect, it } from 'vitest';
import { type CheckContext, contextOf, firstLine, ordersInSheetOrder } from '../../../core/check/context.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import { type Books, batchOf, given, knowledge, ordersTable, type Row } from './given.ts';

const contextWith = (rows: readonly Row[], books: Books = {}): CheckContext =>
  contextOf(batchOf(rows), given(knowledge(books)));

describe('the currency of an order', () => {
  const currencyOf = (said: string | undefined, books: Books) =>
    contextWith([said === undefined ? {} : { order: { currency: said } }], books).orders[0]?.currency;

  it.each([
    ['what its row says, by its code', '美元', {}, 'USD'],
    ['the list’s where the sign fits several', '¥', { currency: 'JPY' }, 'JPY'],
    ['the list’s where the order names none', undefined, { currency: 'HKD' }, 'HKD'],
    ['the house’s where there is no list', undefined, { items: null }, 'CNY'],
  ])('is %s', (_, said, books, currency) => {
    expect(currencyOf(said, books)).toBe(currency);
  });

  it('leaves the house’s own as it is: credit limits are in it', () => {
    expect(contextWith([{}], { currency: 'HKD' }).currency).toBe('CNY');
  });
});

describe('rows', () => {
  /** Table, row and order of each, handed over in this order. */
  const places = [
    [1, 2, 'a'],
    [0, 9, 'b'],
    [0, 3, 'a'],
    [1, 1, 'b'],
    [0, 4, 'c'],
  ] as const;
  const batch: ParsedBatch = {
    tables: [ordersTable, { ...ordersTable, sheet: 'More' }],
    orders: ['c', 'b', 'a'].map((key) => ({
      key,
      customer: { code: 'C1' },
      lines: places.filter(([, , order]) => order === key).map(([table, row]) => ({ table, row })),
    })),
  };
  const context = contextOf(batch, given(knowledge()));

  it('come as they stand in the sheets, table by table, of all orders and of each', () => {
    const placesOf = (lines: CheckContext['lines']) => lines.map(({ parsed: { table, row } }) => `${table}:${row}`);
    expect(placesOf(context.lines)).toEqual(['0:3', '0:4', '0:9', '1:1', '1:2']);
    expect(context.orders.map(({ parsed, lines }) => [parsed.key, ...placesOf(lines)])).toEqual([
      ['c', '0:4'],
      ['b', '0:9', '1:1'],
      ['a', '0:3', '1:2'],
    ]);
  });

  it('put the orders in turn: who begins first comes first', () => {
    expect(ordersInSheetOrder(context).map(({ parsed }) => parsed.key)).toEqual(['a', 'c', 'b']);
    expect(context.orders.map((order) => firstLine(order).parsed.row)).toEqual([4, 9, 3]);
  });

  it('know their order, item and amount', () => {
    const [line, without] = contextWith([{}, { itemCode: 'Z', unitPrice: undefined }]).lines;
    expect(line).toMatchObject({ item: { kind: 'found', entry: { code: 'A-1' } }, amount: '20' });
    expect(line?.order).toMatchObject({ parsed: { key: '1' }, customer: { kind: 'found', entry: { code: 'C1' } } });
    expect(without).toMatchObject({ item: { kind: 'unknown' }, amount: null });
  });

  it('are there for every order: one without is a mistake of ours', () => {
    const [order] = context.orders;
    expect(() => order && firstLine({ ...order, lines: [] })).toThrow('an order without lines');
  });
});
