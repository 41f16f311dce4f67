import { describe, expect, it } from 'vitest';
import { findTables } from '../../../core/sheet/find-tables.ts';
import { areaName, type CellValue, type Grid } from '../../../core/sheet/grid.ts';
import { gridOf, merged } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const tablesOf = (rows: Rows, more: Partial<Grid> = {}) => findTables(gridOf(rows, more), new Set());
const areasOf = (rows: Rows, more: Partial<Grid> = {}): string[] =>
  tablesOf(rows, more).map(({ area }) => areaName(area));
const titlesOf = (rows: Rows, more: Partial<Grid> = {}): string[] => tablesOf(rows, more).map(({ title }) => title);

const header = ['订单号', '品名', '数量'];
const row = (key: string): readonly CellValue[] => [key, '苹果', 5];

describe('how far a table reaches to the right', () => {
  it('takes in a column without a heading that holds data in more than half of the rows', () => {
    expect(areasOf([header, [...row('1'), 10], [...row('2'), 10], row('3')])).toEqual(['A1:D4']);
    expect(areasOf([header, [...row('1'), 10], row('2')])).toEqual(['A1:C3']);
  });

  it('takes in several of them, but none behind an empty column', () => {
    expect(areasOf([header, [...row('1'), 10, 'x', null, 'note']])).toEqual(['A1:E2']);
  });

  it('judges a long sheet by its first rows', () => {
    const notes = Array.from({ length: 30 }, (_, at) => (at < 15 ? [...row('1'), 'x'] : row('1')));
    expect(areasOf([header, ...notes])).toEqual(['A1:D31']);
    expect(areasOf([header, ...notes.toReversed()])).toEqual(['A1:C31']);
  });

  it('stops before the next table beside it', () => {
    const tables = [{ name: 'T', ...merged(1, 4, 2, 5) }];
    const rows = [header, [...row('1'), 7, 'Item', 'Price'], [...row('2'), 7, 'A', 9]];
    expect(areasOf(rows, { tables })).toEqual(['A1:D3', 'E2:F3']);
  });

  it('is what Excel says in an Excel table, whatever stands beside it', () => {
    const tables = [{ name: 'T', ...merged(0, 0, 2, 2) }];
    expect(areasOf([header, [...row('1'), 'x'], [...row('2'), 'x'], row('3')], { tables })).toEqual(['A1:C3']);
  });
});

