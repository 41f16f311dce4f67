import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { itemNamesIn } from '../../../core/check/stock-names.ts';
import { type PriorityLaw, priorityLaws } from '../../../core/policy/priority-law.ts';
import { type Claim, type LawPreview, type PreviewGiven, previewLaws } from '../../../core/stock/priority-preview.ts';
import { add, compare, sum, zero } from '../../../core/value/decimal.ts';
import { date, decimal } from './given.ts';

const today = date('2026-11-21');
type Inbound = readonly [string, string];

const book = (onHand: string, ...inbound: readonly Inbound[]): PreviewGiven['stock']['book'] => ({
  source: { from: 'published', asOf: today },
  lines: [
    { itemCode: 'A', onHand: decimal(onHand), inbound: zero },
    ...inbound.map(([quantity, on]) => ({
      itemCode: 'A',
      onHand: zero,
      inbound: decimal(quantity),
      inboundDate: date(on),
    })),
  ],
});
const claim = (
  order: string,
  quantity: string,
  due: string | undefined,
  standing: Claim['standing'] = {},
  itemCode = 'A',
): Claim => ({
  order,
  customer: `customer of ${order}`,
  standing: { dueDate: due === undefined ? undefined : date(due), ...standing },
  lines: [
    {
      line: 1,
      itemCode,
      item: undefined,
      wanted: { quantity: decimal(quantity), unit: null },
      due: due === undefined ? undefined : date(due),
    },
  ],
});
const preview = (
  claims: readonly Claim[],
  stock: PreviewGiven['stock']['book'],
  more: Partial<Omit<PreviewGiven, 'stock'>> & { openDemand?: PreviewGiven['stock']['openDemand'] } = {},
) => {
  const { openDemand = [], ...rest } = more;
  return previewLaws({
    claims,
    stock: { book: stock, openDemand, items: itemNamesIn(null), today },
    longestWaitDays: null,
    leadTimeDays: null,
    ...rest,
  });
};
const by = (laws: readonly LawPreview[], law: PriorityLaw): LawPreview => {
  const found = laws.find((each) => each.law === law);
  if (found === undefined) throw new Error(`no preview of ${law}`);
  return found;
};
const numbers = ({ orders }: LawPreview) => orders.map(({ order }) => order);

describe('every law is shown, with who gets what, by when and how late', () => {
  const claims = [
    claim('1', '8', '2026-12-01', { customerClass: 'C', size: { parts: 3, amount: decimal('900') } }),
    claim('2', '5', '2026-11-25', { customerClass: 'A', size: { parts: 1, amount: decimal('500') }, place: 0 }),
  ];
  const laws = preview(claims, book('8', ['5', '2026-12-04']));

  it('in the order of the list', () => {
    expect(laws.map(({ law }) => law)).toEqual(priorityLaws);
  });
  it('first come: the first gets all, the second waits for what arrives', () => {
    expect(by(laws, 'first-come')).toEqual({
      law: 'first-come',
      filled: 1,
      late: 1,
      lateDays: 9,
      unknown: 0,
      orders: [
        {
          order: '1',
          customer: 'customer of 1',
          waitedTooLong: false,
          lateDays: 0,
          lines: [{ line: 1, itemCode: 'A', due: '2026-12-01', wanted: '8', inTime: '8', later: [], unknown: '0' }],
        },
        {
          order: '2',
          customer: 'customer of 2',
          waitedTooLong: false,
          lateDays: 9,
          lines: [
            {
              line: 1,
              itemCode: 'A',
              due: '2026-11-25',
              wanted: '5',
              inTime: '0',
              later: [{ on: '2026-12-04', quantity: '5' }],
              unknown: '0',
            },
          ],
        },
      ],
    });
  });
  it.each(['given-sequence', 'small-first', 'nearest-due', 'class'] as const)('%s serves the other first', (law) => {
    const { orders, lateDays, filled } = by(laws, law);
    expect([numbers(by(laws, law)), filled, lateDays]).toEqual([['2', '1'], 1, 3]);
    expect(orders[1]?.lines[0]).toMatchObject({ inTime: '3', later: [{ on: '2026-12-04', quantity: '5' }] });
  });
});

test('a small order that has waited too long comes before the class that would pass it for ever', () => {
  const claims = [
    claim('A', '5', '2026-12-01', { customerClass: 'A', since: date('2026-11-20') }),
    claim('C', '2', '2026-12-01', { customerClass: 'C', since: date('2026-11-01') }),
  ];
  const patient = by(preview(claims, book('5')), 'class');
  const fair = by(preview(claims, book('5'), { longestWaitDays: 10 }), 'class');
  expect([numbers(patient), patient.orders[1]?.waitedTooLong]).toEqual([['A', 'C'], false]);
  expect([numbers(fair), fair.orders[0]?.waitedTooLong]).toEqual([['C', 'A'], true]);
});

