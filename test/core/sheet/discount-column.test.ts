import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

/** The discounts read; a cell nobody can tell is "?", an empty one "–". */
const read = (rows: readonly (readonly CellValue[])[], more: Partial<Grid>): string[] =>
  (understandSheets([gridOf(rows, more)]).orders[0]?.rows ?? []).map(
    ({ values: { discount }, unreadable }) => discount ?? (unreadable.length > 0 ? '?' : '–'),
  );

const discounts = (heading: string, cells: readonly CellValue[], more: Partial<Grid> = {}): string[] =>
  read([['订单号', '品名', '数量', heading], ...cells.map((cell) => ['A1', '锁', 1, cell])], more);

/** A row of ten pieces: price, discount, amount. */
type Sale = readonly [price: number, discount: CellValue, amount: number | null];
const withAmounts = (heading: string, sales: readonly Sale[], more: Partial<Grid> = {}): string[] =>
  read(
    [
      ['订单号', '品名', '数量', '单价', heading, '金额'],
      ...sales.map(([price, discount, amount]) => ['A1', '锁', 10, price, discount, amount]),
    ],
    more,
  );

describe('a column of discounts without amounts', () => {
  it.each<[string, string, readonly CellValue[], readonly string[]]>([
    ['shares under 折扣 are what is paid', '折扣', [0.95, 0.5, 1], ['0.05', '0.5', '0']],
    ['unless one is too small for that', '折扣', [0.95, 0.49], ['0.95', '0.49']],
    ['shares under another word are granted', '让利', [0.95, 0.5], ['0.95', '0.5']],
    ['whole numbers under another word are percents granted', 'Discount', [5, 12.5], ['0.05', '0.125']],
    ['50 to 100 under 折扣 are percents paid', '折扣', [50, 95, 100], ['0.5', '0.05', '0']],
    ['traditional script as well', '折扣率', [88], ['0.12']],
    ['1 to 10 under 折扣 could be either', '折扣', [9.5, 9, 10], ['?', '?', '?']],
    ['beside anything smaller or larger they are percents granted', '折扣', [9, 12], ['0.09', '0.12']],
    ['half a percent beside them: granted', '折扣', [9, 0.5], ['0.09', '0.005']],
    ['49 is no percentage paid', '折扣', [49, 95], ['0.49', '0.95']],
    ['nor is 101', '折扣', [101, 95], ['1.01', '0.95']],
    ['under 折扣(%) small numbers are percents granted', '折扣(%)', [5, 0.5], ['0.05', '0.005']],
    ['zero decides nothing', '折扣', [0, 0.95], ['?', '0.05']],
    ['what has its sign is not asked', '折扣', ['5%', '９５％', '9折', 9.5], ['0.05', '0.95', '0.1', '?']],
    [
      'nor are words',
      '折扣',
      ['九五折', '八折', '打８８折', '九點五折', '对折', '半價', '十折'],
      ['0.05', '0.2', '0.12', '0.05', '0.5', '0.5', '?'],
    ],
    ['a minus is looked at by its size', '让利', [-5, 12], ['-0.05', '0.12']],
  ])('%s', (_, heading, cells, expected) => {
    expect(discounts(heading, cells)).toEqual(expected);
  });

  it('knows numbers shown as percents', () => {
    const formats = [[], [null, null, null, '0%'], [null, null, null, '0.00%']];
    expect(discounts('折扣', [0.05, 0.125], { formats })).toEqual(['0.05', '0.125']);
    // They leave the others to themselves.
    const mixed = [[], [null, null, null, '0%'], []];
    expect(discounts('折扣', [0.95, 90], { formats: mixed })).toEqual(['0.05', '0.1']);
  });
});

