import { expect, it } from 'vitest';
import type { Item, OpenDemand, PriceBook, StockBook, StockLine } from '../../../core/check/knowledge.ts';
import { itemNamesIn } from '../../../core/check/stock-names.ts';
import { comparableWith, sourcesOf, takingsOf } from '../../../core/stock/book-sources.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

const line = (itemCode: string, onHand: string, rest: Partial<StockLine> = {}): StockLine => ({
  itemCode,
  onHand: onHand as Decimal,
  inbound: '0' as Decimal,
  ...rest,
});
const book = (...lines: readonly StockLine[]): StockBook => ({ source: { from: 'published' }, lines });
const names = itemNamesIn(null);
const demand = (
  orderNumber: string,
  itemCode: string,
  quantity: string,
  rest: Partial<OpenDemand> = {},
): OpenDemand => ({
  orderNumber,
  itemCode,
  quantity: quantity as Decimal,
  ...rest,
});

it('lists a stock without any goods, too: nothing can be promised of it', () => {
  expect(Object.fromEntries(sourcesOf(book(line('A01', '0'), line('B02', '3')), names))).toMatchObject({
    a01: [],
    b02: [{ quantity: '3', date: null }],
  });
});

it('has what is still to come, and nothing that was due before the count', () => {
  const inbound = { inbound: '4' as Decimal, inboundDate: '2026-11-10' as PlainDate };
  const lines = [line('A01', '1', inbound)];
  const counted = (asOf?: string): StockBook => ({
    source: { from: 'published', ...(asOf && { asOf: asOf as PlainDate }) },
    lines,
  });
  const quantities = (of: StockBook) =>
    sourcesOf(of, names)
      .get('a01')
      ?.map(({ quantity }) => quantity);
  expect(quantities(counted('2026-11-09'))).toEqual(['4', '1']);
  expect(quantities(counted('2026-11-11'))).toEqual(['1']);
  expect(quantities(counted())).toEqual(['4', '1']);
});

it('leaves out what is counted in several units, and a code that several items share', () => {
  expect([
    ...sourcesOf(book(line('A01', '1', { unit: '箱' }), line('A01', '1', { unit: '公斤' })), names).keys(),
  ]).toEqual([]);
  const sizes = ['M', 'L'].map((specification) => ({ code: 'C03', name: '衬衫', specification, unit: '件' }) as Item);
  const prices = { source: { from: 'published' }, currency: 'CNY', items: sizes } as PriceBook;
  const shared = book(line('C03', '1', { specification: 'M' }), line('D04', '1'));
  expect([...sourcesOf(shared, itemNamesIn(prices)).keys()]).toEqual(['d04']);
});

it('has what orders take by stock, first who is due first, without what the book does not list', () => {
  const [late, soon] = [demand('1', 'A01', '2', { dueDate: '2026-12-24' as PlainDate }), demand('2', 'a01', '3')];
  const takings = takingsOf([late, soon, demand('3', 'Z99', '1')], book(line('A01', '9')), names);
  expect([...takings].map(([key, all]) => [key, all.map(({ order }) => order)])).toEqual([['a01', ['2', '1']]]);
});

it('takes nothing in units that nobody can convert', () => {
  const counted = book(line('A01', '9', { unit: '箱' }));
  const sources = sourcesOf(counted, names).get('a01') ?? [];
  const takings =
    takingsOf([demand('1', 'A01', '2', { unit: '公斤' }), demand('2', 'A01', '1')], counted, names).get('a01') ?? [];
  expect(comparableWith(sources, takings).map(({ order }) => order)).toEqual(['2']);
  expect(comparableWith([], takings)).toHaveLength(2);
});
