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

describe('two rows head the columns together', () => {
  const below = ['1', '甲', 'A', '苹果', 5, 10];

  it('under merged groups, whose word is added where that makes a known heading', () => {
    const rows = [['订单号', '客户', '产品', null, '本次', null], [null, null, '编号', '名称', '数量', '金额'], below];
    const merges = [merged(0, 2, 0, 3), merged(0, 4, 0, 5)];
    expect(headersAt(rows, { merges })).toEqual(['A1:F2']);
    expect(headingsOf(rows, { merges })).toEqual([['订单号', '客户', '产品编号', '产品名称', '数量', '金额']]);
  });

  it('up to the end of the last group', () => {
    const rows = [
      ['订单号', '产品', null, null],
      [null, '编号', null, '数量'],
      ['1', 'A', null, 5],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 3)] })).toEqual(['A1:D2']);
  });

  it('as far as the last group reaches, though nothing stands under its end', () => {
    const rows = [
      ['订单号', '产品', null, null],
      [null, '编号', '名称', null],
      ['1', 'A', '苹果', 5],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 3)] })).toEqual(['A1:D2']);
  });

  it('of each table where two stand side by side', () => {
    const rows = [
      ['货号', '产品', null, null, '货号', '产品', null],
      [null, '名称', '规格', null, null, '名称', '规格'],
      ['A', '苹果', '大', null, 'B', '梨', '小'],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 2), merged(0, 5, 0, 6)] })).toEqual(['A1:C2', 'E1:G2']);
  });

  it('not where the row below says something under a heading of its own', () => {
    const rows = [
      ['订单号', '产品', null, '数量'],
      ['备注', '编号', '名称', null],
      ['1', 'A', '苹果', 5],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 2)] })[0]).toBe('A1:D1');
  });

  it('not where the row below holds one word only: that is an order without a number yet', () => {
    const rows = [
      ['订单号', '产品', null, '数量'],
      [null, '苹果', null, null],
      ['1', '梨', null, 5],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 2)] })).toEqual(['A1:D1']);
  });

  it('not where nobody knows a word of the row below: that is data', () => {
    const rows = [
      ['订单号', '产品', null, '数量'],
      [null, '苹果', '红', null],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 2)] })).toEqual(['A1:D1']);
  });

  it('also when nobody merged the cells of the groups', () => {
    const rows = [
      ['订单号', '客户', '产品', null, '数量'],
      [null, null, '编号', '名称', null],
      ['1', '甲', 'A', '苹果', 5],
    ];
    expect(headingsOf(rows)).toEqual([['订单号', '客户', '产品编号', '产品名称', '数量']]);
  });

  it('without merges as far as something stands below, blank by blank', () => {
    const rows = [
      ['订单号', '产品', null, null, null, '数量'],
      [null, '名称', '规格', null, '编号', null],
      ['1', '苹果', '大', null, 'A', 5],
    ];
    expect(headingsOf(rows)).toEqual([['订单号', '产品名称', '产品规格', '', '编号', '数量']]);
  });

  it('in English with a blank between', () => {
    const rows = [
      ['Order No', 'Item', null, '上月', null, 'Qty'],
      [null, 'No', 'Name', 'Qty', 'Amount', null],
      ['1', 'A', 'Apple', 4, 8, 5],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 1, 0, 2), merged(0, 3, 0, 4)] })).toEqual([
      ['Order No', 'Item No', 'Item Name', '上月Qty', '上月Amount', 'Qty'],
    ]);
  });

  it('under a group of their own name once', () => {
    const rows = [
      ['订单号', '品名', '数量', null],
      [null, null, '数量', '单位'],
      ['1', '苹果', 5, '个'],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 2, 0, 3)] })).toEqual([['订单号', '品名', '数量', '数量单位']]);
  });

  it('takes data with gaps under a header for data', () => {
    const rows = [
      ['订单号', '客户', '产品', null, '数量'],
      [null, null, '苹果', '红', null],
      ['1', '甲', '梨', '黄', '5件'],
    ];
    expect(headersAt(rows)).toEqual(['A1:E1']);
  });
});

describe('groups in a row above tell headings apart that stand twice', () => {
  const header = ['订单号', '品名', '数量', '金额', '数量', '金额'];

  it('订货 and 发货', () => {
    const rows = [[null, null, '订货', null, '发货', null], header, ['1', '苹果', 5, 10, 4, 8]];
    const merges = [merged(0, 2, 0, 3), merged(0, 4, 0, 5)];
    expect(headersAt(rows, { merges })).toEqual(['A2:F2']);
    expect(headingsOf(rows, { merges })).toEqual([['订单号', '品名', '订货数量', '金额', '发货数量', '发货金额']]);
  });

  it('but a title over the whole width is no group', () => {
    const rows = [['发货明细', null, null, null, null, null], header, ['1', '苹果', 5, 10, 4, 8]];
    expect(headingsOf(rows, { merges: [merged(0, 0, 0, 5)] })).toEqual([header]);
  });
});

describe('a single group above is a title', () => {
  it('and tells nothing apart', () => {
    const header = ['订单号', '品名', '数量', '金额', '数量', '金额'];
    const rows = [['发货明细', null, null, null, null, '2026年'], header, ['1', '苹果', 5, 10, 4, 8]];
    expect(headingsOf(rows, { merges: [merged(0, 0, 0, 4)] })).toEqual([header]);
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