describe('amounts tell what the numbers mean', () => {
  it('against what the heading says', () => {
    expect(
      withAmounts('让利', [
        [100, 95, 950],
        [10, 90, 90],
      ]),
    ).toEqual(['0.05', '0.1']);
    expect(
      withAmounts('折扣', [
        [100, 0.95, 50],
        [10, 0.9, 10],
      ]),
    ).toEqual(['0.95', '0.9']);
    expect(
      withAmounts('折扣率(%)', [
        [100, 95, 950],
        [10, 90, 90],
      ]),
    ).toEqual(['0.05', '0.1']);
    expect(
      withAmounts('Discount', [
        [100, 9.5, 950],
        [10, 9, 90],
      ]),
    ).toEqual(['0.05', '0.1']);
  });

  it('where four of five rows agree; where three of four do, of their own numbers only', () => {
    const right: Sale[] = [
      [100, 95, 950],
      [10, 90, 90],
      [1, 80, 8],
      [2, 90, 18],
    ];
    expect(withAmounts('让利', [...right, [1, 95, 77]])[0]).toBe('0.05');
    expect(withAmounts('让利', [...right.slice(1), [1, 95, 77]])).toEqual(['0.1', '0.2', '0.1', '?']);
  });

  it('by rows that have price, quantity, discount and amount, and by none other', () => {
    const paid: Sale[] = [
      [100, 95, 950],
      [10, 90, 90],
    ];
    const incomplete: Sale[] = [
      [100, 95, null],
      [100, null, 7],
      [100, 0, 7],
      [100, '9折', 900],
    ];
    expect(withAmounts('让利', [...paid, ...incomplete])).toEqual(['0.05', '0.1', '0.05', '–', '?', '0.1']);
  });

  it('to the cent', () => {
    expect(
      withAmounts('让利', [
        [1.234, 95, 11.72],
        [1.237, 95, 11.75],
      ]),
    ).toEqual(['0.05', '0.05']);
    expect(
      withAmounts('让利', [
        [1.234, 95, 11.74],
        [1.237, 95, 11.77],
      ]),
    ).toEqual(['0.95', '0.95']);
  });

  it('number by number, where the column mixes what is paid and what is granted', () => {
    const mixed: Sale[] = [
      [1.2, 0.95, 11.4],
      [89, 8.5, 756.5],
      [100, 12, 880],
      [10, 95, 95],
      [10, '5%', 95],
      [10, '90%', 90],
    ];
    const read = ['0.05', '0.15', '0.12', '0.05', '0.05', '0.1'];
    expect(withAmounts('折扣', mixed)).toEqual(read);
    expect(withAmounts('Discount', mixed)).toEqual(read);
    // What is proven once holds for the same number; what isn't is left to a person once others are read otherwise.
    expect(withAmounts('折扣', [mixed[0] as Sale, mixed[1] as Sale, [7, 8.5, null], [7, 88, null]])).toEqual([
      ...['0.05', '0.15', '0.15'],
      '?',
    ]);
    // An amount that is wrong anyhow, and one that is the discount itself, prove nothing.
    expect(
      withAmounts('让利', [
        [10, 10, 10],
        [10, 20, 33],
      ]),
    ).toEqual(['0.1', '0.2']);
  });

  it('against a percent sign in the heading', () => {
    expect(
      withAmounts('折扣(%)', [
        [100, 9.5, 950],
        [10, 9, 90],
      ]),
    ).toEqual(['0.05', '0.1']);
  });

  it('takes the heading’s word where both are right: half off is half paid', () => {
    expect(withAmounts('让利', [[100, 50, 500]])).toEqual(['0.5']);
    expect(
      withAmounts('折扣', [
        [100, 5, 500],
        [10, 5, 50],
      ]),
    ).toEqual(['0.5', '0.5']);
  });

  it('with percents that show their sign', () => {
    expect(
      withAmounts('折扣', [
        [100, '95%', 950],
        [10, '90%', 90],
      ]),
    ).toEqual(['0.05', '0.1']);
    const formats = [[], [null, null, null, null, '0%'], [null, null, null, null, '0%']];
    expect(
      withAmounts(
        '折扣',
        [
          [100, 0.05, 950],
          [10, 0.1, 90],
        ],
        { formats },
      ),
    ).toEqual(['0.05', '0.1']);
  });
});

describe('a price with its discount in it', () => {
  const granted = (priceHeading: string, rows: readonly (readonly CellValue[])[], header = ['数量', '金额']) => {
    const [orders] = understandSheets([
      gridOf([['订单号', '品名', priceHeading, '折扣', ...header], ...rows.map((row) => ['A1', '锁', ...row])]),
    ]).orders;
    return orders?.table.columns.some(({ field }) => field === 'discount');
  };

  it.each([
    '折后单价',
    '折扣后单价',
    '优惠后单价',
    '折讓後單價',
    '净价',
    '淨單價',
    'Net Price',
    'Price after Discount',
  ])('%s: the discount beside it is only said', (heading) => {
    expect(
      granted(heading, [
        [95, 95, 10, 950],
        [9, 90, 20, 180],
      ]),
    ).toBe(false);
    // Without amounts to go by, too.
    expect(granted(heading, [[95, 95, 10, null]])).toBe(false);
    expect(granted(heading, [[95, 95]], [])).toBe(false);
  });

  it('is granted on top where most amounts show it', () => {
    const top = [10, 0.9, 10, 90];
    const net = [95, 0.95, 10, 950];
    expect(granted('净价', [top, top, net])).toBe(true);
    expect(granted('净价', [top, net])).toBe(false);
    expect(granted('净价', [top])).toBe(true);
  });

  it.each(['单价', '标准价', 'Netto', 'Planet Price'])('%s has none in it', (heading) => {
    expect(granted(heading, [[95, 95, 10, 950]])).not.toBe(false);
  });
});
