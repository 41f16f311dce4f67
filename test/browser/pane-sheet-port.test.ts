import { describe, expect } from 'vitest';
import type { Grid } from '../../core/sheet/grid.ts';
import { openWorkbook } from '../../desk/workbook/opened-workbook.ts';
import type { PlacedFix, SheetPort } from '../../ui/sheet-session/port.ts';
import { itInHost, type OpenPane } from '../host/in-host.ts';
import { excelPort, fixAt, sheetInputOf, wholeGrid } from './pane-sheet-port.ts';

/** Header in B3, formula in D5, date in E4. */
const orders = wholeGrid(
  '订单',
  [
    ['货号', '数量', '金额', '交期'],
    ['F-50', 10, 125, 46_351],
    ['B-10', 100, 88, null],
  ],
  {
    formats: [
      [null, null, null, null],
      [null, null, '#,##0.00', 'yyyy-mm-dd'],
      [null, null, null, null],
    ],
    formulas: [
      [null, null, null, null],
      [null, null, null, null],
      [null, null, '=C5*0.88', null],
    ],
    hiddenRows: [4],
    merges: [{ top: 3, left: 1, bottom: 4, right: 1 }],
  },
);
const notes = wholeGrid('备忘', [['打电话']], { row: 0, column: 0, hidden: true });

const valueAt = (grids: readonly Grid[], { row, column }: PlacedFix) => {
  const grid = grids.find(({ sheet }) => sheet === '订单');
  return grid?.values[row - grid.row]?.[column - grid.column];
};

/** The port's promises (ui/sheet-session/port.ts), kept by both adapters. */
const adapters: readonly [string, (openPane: OpenPane, grids: readonly Grid[]) => Promise<SheetPort>][] = [
  ['Excel', async (openPane, grids) => excelPort(await openPane({ sheets: grids.map(sheetInputOf) }))],
  ['an opened file', async (_openPane, grids) => openWorkbook('orders.xlsx', grids)],
];

