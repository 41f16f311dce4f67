import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import type { ColumnChoice } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

/** "amount D": what was guessed of which column. */
const guesses = (header: readonly (string | null)[], rows: Rows, choices: readonly ColumnChoice[] = []): string[] =>
  (understandSheets([gridOf([header, ...rows])], choices).orders[0]?.table.columns ?? []).flatMap(
    ({ field, column, reason }) => (reason === 'content' ? [`${field} ${String.fromCharCode(65 + column)}`] : []),
  );

const header = ['订单号', '品名', '数量', '单价', null];
const row = (quantity: CellValue, price: CellValue, amount: CellValue): readonly CellValue[] => [
  'A1',
  '苹果',
  quantity,
  price,
  amount,
];

describe('a column without heading is the amount', () => {
  it.each<[string, Rows]>([
    ['when it is quantity × price', [row(5, 2, 10), row(3, 0.5, 1.5)]],
    ['when four of five rows are', [row(5, 2, 10), row(3, 2, 6), row(1, 2, 2), row(4, 2, 8), row(5, 2, 99)]],
    ['when it is rounded to cents', [row(3, 0.335, 1.01), row(3, 0.325, 0.97)]],
    ['when numbers are typed as text', [row('5件', '￥2', '10元'), row('１,０００', 2, '2,000.00')]],
    ['whatever rows leave out', [row(5, 2, 10), row(null, 2, 7), row(3, null, 7), row(3, 2, null), row(2, 2, 4)]],
    ['when returns are negative', [row(-5, 2, -10), row(0, 2, 0)]],
  ])('%s', (_, rows) => {
    expect(guesses(header, rows)).toEqual(['amount E']);
  });

  it.each<[string, Rows]>([
    ['when only three of four rows are', [row(5, 2, 10), row(3, 2, 6), row(1, 2, 2), row(5, 2, 99)]],
    ['by one row alone', [row(5, 2, 10)]],
    ['when it is off by a cent', [row(5, 2, 10.01), row(3, 2, 6.01)]],
    ['when it says yes and no', [row(1, 1, true), row(1, 1, true)]],
    ['when nothing can be read', [row('若干', 2, 10), row('若干', 2, 6)]],
  ])('not %s', (_, rows) => {
    expect(guesses(header, rows)).toEqual([]);
  });

  it('judges a long sheet by its first 200 rows', () => {
    const right = Array.from({ length: 200 }, () => row(5, 2, 10));
    const wrong = Array.from({ length: 200 }, () => row(5, 2, 99));
    expect(guesses(header, [...right, ...wrong])).toEqual(['amount E']);
    expect(guesses(header, [...wrong, ...right])).toEqual([]);
  });

  it('not where the sheet has an amount, or no price to multiply', () => {
    const rows = [
      [...row(5, 2, 10), 10],
      [...row(3, 2, 6), 6],
    ];
    expect(guesses([...header, '金额'], rows)).toEqual([]);
    expect(guesses(['订单号', '品名', '数量', '箱数', null], [row(5, 2, 10), row(3, 2, 6)])).toEqual([]);
    expect(guesses(['订单号', '品名', '箱数', '单价', null], [row(5, 2, 10), row(3, 2, 6)])).toEqual([]);
  });

  it('not where it has a heading nobody knows: that is something else', () => {
    expect(guesses([...header.slice(0, 4), '啥'], [row(5, 2, 10), row(3, 2, 6)])).toEqual([]);
  });

  it('and each of several is tried', () => {
    const rows = [
      ['x', ...row(5, 2, 7), 10],
      ['y', ...row(3, 2, 8), 6],
    ];
    expect(guesses(['备注', ...header, null], rows)).toEqual(['amount G']);
  });
});

describe('a column nobody understood is the pack', () => {
  const packed = ['订单号', '品名', '数量', '单价', '啥', '金额'];

  it('when quantity × price × it is the amount', () => {
    expect(
      guesses(packed, [
        ['A1', '可乐', 3, 2, 24, 144],
        ['A1', '水', 2, 1, 12, 24],
      ]),
    ).toEqual(['packSize E']);
  });

  it('and the amount without heading is found with it', () => {
    const rows = [
      ['A1', '可乐', 3, 2, 24, 144],
      ['A1', '水', 2, 1, 12, 24],
    ];
    expect(guesses(['订单号', '品名', '数量', '单价', '啥', null], rows)).toEqual(['packSize E', 'amount F']);
  });

  it('not when the amounts are right without it, though it is one throughout', () => {
    expect(
      guesses(packed, [
        ['A1', '可乐', 3, 2, 1, 6],
        ['A1', '水', 2, 1, 1, 2],
      ]),
    ).toEqual([]);
  });

  it.each<[string, Rows]>([
    [
      'a share of the price',
      [
        ['A1', '可乐', 3, 2, 0.95, 5.7],
        ['A1', '水', 2, 1, 0.9, 1.8],
      ],
    ],
    [
      'a rate of exchange',
      [
        ['A1', '可乐', 3, 2, 7.1, 42.6],
        ['A1', '水', 2, 1, 7.1, 14.2],
      ],
    ],
    [
      'less than one',
      [
        ['A1', '可乐', 3, 2, 0, 0],
        ['A1', '水', 2, 1, 0, 0],
      ],
    ],
  ])('not when it is %s', (_, rows) => {
    expect(guesses(packed, rows)).toEqual([]);
  });

  it('not when a person has said that it is nothing', () => {
    const rows = [
      ['A1', '可乐', 3, 2, 24, 144],
      ['A1', '水', 2, 1, 12, 24],
    ];
    expect(guesses(packed, rows, [{ sheet: 'Sheet1', heading: '啥', field: null }])).toEqual([]);
  });

  it('not where the sheet names its pack, right or wrong', () => {
    const named = ['订单号', '品名', '数量', '单价', '装箱数', null, '啥'];
    const wrong = [
      ['A1', '可乐', 3, 2, 10, 144, 24],
      ['A1', '水', 2, 1, 10, 24, 12],
    ];
    expect(guesses(named, wrong)).toEqual([]);
  });

  it('not where only the last row’s is no whole number', () => {
    const rows = Array.from({ length: 9 }, () => ['A1', '可乐', 3, 2, 24, 144]);
    expect(guesses(packed, [...rows, ['A1', '水', 2, 1, 12.5, 25]])).toEqual([]);
    expect(guesses(packed, [...rows, ['A1', '水', 2, 1, 12, 24]])).toEqual(['packSize E']);
  });

  it('not where the sheet names its pack; then the amount is found by that', () => {
    const rows = [
      ['A1', '可乐', 3, 2, 24, 144],
      ['A1', '水', 2, 1, 12, 24],
    ];
    expect(guesses(['订单号', '品名', '数量', '单价', '装箱数', null], rows)).toEqual(['amount F']);
  });
});
