import { describe, expect, it } from 'vitest';
import { findHeaders } from '../../../core/sheet/find-headers.ts';
import { areaName, type CellValue, type Grid } from '../../../core/sheet/grid.ts';
import { gridOf, merged } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

/** Where the headers stand, in Excel's words. */
const headersAt = (rows: Rows, more: Partial<Grid> = {}): string[] =>
  findHeaders(gridOf(rows, more), new Set()).map(({ top, left, bottom, right }) =>
    areaName({ top, left, bottom, right }),
  );
const headingsOf = (rows: Rows, more: Partial<Grid> = {}): (readonly string[])[] =>
  findHeaders(gridOf(rows, more), new Set()).map(({ headings }) => headings);

/** Words that only one house knows. */
const own = (count: number): string[] => Array.from({ length: count }, (_, index) => `甲${index}`);

describe('a row is a header', () => {
  it.each<[string, readonly CellValue[], boolean]>([
    ['when two of its five words are headings', ['订单号', '数量', '甲方', '乙方', '丙方'], true],
    [
      'not when two of six are: a row of data may hold as many',
      ['订单号', '数量', '甲方', '乙方', '丙方', '丁方'],
      false,
    ],
    ['not with one heading alone', ['数量', '甲方'], false],
    ['when the house’s own words come first', [...'甲乙丙丁戊己庚', '订单号', '客户', '品名', '数量', '单价'], true],
    [
      'not when its first eight words are nobody’s: so long rows are data',
      [...'甲乙丙丁戊己庚辛', '订单号', '客户', '品名', '数量', '单价', '金额'],
      false,
    ],
    [
      'when eight different words of thirty are headings, whatever stands beside them',
      ['订单号', '客户', '货号', '品名', '单位', '数量', '单价', '交货日期', ...own(22)],
      true,
    ],
    [
      'not when seven of thirty are, one of them twice',
      ['订单号', '客户', '货号', '品名', '单位', '数量', '单价', '单价', ...own(22)],
      false,
    ],
    ['not with a number among the words', ['订单号', '客户', '品名', 5], false],
    ['not with a yes or no among the words', ['订单号', '客户', true], false],
    ['whatever blanks and empty texts stand between', ['订单号', '  ', '数量', '', null, '客户'], true],
  ])('%s', (_, row, isHeader) => {
    expect(headersAt([row]).length).toBe(isHeader ? 1 : 0);
  });

  it('with words only this user knows', () => {
    const grid = gridOf([['啥', '几个']]);
    expect(findHeaders(grid, new Set(['啥', '几个'])).map(({ headings }) => headings)).toEqual([['啥', '几个']]);
    expect(findHeaders(grid, new Set(['啥']))).toEqual([]);
  });

  it('on the last row of a sheet, too', () => {
    expect(headersAt([['2026年'], ['订单号', '数量']])).toEqual(['A2:B2']);
  });
});

describe('tables side by side under one row of headings', () => {
  const pair = ['货号', '单价'];

  it('are told apart by a blank column and a heading that occurs on both sides', () => {
    expect(
      headersAt([
        [...pair, null, ...pair, null, null, ...pair],
        ['A', 1, null, 'B', 2, null, null, 'C', 3],
      ]),
    ).toEqual(['A1:B1', 'D1:E1', 'H1:I1']);
  });

  it('whatever stands above the blank column, or far below in it', () => {
    const rows = Array.from({ length: 22 }, () => ['A', 1, null, 'B', 2]);
    const sheet = [[null, null, '2026年'], [...pair, null, ...pair], ...rows, [null, null, '制单：王丽']];
    expect(headersAt(sheet)).toEqual(['A2:B2', 'D2:E2']);
    expect(headersAt([...sheet.slice(0, 21), [null, null, '制单：王丽']])).toEqual(['A2:E2']);
  });

  it('are none of a single column, in the middle neither', () => {
    expect(headersAt([[...pair, null, '货号', null, ...pair]])).toEqual(['A1:B1', 'D1:G1']);
  });

  it('also where one heading only occurs on both sides', () => {
    expect(headersAt([[...pair, null, '货号', '数量']])).toEqual(['A1:B1', 'D1:E1']);
    expect(headersAt([[...pair, null, '数量', '单价']])).toEqual(['A1:B1', 'D1:E1']);
  });

  it('wherever the cells begin on their sheet', () => {
    const rows = [['2026年'], [...pair, null, ...pair], ['A', 1, null, 'B', 2]];
    expect(headersAt(rows, { row: 10, column: 3 })).toEqual(['D12:E12', 'G12:H12']);
  });

  it('are one table when a note stands in the blank column', () => {
    expect(
      headersAt([
        [...pair, null, ...pair],
        ['A', 1, null, 'B', 2],
        ['C', 3, '缺货', 'D', 4],
      ]),
    ).toEqual(['A1:E1']);
  });

  it('are one table when no heading occurs twice', () => {
    expect(headersAt([['订单号', '客户', null, '品名', '数量']])).toEqual(['A1:E1']);
  });

  it('are one table when a single column would be left over', () => {
    expect(headersAt([['货号', '数量', null, '数量']])).toEqual(['A1:D1']);
    expect(headersAt([['数量', null, '货号', '数量']])).toEqual(['A1:D1']);
  });
});