describe.each(adapters)('the sheet port over %s', (_name, open) => {
  itInHost('reads every sheet with formats, formulas, merges and what is hidden', async ({ openPane }) => {
    const port = await open(openPane, [orders, notes]);
    expect(await port.readGrids()).toEqual([orders, notes]);
  });

  itInHost('tells which cells are struck through, a few among thousands or all of them', async ({ openPane }) => {
    const rows = Array.from({ length: 3000 }, (_, row) => [`I-${row}`, row]);
    const few = [3, 4, 5, 777, 2999];
    const all = Array.from({ length: 3000 }, (_, row) => row);
    const grid = wholeGrid('订单', rows, {
      row: 0,
      column: 0,
      struck: [
        { column: 0, rows: few },
        { column: 1, rows: all },
      ],
    });
    const port = await open(openPane, [grid]);
    // Some Excel tells with the values already: that there are any, and where.
    expect((await port.readGrids())[0]).not.toMatchObject({ struck: [] });
    const column = (at: number, top = 0, bottom = 2999) => ({ sheet: '订单', column: at, top, bottom });
    expect(await port.readStruck([column(0), column(1)])).toEqual([
      { sheet: '订单', column: 0, rows: few },
      { sheet: '订单', column: 1, rows: all },
    ]);
    expect(await port.readStruck([column(0, 6, 700)])).toEqual([]);
    expect(await port.readStruck([])).toEqual([]);
  });

  itInHost('writes a fix as just this value', async ({ openPane }) => {
    const port = await open(openPane, [orders]);
    const fixes = ['00123', '3-12', '=1+1', '-x', 'TRUE', '待定', 12.5].map((value, index) =>
      fixAt('', 3 + (index % 2), 1 + (index >> 1), value),
    );
    const { applied, formulas } = await port.applyFixes(fixes, { overFormulas: true });
    expect(applied.map(({ fix }) => fix)).toEqual(fixes);
    expect(formulas).toEqual([]);
    const grids = await port.readGrids();
    expect(fixes.map((fix) => valueAt(grids, fix))).toEqual(fixes.map(({ value }) => value));
  });

  itInHost('leaves a formula alone unless told', async ({ openPane }) => {
    const port = await open(openPane, [orders]);
    const fix = fixAt('D5', 4, 3, 80);
    expect(await port.applyFixes([fix], { overFormulas: false })).toEqual({
      applied: [],
      formulas: [fix],
      changed: [],
      protectedSheets: [],
    });
    expect(await port.readGrids()).toEqual([orders]);
    const { applied } = await port.applyFixes([fix], { overFormulas: true });
    expect(applied).toMatchObject([{ fix, before: { value: 88, formula: '=C5*0.88' } }]);
    expect(valueAt(await port.readGrids(), fix)).toBe(80);
  });

  itInHost('puts back what stood there, newest first', async ({ openPane }) => {
    const port = await open(openPane, [orders]);
    const first = await port.applyFixes([fixAt('E5', 4, 4, 46_360, 'yyyy-mm-dd'), fixAt('C4', 3, 2, 11)], {
      overFormulas: false,
    });
    const second = await port.applyFixes([fixAt('C4', 3, 2, 12)], { overFormulas: false });
    await port.restore(second.applied);
    await port.restore(first.applied);
    expect(await port.readGrids()).toEqual([orders]);
  });

  itInHost('leaves alone what holds something else than was seen, or than it wrote', async ({ openPane }) => {
    const port = await open(openPane, [orders]);
    const seen = { value: 10, formula: null };
    const fix = { ...fixAt('C4', 3, 2, 12), seen };
    const { applied } = await port.applyFixes([fix], { overFormulas: false });
    expect(applied).toMatchObject([{ before: seen, after: { value: 12, formula: null } }]);
    const late = { ...fixAt('C4', 3, 2, 13), seen };
    expect(await port.applyFixes([late], { overFormulas: false })).toMatchObject({ applied: [], changed: [late] });
    await port.applyFixes([fixAt('C4', 3, 2, 14)], { overFormulas: false });
    expect((await port.restore(applied)).changed).toEqual(applied);
    expect(valueAt(await port.readGrids(), fix)).toBe(14);
  });

  itInHost('leaves alone what stands in another row by now, the others are written', async ({ openPane }) => {
    const port = await open(openPane, [orders]);
    const item = (row: number) => [{ column: 1, value: valueAt([orders], fixAt('', row, 1, '')) ?? null }];
    const own = { ...fixAt('C4', 3, 2, 12), seenRow: item(3) };
    const others = { ...fixAt('C5', 4, 2, 13), seenRow: item(3) };
    const { applied, changed } = await port.applyFixes([own, others], { overFormulas: false });
    expect([applied.map(({ fix }) => fix), changed]).toEqual([[own], [others]]);
    await port.applyFixes([fixAt('B4', 3, 1, 'X-99')], { overFormulas: false });
    expect((await port.restore(applied)).changed).toEqual(applied);
    expect(valueAt(await port.readGrids(), own)).toBe(12);
  });

  const end = { sheet: '订单', lastRow: 4, headerRow: 2, left: 1, right: 4 };
  const newRows = [
    [
      { column: 1, value: '00123' },
      { column: 2, value: 200 },
      { column: 4, value: '2026-12-03', isDate: true },
    ],
    [{ column: 1, value: '=x' }],
  ] as const;
  const plain = wholeGrid(
    '订单',
    [
      ['货号', '数量', '金额', '交期'],
      ['F-50', 10, 125, 46_351],
      ['B-10', 100, 88, 46_352],
    ],
    { formats: [0, 1, 2].map((at) => (at === 0 ? [null, null, null, null] : [null, null, '#,##0.00', 'yyyy-mm-dd'])) },
  );

  itInHost('writes rows below a table, in the formats of the row above', async ({ openPane }) => {
    const port = await open(openPane, [plain]);
    const outcome = await port.appendRows(end, newRows);
    expect(outcome).toMatchObject({ kind: 'appended', rows: { top: 5, left: 1 } });
    const [grid] = await port.readGrids();
    expect(grid?.values[3]?.slice(0, 3)).toEqual(['00123', 200, null]);
    expect(grid?.formats?.[3]?.[3]).toBe('yyyy-mm-dd');
    expect(['2026-12-03', 46_359]).toContain(grid?.values[3]?.[3]);
    expect(grid?.values[4]?.[0]).toBe('=x');
  });

  itInHost('takes rows away again, unless they hold something else by now', async ({ openPane }) => {
    const port = await open(openPane, [plain]);
    const outcome = await port.appendRows(end, newRows);
    if (outcome.kind !== 'appended') throw new Error(outcome.kind);
    await port.applyFixes([fixAt('C6', 5, 2, 5)], { overFormulas: false });
    expect(await port.removeRows(outcome.rows)).toBe(false);
    await port.applyFixes([fixAt('C6', 5, 2, 200)], { overFormulas: false });
    expect(await port.removeRows(outcome.rows)).toBe(true);
    const [grid] = await port.readGrids();
    expect(grid?.values.slice(0, 3)).toEqual(plain.values);
    expect(
      grid?.values
        .slice(3)
        .flat()
        .filter((value) => value !== null),
    ).toEqual([]);
  });

  itInHost(
    'never writes rows where something stands, and beside it a list would be torn apart',
    async ({ openPane }) => {
      const listed = wholeGrid('订单', [
        ['货号', '数量', '金额', '交期', '备忘'],
        ['F-50', 10, 125, 46_351, '打电话'],
        ['B-10', 100, 88, null, null],
      ]);
      const port = await open(openPane, [listed]);
      const before = await port.readGrids();
      expect(await port.appendRows({ ...end, lastRow: 3 }, newRows)).toMatchObject({ kind: 'not-free' });
      const seen = [{ row: 2, cells: [{ column: 2, value: '件数' }] }];
      expect(await port.appendRows({ ...end, seen }, newRows)).toEqual({ kind: 'moved' });
      expect(await port.readGrids()).toEqual(before);
    },
  );

  itInHost('a sheet that is gone is a fault', async ({ openPane }) => {
    const port = await open(openPane, [notes]);
    await expect(port.applyFixes([fixAt('C4', 3, 2, 12)], { overFormulas: false })).rejects.toThrow();
  });
});