describe('where a table ends', () => {
  it('at its last filled row, blank rows within', () => {
    expect(areasOf([header, row('1'), [], [null, '', ' '], row('2'), [], ['', null, ' ']])).toEqual(['A1:C5']);
  });

  it('at a row whose formula has no result yet: that row is somebody’s work', () => {
    const formulas = [[], [], ['', '=B9', '']].map((line) => line.map((text) => text || null));
    expect(areasOf([header, row('1'), [null, null, null]], { formulas })).toEqual(['A1:C3']);
  });

  it('before the next table and its title', () => {
    const rows = [header, row('1'), ['库存表'], [], ['货号', '库存数量'], ['A', 100]];
    expect(areasOf(rows)).toEqual(['A1:C2', 'A5:B6']);
    expect(titlesOf(rows)).toEqual(['', '库存表']);
  });

  it('behind its last row where that has two words: that is no title', () => {
    const rows = [header, row('1'), ['2', '梨', null], ['货号', '库存数量'], ['A', 100]];
    expect(areasOf(rows)).toEqual(['A1:C3', 'A4:B5']);
  });

  it('below its header even where nothing but a title is left', () => {
    expect(areasOf([header, ['库存'], ['货号', '库存数量'], ['A', 100]])).toEqual(['A1:C1', 'A3:B4']);
  });

  it('keeps a last remark when no table follows', () => {
    expect(areasOf([header, row('1'), ['请尽快']])).toEqual(['A1:C3']);
  });

  it('before unknown headings below a gap, told by words where the table has numbers', () => {
    const unknown = ['甲乙', '丙丁', '戊己'];
    // What follows is a table of its own, that nobody may know: it isn't lost.
    expect(areasOf([header, row('1'), [], unknown, ['x', 'y', 'z']])).toEqual(['A1:C2', 'A4:C5']);
    expect(areasOf([header, row('1'), [], unknown, ['x', 1, 2], [], header, row('2')])).toEqual([
      'A1:C2',
      'A4:C5',
      'A7:C8',
    ]);
    // Without a gap, with a number in it, or with two words only it is a row of this table.
    expect(areasOf([header, row('1'), unknown])).toEqual(['A1:C3']);
    expect(areasOf([header, row('1'), [], ['2', '梨', '3件']])).toEqual(['A1:C4']);
    expect(areasOf([header, row('1'), [], [null, '梨', '缺']])).toEqual(['A1:C4']);
    expect(areasOf([header, row('1'), [], ['S-2', '梨', '待定']])).toEqual(['A1:C4']);
    expect(areasOf([header, row('1'), [], ['二', '梨', '待定']])).toEqual(['A1:C2', 'A4:C4']);
  });

  it('with the unknown headings as they stand', () => {
    const wide = [...header, '客户', '单价'];
    const tables = tablesOf([
      wide,
      ['1', '苹果', 5, '甲', 2],
      [],
      ['甲 乙', ' 丙丁', '戊己', null, '庚辛'],
      ['x', 1, 2],
    ]);
    expect(tables[1]?.header.headings).toEqual(['甲 乙', '丙丁', '戊己', '', '庚辛']);
  });

  it('at words below a gap by the numbers above them, blank cells aside', () => {
    const words = ['二', '梨', '待定'];
    expect(areasOf([header, row('1'), ['2', '梨', null], [], words])).toEqual(['A1:C3', 'A5:C5']);
    expect(areasOf([header, row('1'), [], ['二', '梨', '三3']])).toEqual(['A1:C4']);
    const wide = ['订单号', '品名', '客户', '数量'];
    expect(areasOf([wide, ['1', '苹果', '甲', 5], [], ['二', '梨', '乙', null]])).toEqual(['A1:D4']);
    expect(areasOf([wide, ['1', '苹果', '甲', null], [], ['二', '梨', '乙', '缺']])).toEqual(['A1:D4']);
  });

  it('not before a number alone in its row, but before labels over the next table', () => {
    const next = [
      ['货号', '库存数量'],
      ['A', 100],
    ];
    expect(areasOf([header, row('1'), [null, null, '7'], ...next])).toEqual(['A1:C3', 'A4:B5']);
    expect(areasOf([header, row('1'), ['客户', '甲'], ...next])).toEqual(['A1:C2', 'A4:B5']);
    expect(areasOf([header, row('1'), ['客户：甲', '日期：3月'], ...next])).toEqual(['A1:C2', 'A4:B5']);
  });

  it('not where another table begins on its left', () => {
    const rows = [
      [null, null, null, ...header],
      [null, null, null, ...row('1')],
      ['货号', '库存数量', null, ...row('2')],
      ['A', 100, null, ...row('3')],
    ];
    expect(areasOf(rows, { tables: [{ name: 'T', ...merged(2, 0, 3, 1) }] })).toEqual(['D1:F4', 'A3:B4']);
  });

  it('where another table begins under its first column', () => {
    const right = [null, ...header];
    expect(areasOf([right, [null, ...row('1')], ['货号', '库存数量'], ['A', 1]])).toEqual(['B1:D2', 'A3:B4']);
  });

  it('not at words below a gap where this table has words, too', () => {
    const words = ['订单号', '品名', '客户'];
    expect(areasOf([words, ['一', '苹果', '甲'], [], ['二', '梨', '乙']])).toEqual(['A1:C4']);
    expect(areasOf([header, ['1', '苹果', '5件'], row('2'), [], ['二', '梨', '待定']])).toEqual(['A1:C5']);
  });

  it('not at a gap right under the header', () => {
    expect(areasOf([header, [], ['一', '苹果', '待定'], row('2')])).toEqual(['A1:C4']);
  });

  it('at the end of an Excel table, words below a gap or not', () => {
    const tables = [{ name: 'T', ...merged(0, 0, 3, 2) }];
    expect(areasOf([header, row('1'), [], ['二', '梨', '待定'], row('3')], { tables })).toEqual(['A1:C4']);
  });
});

