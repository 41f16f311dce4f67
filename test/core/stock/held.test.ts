import { describe, expect, it } from 'vitest';
import { Holdings } from '../../../core/stock/held.ts';
import type { Allocation, Source } from '../../../core/stock/source.ts';
import { date, decimal, source } from './given.ts';

const holders = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((order) => ({ order }));
const [a, b, c] = holders as [{ order: string }, { order: string }, { order: string }];
const of = (from: Source, quantity: number): Allocation => ({
  source: from,
  quantity: decimal(quantity),
  inTime: true,
});
const onHand = source(99);
const anywhere = () => true;
const heldOf = (
  promised: readonly (readonly [{ order: string }, ...Allocation[]])[],
  total: number,
  asked: { by?: string; unit?: string } = {},
) => {
  const holdings = new Holdings();
  for (const [holder, ...allocations] of promised) holdings.add(holder, allocations);
  const { by, unit = null } = asked;
  const { named, others } = holdings.of({ by: by === undefined ? null : date(by), unit }, anywhere, decimal(total));
  return [...named.map(({ holder, quantity }) => `${holder.order} ${quantity}`), `others ${others}`];
};

describe('who holds the goods', () => {
  it('is named in the order they were served, each once with all he holds', () => {
    const promised = [
      [b, of(onHand, 2)],
      [a, of(onHand, 1), of(onHand, 3)],
      [b, of(onHand, 4), of(onHand, 1)],
    ] as const;
    expect(heldOf(promised, 11)).toEqual(['B 7', 'A 4', 'others 0']);
  });

  it('are five at most; what the rest hold is one figure', () => {
    const promised = holders.map((holder) => [holder, of(onHand, 2)] as const);
    expect(heldOf(promised, 14)).toEqual(['A 2', 'B 2', 'C 2', 'D 2', 'E 2', 'others 4']);
    expect(heldOf(promised.slice(0, 5), 10)).toEqual(['A 2', 'B 2', 'C 2', 'D 2', 'E 2', 'others 0']);
  });

  it('is nobody who holds what comes too late, or what is counted otherwise', () => {
    const promised = [
      [a, of(source(9, '2026-12-05'), 1)],
      [b, of(source(9, null, { unit: 'carton 1' }), 2)],
      [c, of(source(9, '2026-12-01', { unit: 'piece 1' }), 3), of(source(9, '2026-12-09', { unit: 'piece 1' }), 4)],
    ] as const;
    expect(heldOf(promised, 3, { by: '2026-12-04', unit: 'piece 1' })).toEqual(['C 3', 'others 0']);
    expect(heldOf(promised, 2)).toEqual(['B 2', 'others 0']);
  });

  it('isn’t changed by what the giver of the promises adds to his list', () => {
    const holdings = new Holdings();
    const allocations = [of(onHand, 2)];
    holdings.add(a, allocations);
    allocations.push(of(onHand, 5));
    holdings.add(a, [of(onHand, 1)]);
    expect(allocations).toHaveLength(2);
    expect(holdings.of({ by: null, unit: null }, anywhere, decimal(3)).named).toEqual([{ holder: a, quantity: '3' }]);
  });

  it('is nobody where nothing is promised', () => {
    expect(heldOf([], 0)).toEqual(['others 0']);
    expect(heldOf([[a]], 0)).toEqual(['others 0']);
  });
});
