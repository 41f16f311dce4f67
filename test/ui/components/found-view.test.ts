import { expect, test } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { asOf, isCompanion, isGuess, isUsed, placeOf } from '../../../ui/components/found-view.ts';
import type { ReadTable } from '../../../ui/sheet-session/read-tables.ts';
import { examiner, grid, orderSheet } from '../sheet-session/given.ts';

const found = (...sheets: Parameters<typeof examiner.find>[0]) => examiner.find(sheets, []);
const stock = (title: string, rows: readonly (readonly CellValue[])[]) => [
  [title],
  ['货号', '现存量', '仓库'],
  ...rows,
];

test('each book says of which day it is, and an empty one that it is not used', async () => {
  const understood = await found(
    orderSheet(),
    grid('东莞仓', stock('库存表 2026-03-05', [['F-50', 10, '东莞']])),
    grid('佛山仓', stock('库存表 2026-03-04', [['F-50', 20, '佛山']])),
    grid('价目表', [['货号', '品名', '标准单价']]),
  );
  const told = understood.tables.map((table) => [table.sheet, isUsed(understood, table), asOf(understood, table)]);
  expect(told).toContainEqual(['东莞仓', true, '2026-03-05']);
  expect(told).toContainEqual(['价目表', false, undefined]);
});

test('prices in the rows of the orders are their companions; files are named where there are several', async () => {
  const header = ['订单号', '客户编码', '货号', '品名', '数量', '标准单价', '现存量'];
  const rows = [header, ['1', 'C1', 'F-50', '法兰', 2, 12.5, 90]];
  const understood = await found(
    { ...grid('订货', rows), file: 'a.xlsx' },
    { ...grid('库存', [['备忘']]), file: 'b.xlsx' },
  );
  expect(understood.tables.map((table) => [table.role, isCompanion(understood, table)])).toEqual([
    ['orders', false],
    ...understood.tables.slice(1).map(({ role }) => [role, true]),
  ]);
  expect(understood.tables.length).toBeGreaterThan(1);
  expect(understood.tables.map((table) => placeOf(understood, table))[0]).toBe('a.xlsx · 订货!A1:G2');
});

test('rows and columns nobody sees are counted; what a person said is no guess', async () => {
  const { tables } = await found({ ...orderSheet(), hiddenRows: [1, 2], hiddenColumns: [4] });
  expect(tables[0]).toMatchObject({ rows: 3, hiddenRows: 2 });
  expect(tables[0]?.columns.filter(({ hidden }) => hidden).map(({ heading }) => heading)).toEqual(['单价']);
  const weak = { ...(tables[0] as ReadTable), confidence: 0.5 };
  expect([isGuess(weak), isGuess({ ...weak, reason: 'user' })]).toEqual([true, false]);
});