test('what orders hold already stays theirs; what is missing comes by the lead time, or nobody knows when', () => {
  const openDemand = [{ orderNumber: 'SO-1', itemCode: 'A', name: 'A', quantity: decimal('6') }];
  const wanting = [claim('1', '5', '2026-11-30')];
  const [known] = preview(wanting, book('8'), { openDemand, leadTimeDays: 20 });
  expect(known?.orders[0]).toMatchObject({
    lateDays: 11,
    lines: [{ inTime: '2', later: [{ on: '2026-12-11', quantity: '3' }], unknown: '0' }],
  });
  const [unknown] = preview(wanting, book('8'), { openDemand });
  expect(unknown).toMatchObject({ filled: 0, late: 0, unknown: 1 });
  expect(unknown?.orders[0]).toMatchObject({ lateDays: null, lines: [{ inTime: '2', later: [], unknown: '3' }] });
});

test('a date that has passed is late by today; without one an order wants it now', () => {
  const [law] = preview(
    [claim('late', '1', '2026-11-19'), claim('now', '1', undefined)],
    book('1', ['1', '2026-11-24']),
  );
  expect(law?.orders.map(({ lateDays }) => lateDays)).toEqual([2, 3]);
});

test('what the stock sheet doesn’t keep no law shares out', () => {
  const [law] = preview([claim('1', '5', '2026-12-01', {}, 'B')], book('5'));
  expect(law).toMatchObject({ orders: [], filled: 0 });
});

const day = fc.integer({ min: 19, max: 30 }).map((number) => date(`2026-11-${number}`));
const amount = fc.integer({ min: 1, max: 30 }).map(decimal);
const claims = fc.array(
  fc.record({
    quantity: amount,
    due: fc.option(day, { nil: undefined }),
    standing: fc.record({
      since: fc.option(day, { nil: undefined }),
      promised: fc.option(day, { nil: undefined }),
      customerClass: fc.constantFrom('A', 'B', 'C', undefined),
      place: fc.option(fc.nat(9), { nil: undefined }),
      workDays: fc.option(fc.nat(30), { nil: undefined }),
      size: fc.option(fc.record({ parts: fc.integer({ min: 1, max: 4 }), amount: fc.option(amount) }), {
        nil: undefined,
      }),
    }),
  }),
  { maxLength: 12 },
);

test('no law promises more than there is by any day, none leaves goods lying that somebody lacks, and looking changes nothing', () => {
  const inbound = fc.array(fc.tuple(amount, day), { maxLength: 4 });
  fc.assert(
    fc.property(
      claims,
      amount,
      inbound,
      fc.nat(20),
      fc.option(fc.integer({ min: 1, max: 5 })),
      (wanting, onHand, arriving, held, longestWaitDays) => {
        const all = wanting.map(({ quantity, due, standing }, index) => claim(`${index}`, quantity, due, standing));
        const openDemand = held === 0 ? [] : [{ orderNumber: 'SO', itemCode: 'A', name: 'A', quantity: decimal(held) }];
        const future = arriving.filter(([, on]) => on >= today);
        const stock = book(onHand, ...arriving.map(([quantity, on]) => [quantity, on] as const));
        const laws = preview(all, stock, { openDemand, longestWaitDays });
        expect(preview(all, stock, { openDemand, longestWaitDays })).toEqual(laws);
        const totals = laws.map(({ law, orders, filled, late, unknown }) => {
          expect(new Set(numbers(by(laws, law)))).toEqual(new Set(all.map(({ order }) => order)));
          expect(filled + late + unknown).toBe(all.length);
          const lines = orders.flatMap((order) => order.lines);
          for (const { wanted, inTime, later, unknown: never } of lines)
            expect(sum([inTime, never, ...later.map(({ quantity }) => quantity)])).toBe(wanted);
          const promised = sum(
            lines.flatMap(({ inTime, later }) => [inTime, ...later.map(({ quantity }) => quantity)]),
          );
          const there = add(onHand, sum(future.map(([quantity]) => quantity)));
          expect(compare(promised, there)).toBeLessThanOrEqual(0);
          for (const last of [today, ...future.map(([, on]) => on)]) {
            const due = lines.filter(({ due: own }) => own === undefined || own <= last);
            const by = sum(due.map(({ inTime }) => inTime));
            const come = sum(future.filter(([, on]) => on <= last).map(([quantity]) => quantity));
            expect(compare(by, add(onHand, come))).toBeLessThanOrEqual(0);
          }
          return promised;
        });
        expect(new Set(totals).size).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 500 },
  );
});

test('a line that names a place gets what is of that place', () => {
  const lines = ['East', 'West'].map((warehouse) => ({
    itemCode: 'A',
    warehouse,
    batch: `of ${warehouse}`,
    onHand: decimal('5'),
    inbound: zero,
  }));
  const inTime = (place: { warehouse?: string; batch?: string }) => {
    const one = claim('1', '8', '2026-12-01');
    const claims = [{ ...one, lines: one.lines.map((each) => ({ ...each, ...place })) }];
    return preview(claims, { source: { from: 'published', asOf: today }, lines })[0]?.orders[0]?.lines[0]?.inTime;
  };
  expect([inTime({}), inTime({ warehouse: 'West' }), inTime({ batch: 'of East' })]).toEqual(['8', '5', '5']);
});
