import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import type { Choice } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const orders: Rows = [
  ['订单号', '客户', '品名', '数量'],
  ['1', '甲', '苹果', 1],
];
const unknownIn = (rows: Rows, more: Partial<Grid> = {}) => understandSheets([gridOf(rows, more)]).unknown;
const ofFile = (rows: Rows, file: string, sheet = 'Sheet1') => ({ ...gridOf(rows, { sheet }), file });

describe('a sheet without any header', () => {
  it('is told by the first row of several cells, below a title', () => {
    const rows = [['没有标题'], [null, ' '], [' 甲\n乙 ', null, 5, ''], ['x', 'y', 'z', 'u']];
    expect(unknownIn(rows)).toStrictEqual([
      { sheet: 'Sheet1', area: { top: 2, left: 0, bottom: 3, right: 3 }, headings: ['甲 乙', '5'] },
    ]);
  });

  it('is told by its first text where no row has several, wherever that stands', () => {
    expect(unknownIn([[], [null, '说明'], ['完']], { row: 3, column: 2 })).toStrictEqual([
      { sheet: 'Sheet1', area: { top: 4, left: 2, bottom: 5, right: 3 }, headings: ['说明'] },
    ]);
    expect(unknownIn([[], ['甲', '乙']])).toMatchObject([{ area: { top: 1, bottom: 1 }, headings: ['甲', '乙'] }]);
    expect(unknownIn([[0]])).toMatchObject([{ headings: ['0'] }]);
  });

  it('is told with its file, where it has one', () => {
    expect(understandSheets([ofFile([['甲', '乙']], 'a.xlsx')]).unknown).toMatchObject([{ file: 'a.xlsx' }]);
  });

  it('is not told when it is empty', () => {
    expect(unknownIn([])).toEqual([]);
    expect(unknownIn([[], [null, ' ']])).toEqual([]);
  });
});

describe('a table without a role', () => {
  const log: Rows = [
    ['操作时间', null, '货号', '变动量', '操作类型'],
    ['2025-12-14', null, 'A', 1, '入库'],
  ];

  it('is told with its place and its headings', () => {
    expect(unknownIn([['日志'], ...log])).toStrictEqual([
      {
        sheet: 'Sheet1',
        area: { top: 1, left: 0, bottom: 2, right: 4 },
        headings: ['操作时间', '货号', '变动量', '操作类型'],
      },
    ]);
    expect(understandSheets([ofFile(log, 'a.xlsx')]).unknown).toMatchObject([{ file: 'a.xlsx' }]);
  });

  it('leaves the others on its sheet theirs', () => {
    const { tables, unknown } = understandSheets([gridOf([...orders, [], ...log])]);
    expect(tables.map(({ role }) => role)).toEqual(['orders']);
    expect(unknown).toHaveLength(1);
  });
});