describe('an Excel table', () => {
  const excel = (top: number, left: number, bottom: number, right: number): Partial<Grid> => ({
    tables: [{ name: 'T', ...merged(top, left, bottom, right) }],
  });

  it('is found once, by its own first row, whatever words stand there', () => {
    expect(
      headersAt(
        [
          ['订单号', '客户', '数量'],
          ['1', '甲', 5],
        ],
        excel(0, 0, 1, 2),
      ),
    ).toEqual(['A1:C1']);
    expect(
      headingsOf(
        [
          ['啥', null, 2026],
          ['1', '甲', 5],
        ],
        excel(0, 0, 1, 2),
      ),
    ).toEqual([['啥', '', '2026']]);
  });

  it('hides what looks like a header among its rows, down to the last', () => {
    const rows = [
      ['a', 'b'],
      ['订单号', '数量'],
      ['x', 'y'],
      ['订单号', '数量'],
    ];
    expect(headersAt(rows, excel(0, 0, 3, 1))).toEqual(['A1:B1']);
  });

  it('hides also what lies in it by one column', () => {
    const rows = [
      [null, 'a', 'b', null],
      ['订单号', '数量', null, null],
      [null, null, '订单号', '数量'],
    ];
    expect(headersAt(rows, excel(0, 1, 2, 2))).toEqual(['B1:C1']);
  });

  it('hides nothing that stands right above, below, left or right of it', () => {
    const header = ['货号', '单价'];
    const rows = [
      [null, null, null, ...header],
      [...header, null, ...header, null, ...header],
      ['A', 1, null, 'B', 2, null, 'C', 3],
      [null, null, null, ...header],
    ];
    expect(headersAt(rows, excel(1, 3, 2, 4))).toEqual(['D1:E1', 'A2:B2', 'D2:E2', 'G2:H2', 'D4:E4']);
  });
});

describe('a row of labels and answers heads nothing', () => {
  const form = ['客户', '华东机电', '单号', 'S-1'];
  const withColons = ['客户：', '华东机电', '单号：', 'S-1'];
  const table = ['货号', '品名', '数量'];
  const blanks = (count: number): Rows => Array.from({ length: count }, () => []);

  it('above a table, up to twenty rows', () => {
    expect(headersAt([form, table, ['A', 'a', 1]])).toEqual(['A2:C2']);
    expect(headersAt([withColons, form, table])).toEqual(['A3:C3']);
    expect(headersAt([form, ...blanks(19), table])).toEqual(['A21:C21']);
    expect(headersAt([form, ...blanks(20), table])).toEqual(['A1:D1', 'A22:C22']);
  });

  it('below a table only where its labels have colons: without, it may head another table', () => {
    expect(headersAt([table, ['A', 'a', 1], withColons])).toEqual(['A1:C1']);
    expect(headersAt([table, ['A', 'a', 1], form])).toEqual(['A1:C1', 'A3:D3']);
    expect(headersAt([table, ...blanks(19), withColons])).toEqual(['A1:C1']);
    expect(headersAt([table, ...blanks(20), withColons])).toEqual(['A1:C1', 'A22:D22']);
  });

  it('above one of several tables', () => {
    expect(headersAt([table, ...blanks(30), form, table, ...blanks(30), table])).toEqual([
      'A1:C1',
      'A33:C33',
      'A64:C64',
    ]);
  });

  it('unless there is no table, or Excel says that it is one', () => {
    expect(headersAt([form])).toEqual(['A1:D1']);
    expect(headersAt([form, [], withColons])).toEqual(['A1:D1', 'A3:D3']);
    const tables = [{ name: 'T', ...merged(0, 0, 1, 3) }];
    expect(headersAt([form, ['a', 'b', 'c', 'd'], table], { tables })).toEqual(['A1:D1', 'A3:C3']);
  });
});
