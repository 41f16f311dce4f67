import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../core/stock/answer.ts';
import { Pool } from '../../../core/stock/pool.ts';
import { type Demand, fitsPlace, isCountedIn, isThereBy, type Source } from '../../../core/stock/source.ts';
import { compare, type Decimal, sum } from '../../../core/value/decimal.ts';
import { date, demand, demands, source, sources } from './given.ts';

const serve = (stock: readonly Source[], wishes: readonly Demand[]) => {
  const pool = new Pool(stock);
  return wishes.map((wish) => pool.take(wish));
};
/** "4 of now", "2 late of 2026-12-05" */
const said = (taken: ReturnType<Pool['take']>): string[] =>
  taken.allocations.map(
    ({ source: from, quantity, inTime }) =>
      `${quantity}${inTime ? '' : ' late'} of ${from.warehouse ?? from.date ?? 'now'}`,
  );

describe('a pool gives each demand', () => {
  it('the latest source that is still in time, so that who needs it sooner finds what is there', () => {
    const stock = [source(5), source(5, '2026-12-01'), source(5, '2026-12-05')];
    const [later, sooner] = serve(stock, [demand(7, '2026-12-05'), demand(5)]);
    expect(said(later as never)).toEqual(['5 of 2026-12-05', '2 of 2026-12-01']);
    expect(said(sooner as never)).toEqual(['5 of now']);
  });

  it('what arrives on the very day, not the day after', () => {
    const stock = [source(1, '2026-12-05'), source(1, '2026-12-06')];
    expect(serve(stock, [demand(2, '2026-12-05')]).map(said)).toEqual([['1 of 2026-12-05', '1 late of 2026-12-06']]);
  });

  it('the first arrivals after its day for what it can’t have in time, and keeps them from those behind', () => {
    const stock = [source(2), source(3, '2026-12-03'), source(3, '2026-12-07')];
    const [first, second] = serve(stock, [demand(4), demand(3, '2026-12-08')]);
    expect(said(first as never)).toEqual(['2 of now', '2 late of 2026-12-03']);
    expect(said(second as never)).toEqual(['3 of 2026-12-07']);
  });

  it('nothing that arrives after new goods could', () => {
    const stock = [source(1, '2026-12-03'), source(5, '2026-12-04')];
    const [taken] = serve(stock, [demand(4, null, { supplyFrom: date('2026-12-03') })]);
    expect(said(taken as never)).toEqual(['1 late of 2026-12-03']);
    expect(taken?.missing).toBe('3');
  });

  it('what its own warehouse has and gets, and nothing of another (R23)', () => {
    const stock = [
      source(2, null, { warehouse: '南仓' }),
      source(2, null, { warehouse: '北仓' }),
      source(9, '2026-12-03', { warehouse: '北仓' }),
    ];
    const [taken] = serve(stock, [demand(12, null, { warehouse: ' 北仓' })]);
    expect(said(taken as never)).toEqual(['2 of 北仓', '9 late of 北仓']);
    expect(taken).toMatchObject({ missing: '1', elsewhere: [{ warehouse: '南仓', quantity: '2' }] });
  });

  it('of what is promised or gone already, the rest from elsewhere rather than twice', () => {
    const stock = [
      source(2, null, { warehouse: '南仓' }),
      source(2, null, { warehouse: '北仓' }),
      source(9, '2026-12-03', { warehouse: '北仓' }),
    ];
    const [taken] = serve(stock, [demand(5, null, { warehouse: '北仓', isTaken: true })]);
    expect(said(taken as never)).toEqual(['2 of 北仓', '2 of 南仓', '1 late of 北仓']);
    expect(taken?.elsewhere).toEqual([]);
  });

  it('its own batch only; what names none is of none, unless the item is kept without batches', () => {
    const lots = [source(2, null, { batch: 'L1' }), source(3, null, { batch: 'L2' }), source(9)];
    const [taken] = serve(lots, [demand(5, null, { batch: ' l2' })]);
    expect(taken).toMatchObject({ inTime: '3', missing: '2' });
    expect(serve([source(9)], [demand(5, null, { batch: 'L2' })])[0]).toMatchObject({ inTime: '5' });
    // All of its batches are gone; the sheet still keeps them.
    expect(new Pool([source(9)], true).take(demand(5, null, { batch: 'L2' }))).toMatchObject({ missing: '5' });
    const both = [source(2, null, { batch: 'L1', warehouse: 'A' }), source(3, null, { batch: 'L1', warehouse: 'B' })];
    expect(serve(both, [demand(5, null, { batch: 'L1', warehouse: 'B' })])[0]).toMatchObject({
      inTime: '3',
      elsewhere: [{ warehouse: 'A', quantity: '2' }],
    });
  });

  it('what others took of its warehouse who could as well have another in time', () => {
    const stock = [
      source(5, null, { warehouse: 'A' }),
      source(3, null, { warehouse: 'B' }),
      source(9, '2026-12-09', { warehouse: 'B' }),
    ];
    const [x, y, z] = [{ order: 'x' }, { order: 'y' }, { order: 'z' }];
    const anybody = [demand(4, null, { holder: x }), demand(1, '2026-12-09', { holder: y, warehouse: 'A' })];
    const [, , bound, late] = serve(stock, [
      ...anybody,
      demand(6, null, { holder: z, warehouse: 'A' }),
      demand(1, null, { warehouse: 'A' }),
    ]);
    // x moves 3 to B; 1 of his must stay, and y asked for A himself.
    expect(said(bound as never)).toEqual(['3 of A']);
    expect(late?.held?.named.map(({ holder, quantity }) => `${holder.order} ${quantity}`)).toEqual([
      'x 1',
      'y 1',
      'z 3',
    ]);
  });

  it('lots of one day as the sheet lists them, and lots without warehouse as everybody’s own', () => {
    const stock = [source(1, null, { warehouse: 'A' }), source(1), source(1, null, { warehouse: 'B' })];
    expect(serve(stock, [demand(2)]).map(said)).toEqual([['1 of A', '1 of now']]);
    expect(serve(stock, [demand(3, null, { warehouse: 'B' })]).map(said)).toEqual([['1 of now', '1 of B']]);
  });

  it('nothing counted in another unit, and anything where nobody says the unit', () => {
    const stock = [source(5, null, { unit: 'carton' }), source(1)];
    expect(serve(stock, [demand(3, null, { unit: 'piece' })])[0]).toMatchObject({ missing: '2' });
    expect(serve(stock, [demand(6)])[0]).toMatchObject({ missing: '0' });
    const pool = new Pool([source(5, null, { unit: 'carton' })]);
    expect([pool.isComparable('piece'), pool.isComparable('carton'), pool.isComparable(null)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(new Pool([]).isComparable('piece')).toBe(true);
  });
});

describe('who holds the goods', () => {
  const held = (taken: ReturnType<Pool['take']> | undefined) => ({
    named: taken?.held?.named.map(({ holder, quantity }) => `${holder.order} ${quantity}`),
    others: taken?.held?.others,
  });

  it('is asked only by who is short, and holds what would have been in time', () => {
    const stock = [source(5), source(5, '2026-12-05')];
    const wishes = [
      demand(5, '2026-12-06', { holder: { order: 'later' } }),
      demand(4, null, { holder: { order: 'now' } }),
      demand(3, '2026-12-01'),
    ];
    const [first, , short] = serve(stock, wishes);
    expect(first?.held).toBeNull();
    expect(held(short)).toEqual({ named: ['now 4'], others: '0' });
  });

  it('is added up by order, not counting one’s own share, and answered anew once that is taken', () => {
    const [a, b] = [{ order: 'a' }, { order: 'b' }];
    const taken = serve(
      [source(9)],
      [
        demand(3, null, { holder: a }),
        demand(4, null, { holder: a }),
        demand(5, null, { holder: b }),
        demand(1),
        demand(1),
      ],
    );
    expect(taken.slice(2).map(held)).toEqual([
      { named: ['a 7'], others: '0' },
      { named: ['a 7', 'b 2'], others: '0' },
      { named: ['a 7', 'b 2'], others: '0' },
    ]);
  });

  it('is named up to five, first come first; the others are added up', () => {
    const orders = Array.from({ length: 7 }, (_, index) => demand(1, null, { holder: { order: `P${index}` } }));
    const taken = serve([source(7)], [...orders, demand(2)]);
    expect(held(taken.at(-1))).toEqual({ named: ['P0 1', 'P1 1', 'P2 1', 'P3 1', 'P4 1'], others: '2' });
  });

  it('differs by day and unit', () => {
    const stock = [source(1, null, { unit: 'box' }), source(1, '2026-12-02', { unit: 'bag' })];
    const [box, bag] = [{ order: 'box' }, { order: 'bag' }];
    const taken = serve(stock, [
      demand(1, '2026-12-02', { holder: bag, unit: 'bag' }),
      demand(1, null, { holder: box, unit: 'box' }),
      demand(1, '2026-12-02'),
      demand(1, null),
      demand(1, '2026-12-02', { unit: 'bag' }),
    ]);
    expect(taken.slice(2).map(held)).toEqual([
      { named: ['bag 1', 'box 1'], others: '0' },
      { named: ['box 1'], others: '0' },
      { named: ['bag 1'], others: '0' },
    ]);
  });
});

it('what is free on a day is what nobody took, whenever it is asked', () => {
  const pool = new Pool([source(5), source(4, '2026-12-05'), source(2, null, { unit: 'carton' })]);
  const free = () =>
    [null, '2026-12-04', '2026-12-05'].map((by) => pool.freeBy({ by: by === null ? null : date(by), unit: 'piece' }));
  expect(free()).toEqual(['5', '5', '9']);
  pool.take(demand(6, '2026-12-05', { unit: 'piece' }));
  expect(free()).toEqual(['3', '3', '3']);
  expect(pool.rest()).toEqual([{ ...source(2), unit: 'carton' }, source(3)].toReversed());
});

const inTime = ({ allocations }: ReturnType<Pool['take']>): Decimal =>
  sum(allocations.filter((allocation) => allocation.inTime).map(({ quantity }) => quantity));

describe('whatever the stock and whoever wants it', () => {
  it('nothing is promised twice, and every wish is in time, late or missing', () => {
    fc.assert(
      fc.property(sources, demands, (stock, wishes) => {
        const pool = new Pool(stock);
        const promised = wishes.flatMap((wish) => {
          const { allocations, missing } = pool.take(wish);
          expect(sum([...allocations.map(({ quantity }) => quantity), missing])).toBe(wish.quantity);
          return allocations;
        });
        // Who took of a lot may have moved to another since; what is gone in all is what was promised in all.
        const rest = pool.rest();
        for (const { source: from } of promised) expect(stock).toContain(from);
        expect(sum([...promised, ...rest].map(({ quantity }) => quantity))).toBe(
          sum(stock.map(({ quantity }) => quantity)),
        );
      }),
    );
  });

  it('who names a place gets of that place only, and no more than it has', () => {
    fc.assert(
      fc.property(sources, demands, (stock, wishes) => {
        const taken = serve(stock, wishes);
        for (const place of ['North', 'South']) {
          const own = taken.filter((_, index) => wishes[index]?.warehouse === place);
          const got = own.flatMap(({ allocations }) => allocations);
          for (const { source: from } of got) expect([undefined, place]).toContain(from.warehouse);
          const there = stock.filter(({ warehouse }) => warehouse === undefined || warehouse === place);
          expect(
            compare(sum(got.map(({ quantity }) => quantity)), sum(there.map(({ quantity }) => quantity))),
          ).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('what counts as in time is there by the day, what is late comes after it and before new goods', () => {
    fc.assert(
      fc.property(sources, demands, (stock, wishes) => {
        serve(stock, wishes).forEach(({ allocations }, index) => {
          const { by, supplyFrom, unit } = wishes[index] as Demand;
          for (const { source: from, inTime: isInTime } of allocations) {
            expect(isInTime).toBe(from.date === null || (by !== null && from.date <= by));
            expect(from.unit === null || unit === null || from.unit === unit).toBe(true);
            if (!isInTime && supplyFrom !== null) expect((from.date ?? '') <= supplyFrom).toBe(true);
          }
        });
      }),
    );
  });

  it('who comes later changes nothing for those before him', () => {
    fc.assert(
      fc.property(sources, demands, fc.nat(14), (stock, wishes, length) => {
        expect(serve(stock, wishes.slice(0, length))).toEqual(serve(stock, wishes).slice(0, length));
      }),
    );
  });

  it('more stock makes nobody’s share smaller or later', () => {
    // Of one unit: goods in an unknown unit may serve whoever comes first.
    const inOne = ({ unit: _, ...rest }: Source): Source => ({ ...rest, unit: null });
    fc.assert(
      fc.property(sources, demands, sources, fc.nat(8), (stock, wishes, more, place) => {
        const before = stock.map(inOne);
        const after = before.toSpliced(place, 0, ...more.map(inOne));
        const [poor, rich] = [serve(before, wishes), serve(after, wishes)];
        wishes.forEach((wish, index) => {
          const [had, has] = [poor[index], rich[index]].map((taken) => answerOf(wish, taken as never));
          expect(compare(has?.available as Decimal, had?.available as Decimal)).toBeGreaterThanOrEqual(0);
          if (had?.complete) expect((has?.complete ?? '') <= had.complete).toBe(true);
        });
      }),
    );
  });

  it('as much as can be is in time: no other handing out serves more', () => {
    const day = (text: string | null) => text ?? '';
    // A warehouse of one's own, or another unit, may cost that much.
    const anywhere = <Of extends { warehouse?: string | undefined }>({ warehouse: _, ...rest }: Of) => ({
      ...rest,
      unit: null,
    });
    fc.assert(
      fc.property(sources, demands, (stock, wishes) => {
        const lots = stock.map((lot) => ({ ...anywhere(lot), left: Number(lot.quantity) }));
        const inTimeOnly = { supplyFrom: date('2026-01-01') };
        const got = sum(
          serve(
            lots,
            wishes.map((wish) => ({ ...anywhere(wish), ...inTimeOnly })),
          ).map(inTime),
        );
        // Earliest day first, from what is there first: the most there is when nobody has a rank.
        lots.sort((a, b) => (day(a.date) < day(b.date) ? -1 : 1));
        let most = 0;
        for (const { by, quantity } of wishes.toSorted((a, b) => (day(a.by) < day(b.by) ? -1 : 1))) {
          let wanted = Number(quantity);
          for (const lot of lots.filter((one) => isThereBy(one, by))) {
            const taken = Math.min(wanted, lot.left);
            lot.left -= taken;
            wanted -= taken;
          }
          most += Number(quantity) - wanted;
        }
        expect(got).toBe(String(most));
      }),
    );
  });

  it('who is short can see where everything in time has gone', () => {
    fc.assert(
      fc.property(sources, demands, (stock, wishes) => {
        serve(stock, wishes).forEach((taken, index) => {
          const { by, unit, ...wish } = wishes[index] as Demand;
          const { held } = taken;
          if (!held) expect(inTime(taken)).toBe(wishes[index]?.quantity);
          if (!held) return;
          const there = stock.filter(
            (lot) => isThereBy(lot, by) && isCountedIn(lot, unit) && fitsPlace(wish, false)(lot),
          );
          const named = sum(held.named.map(({ quantity }) => quantity));
          expect(sum([named, held.others, inTime(taken)])).toBe(sum(there.map(({ quantity }) => quantity)));
        });
      }),
    );
  });
});