describe('a table', () => {
  it('is told with no more than there is to say', () => {
    const { orders: parsed, tables } = understandSheets([gridOf(orders)]);
    const [{ table, ...rest } = {}] = parsed;
    expect(Object.keys(table ?? {})).toEqual(['sheet', 'role', 'area', 'headerRow', 'columns', 'confidence']);
    expect(Object.keys(rest)).toEqual(['rows', 'skipped']);
    expect(tables).toEqual([table]);
  });

  it('is of the day that its title speaks of, else its sheet, else its file', () => {
    const asOf = (title: string, sheet: string, file: string) =>
      understandSheets([ofFile([[title], ...orders], file, sheet)]).tables[0]?.asOf;
    const [first, second, third] = ['三月 2026-03-05', '2026-03-06', '2026-03-07.xlsx'] as const;
    expect(asOf(first, second, third)).toBe('2026-03-05');
    expect(asOf('三月', second, third)).toBe('2026-03-06');
    expect(asOf('三月', '订单', third)).toBe('2026-03-07');
    expect(understandSheets([ofFile(orders, 'a.xlsx')]).tables[0]).toMatchObject({ file: 'a.xlsx' });
  });

  it('says which of its columns are hidden', () => {
    const [table] = understandSheets([gridOf(orders, { hiddenColumns: [1, 9] })]).tables;
    expect(table?.columns.filter((column) => 'hidden' in column).map(({ column, hidden }) => [column, hidden])).toEqual(
      [[1, true]],
    );
  });

  it('has totals and heads only where it is one of orders, also beside one', () => {
    const rows = [
      ['客户：甲'],
      ['货号', '品名', '库存', '单价', '订货数量'],
      ['A', '茶', 9, 1, 2],
      ['B', '水', 9, 1, 3],
    ];
    const { orders, stock, prices } = understandSheets([gridOf([...rows, ['合计', null, 18, null, 5]])]);
    expect(orders[0]?.totals).toMatchObject([{ field: 'quantity', value: '5' }]);
    expect(orders[0]?.table.heads).toHaveLength(1);
    for (const other of [stock[0], prices[0]]) {
      expect(other?.skipped).toEqual([{ row: 4, because: 'total' }]);
      expect(other).not.toHaveProperty('totals');
      expect(other?.table).not.toHaveProperty('heads');
    }
  });

  it('without a heading is guessed from its cells only where it is one of orders', () => {
    const rows: Rows = [
      ['货号', '品名', '标准价', '起订量', null],
      ['A', '茶', 5, 2, 10],
      ['B', '水', 3, 2, 6],
    ];
    expect(understandSheets([gridOf(rows, { sheet: '价目表' })]).tables).toMatchObject([
      { role: 'prices', columns: [{}, {}, {}, {}, { field: null }] },
    ]);
  });
});

describe('what a person said', () => {
  const strange: Rows = [
    ['甲乙', '丙丁', '戊己'],
    ['A', '茶', 5],
  ];
  const roles = (choices: readonly Choice[], sheet = 'Sheet1') =>
    understandSheets([gridOf(strange, { sheet })], choices).tables.map(({ role }) => role);

  it('of two columns makes a header out of words nobody knows', () => {
    const choices = [
      { sheet: 'Sheet1', heading: '甲乙', field: 'itemCode' },
      { sheet: 'Sheet1', heading: '戊己', field: 'quantity' },
    ];
    expect(roles(choices)).toEqual(['orders']);
    expect(roles(choices, 'Sheet2')).toEqual([]);
  });

  it('of a table does, too', () => {
    const choices = [{ sheet: 'Sheet1', headings: ['甲乙', '戊己'], role: 'stock' }] as const;
    expect(roles(choices)).toEqual(['stock']);
    expect(roles(choices, 'Sheet2')).toEqual([]);
  });
});

describe('orders nobody is sure of', () => {
  const sheet = (name: string, header: readonly string[], more: Partial<Grid> = {}) =>
    gridOf([header, header.map(() => 'x')], { sheet: name, ...more });
  const taken = (...grids: Grid[]) =>
    understandSheets(grids).orders.map(({ table }) => [table.sheet, table.confidence]);

  it('are the surest of those there are', () => {
    const few = sheet('b', ['品名', '数量'], { hidden: true });
    const more = sheet('a', ['品名', '数量', '单价'], { hidden: true });
    expect(taken(few)).toEqual([['b', 0.4]]);
    expect(taken(few, more)).toEqual([['a', 0.5]]);
    expect(taken(more, { ...more, sheet: 'c' })).toEqual([
      ['a', 0.5],
      ['c', 0.5],
    ]);
  });

  it('are left out beside one that is sure', () => {
    const sure = sheet('b', ['品名', '数量']);
    expect(taken(sure)).toEqual([['b', 0.6]]);
    expect(taken(sure, sheet('a', ['品名', '数量', '单价'], { hidden: true }))).toEqual([['b', 0.6]]);
    expect(taken()).toEqual([]);
  });
});