describe('a header that comes again', () => {
  it('goes on with the table, and its rows are none of the data', () => {
    const [table, ...others] = tablesOf([header, row('1'), [], header, row('2'), header, row('3')]);
    expect(others).toEqual([]);
    expect(table && areaName(table.area)).toBe('A1:C7');
    expect([...(table?.repeatedHeaders ?? [])]).toEqual([3, 5]);
  });

  it('goes on when it is spelled a little otherwise', () => {
    expect(areasOf([header, row('1'), ['*订单号', '品 名', '数量（件）'], row('2')])).toEqual(['A1:C4']);
  });

  it.each<[string, readonly CellValue[]]>([
    ['one heading differs', ['订单号', '品名', '库存']],
    ['a heading is added', [...header, '单价']],
    ['it stands a column further', [null, ...header]],
  ])('begins another table when %s', (_, second) => {
    expect(tablesOf([header, row('1'), second, ['2', '苹果', 5, 6]]).map(({ header: { top } }) => top)).toEqual([0, 2]);
  });

  it('begins another table where Excel has one', () => {
    const tables = [{ name: 'T', ...merged(3, 0, 4, 2) }];
    expect(areasOf([header, row('1'), [], header, row('2')], { tables })).toEqual(['A1:C2', 'A4:C5']);
  });

  it('leaves a table beside alone', () => {
    const rows = [
      [...header, null, '货号', '库存数量'],
      [...row('1'), null, 'A', 1],
      [...header, null, 'B', 2],
      [...row('2'), null, 'C', 3],
    ];
    // Two tables share no heading here: they are told apart once the second has a header of its own.
    expect(areasOf(rows)).toEqual(['A1:F4']);
    const below = [header, row('1'), [null, null, null, null, '货号', '库存数量'], [...row('2'), null, 'A', 1]];
    expect(areasOf(below)).toEqual(['A1:C4', 'E3:F4']);
  });
});

describe('the title of a table', () => {
  it('is what stands in the five rows above it, as a person reads it', () => {
    const above = [['远的'], ['上海一洋', null, '2026年'], ['3月\n订单'], [], [20_260_305], ['合计']];
    expect(titlesOf([...above, header, row('1')])).toEqual(['上海一洋 2026年 3月 订单 20260305 合计']);
  });

  it('leaves long instructions out: they speak of much that the table isn’t', () => {
    expect(titlesOf([['填'.repeat(61)], ['填'.repeat(60)], header, row('1')])).toEqual(['填'.repeat(60)]);
  });

  it('takes nothing from the table above', () => {
    expect(titlesOf([header, row('1'), [], ['库存'], ['货号', '库存数量'], ['A', 1]])).toEqual(['', '库存']);
    expect(titlesOf([header, row('1'), ['货号', '库存数量'], ['A', 1]])).toEqual(['', '']);
  });

  it('takes nothing from notes beside the table above, and all from its own side of a table beside', () => {
    expect(titlesOf([header, [...row('1'), null, '急'], ['货号', '库存数量'], ['A', 1]])).toEqual(['', '']);
    const rows = [
      [null, null, null, ...header],
      ['库存', null, null, ...row('1')],
      ['货号', '库存数量', null, ...row('2')],
      ['A', 100, null, ...row('3')],
    ];
    expect(titlesOf(rows, { tables: [{ name: 'T', ...merged(2, 0, 3, 1) }] })).toEqual(['', '库存']);
  });

  it('takes nothing from a table that goes on beside it', () => {
    const tables = [{ name: 'T', ...merged(2, 4, 3, 5) }];
    const rows = [
      header,
      [...row('1'), null, '库存'],
      [...row('2'), null, '货号', '数量'],
      [...row('3'), null, 'A', 1],
    ];
    expect(titlesOf(rows, { tables })).toEqual(['', '库存']);
  });

  it('starts where the grid starts', () => {
    const rows = [['3月订单'], header, row('1')];
    expect(titlesOf(rows, { row: 10, column: 3 })).toEqual(['3月订单']);
    expect(areasOf(rows, { row: 10, column: 3 })).toEqual(['D12:F13']);
  });
});
