import { expect, it } from 'vitest';
import { allot, type Taking } from '../../../core/stock/allot.ts';
import type { Source } from '../../../core/stock/source.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

const source = (quantity: string, rest: Partial<Source> = {}): Source => ({
  date: null,
  unit: null,
  quantity: quantity as Decimal,
  ...rest,
});
const taking = (order: string, quantity: string, rest: Partial<Taking> = {}): Taking => ({
  order,
  quantity: quantity as Decimal,
  unit: null,
  by: null,
  ...rest,
});
const told = (sources: readonly Source[], ...takings: readonly Taking[]) => {
  const { shares, uncovered } = allot(sources, takings);
  return {
    shares: shares.map(({ order, source: of, quantity }) => [order, sources.indexOf(of), quantity]),
    uncovered: Object.fromEntries(uncovered),
  };
};

it('gives each the latest source in time, and of one source one share to an order', () => {
  const sources = [source('5'), source('5', { date: '2026-12-01' as PlainDate })];
  const by = '2026-12-24' as PlainDate;
  expect(told(sources, taking('A', '3', { by }), taking('A', '1', { by }), taking('B', '2'))).toEqual({
    shares: [
      ['A', 1, '4'],
      ['B', 0, '2'],
    ],
    uncovered: {},
  });
});

it('says what no source covers, of every order', () => {
  expect(told([source('5')], taking('A', '4'), taking('B', '2'), taking('B', '1'))).toEqual({
    shares: [
      ['A', 0, '4'],
      ['B', 0, '1'],
    ],
    uncovered: { B: '2' },
  });
});

it('tells where an order is in the end that made room for one that names its warehouse', () => {
  const sources = [source('5', { warehouse: 'north' }), source('5', { warehouse: 'south' })];
  const { shares, uncovered } = told(sources, taking('A', '5'), taking('B', '5', { warehouse: 'north' }));
  expect(new Set(shares)).toEqual(
    new Set([
      ['A', 1, '5'],
      ['B', 0, '5'],
    ]),
  );
  expect(uncovered).toEqual({});
});
