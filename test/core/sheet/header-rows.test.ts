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

  it('up to the end of a group, blanks below it or not', () => {
    const rows = [
      ['订单号', '产品', null, null, '数量'],
      [null, '编号', null, '名称', null],
      ['1', 'A', null, '苹果', 5],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 1, 0, 3)] })).toEqual([
      ['订单号', '产品编号', '', '产品名称', '数量'],
    ]);
  });

  it('with the word of the group behind where that is how one says it', () => {
    const rows = [
      ['订单号', '品名', '数量', null],
      [null, null, '订货', '已发'],
      ['1', '苹果', 5, 4],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 2, 0, 3)] })).toEqual([['订单号', '品名', '订货数量', '已发数量']]);
  });

  it('when a group has one word that is known beside one that isn’t', () => {
    const rows = [
      ['订单号', '产品', null, '数量'],
      [null, '编号', '心情', null],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 1, 0, 2)] })).toEqual([['订单号', '产品编号', '心情', '数量']]);
  });

  it('not where one word only stands under a group, and the other beside the table', () => {
    const rows = [
      ['订单号', '产品', null, '数量'],
      [null, '编号', null, null, '心情'],
    ];
    expect(headersAt(rows, { merges: [merged(0, 1, 0, 2)] })).toEqual(['A1:D1']);
  });

  it('without merges when two of three words are known, not when one of two is', () => {
    const top = ['订单号', '客户', '产品', null, null, '数量'];
    expect(headersAt([top, [null, null, '编号', '名称', '心情', null]])).toEqual(['A1:F2']);
    expect(headersAt([top, [null, null, '苹果', '名称', null, null]])).toEqual(['A1:F1']);
    expect(headersAt([top, [null, null, null, '名称', null, null]])).toEqual(['A1:F1']);
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

  it('in English and Chinese without one', () => {
    const rows = [
      ['Order No', 'Item', null, 'Q1上月', null, 'Qty'],
      [null, '编号No', 'Name', 'Qty', 'Amount', null],
      ['1', 'A', 'Apple', 4, 8, 5],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 1, 0, 2), merged(0, 3, 0, 4)] })).toEqual([
      ['Order No', 'Item编号No', 'Item Name', 'Q1上月Qty', 'Q1上月Amount', 'Qty'],
    ]);
  });

  it('under a group of their own name once, also where that turns what follows', () => {
    const rows = [
      ['订单号', '品名', '已发', null],
      [null, null, '已发', '单位'],
      ['1', '苹果', 5, '个'],
    ];
    expect(headingsOf(rows, { merges: [merged(0, 2, 0, 3)] })[0]?.[2]).toBe('已发');
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

  it('but none that stands once, is blank, or stands under no group', () => {
    const merges = [merged(0, 1, 0, 2), merged(0, 3, 0, 5)];
    const above = [null, '产品', null, '本次', null, null, null];
    const once = ['订单号', '名称', '规格', '数量', '金额'];
    expect(headingsOf([above, once], { merges })).toEqual([once]);
    const blank = ['订单号', '名称', '', '数量', '', '金额'];
    expect(headingsOf([above, blank], { merges })).toEqual([blank]);
    const beside = ['订单号', '数量', '金额', '数量', '金额', '单价', '数量'];
    expect(headingsOf([[null, '订货', null, '发货', null, null, null], beside], { merges })).toEqual([
      ['订单号', '订货数量', '金额', '发货数量', '发货金额', '单价', '数量'],
    ]);
  });

  it('from the first column on, and in its own table only', () => {
    const pair = ['数量', '金额'];
    expect(
      headingsOf(
        [
          ['订货', null, '发货', null],
          [...pair, ...pair],
        ],
        { merges: [merged(0, 0, 0, 1), merged(0, 2, 0, 3)] },
      ),
    ).toEqual([['订货数量', '金额', '发货数量', '发货金额']]);
    const half = ['货号', '数量', '数量'];
    expect(
      headingsOf(
        [
          [null, '订货', null, null, null, '发货', null],
          [...half, null, ...half],
        ],
        { merges: [merged(0, 1, 0, 2), merged(0, 5, 0, 6)] },
      ),
    ).toEqual([half, half]);
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
