import { describe, expect } from 'vitest';
import type { CellValue, Grid } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import { openWorkbook } from '../../desk/workbook/opened-workbook.ts';
import type { PlacedFix, SheetPort } from '../../ui/sheet-session/port.ts';
import { itInHost, type OpenPane } from '../host/in-host.ts';
import { type CellData, cellsFromRows, type SheetInput } from '../host/interpreter/workbook-data.ts';
import { excelPort, headings, sheetInputOf, wholeGrid } from './pane-sheet-port.ts';

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

const fixAt = (cell: string, row: number, column: number, value: string | number, format?: string): PlacedFix => ({
  sheet: '订单',
  cell,
  row,
  column,
  value,
  ...(format !== undefined && { format }),
});
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

describe('statuses in Excel', () => {
  const table = (columns: FoundTable['columns'] = []): FoundTable => ({
    sheet: 'Orders',
    role: 'orders',
    area: { top: 0, left: 0, bottom: 3, right: 1 },
    headerRow: 0,
    columns,
    confidence: 1,
  });
  const rows = [
    { row: 1, number: 'SO-202611-00001', text: 'In review' },
    { row: 3, number: null, text: 'Not posted: 1 finding' },
  ];
  const cells = cellsFromRows([
    ['Order', 'Item'],
    ['1', 'A'],
    ['2', 'B'],
    ['3', 'C'],
  ]);
  const inColumns = (sheet: { cells: Record<string, { value?: unknown }> } | undefined, columns: string) =>
    Object.fromEntries(
      Object.entries(sheet?.cells ?? {})
        .filter(([address]) => columns.includes(address.charAt(0)))
        .map(([address, { value }]) => [address, value]),
    );

  itInHost(
    'stand right beside the table, in one set of columns however often they are written',
    async ({ openPane }) => {
      const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
      const port = await excelPort(pane);
      await port.writeStatuses(table(), rows);
      await port.writeStatuses(table(), [{ row: 1, number: 'SO-202611-00001', text: 'To confirm' }]);
      const [sheet] = (await pane.snapshot()).sheets;
      expect(inColumns(sheet, 'CDEF')).toEqual({
        C1: headings.number,
        D1: headings.status,
        E1: headings.nextStep,
        F1: headings.promisedDate,
        C2: 'SO-202611-00001',
        D2: 'To confirm',
        D4: 'Not posted: 1 finding',
      });
    },
  );

  itInHost('say the next step and the promised day, a date, where these are known', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const known = { number: 'SO-202611-00001', text: 'To ship', next: 'Ship goods · Shipper', promised: '2026-12-03' };
    await port.writeStatuses(table(), [{ row: 1, ...known }]);
    await port.writeStatuses(table(), [
      { row: 2, number: 'SO-202611-00002', text: 'In review', next: '', promised: '' },
    ]);
    await port.writeStatuses(table(), [{ row: 1, number: 'SO-202611-00001', text: 'Part shipped' }]);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'DEFGHI')).toEqual({
      D1: headings.status,
      E1: headings.nextStep,
      F1: headings.promisedDate,
      D2: 'Part shipped',
      D3: 'In review',
      E2: 'Ship goods · Shipper',
      F2: 46_359,
    });
    expect(sheet?.cells.F2?.numberFormat).toBe('yyyy-mm-dd');
  });

  itInHost('are coloured by what they say, once, until the marks are cleared', async ({ openPane }) => {
    const own = { address: 'A2:D4', formula: '=$A2="1"', fill: '#00FF00' };
    const plain = { name: 'Orders', cells, conditionalFormats: [own] };
    const asTable = { ...plain, name: 'Table', tables: [{ name: 'T', address: 'A1:B4' }] };
    const pane = await openPane({ sheets: [plain, asTable] });
    const port = await excelPort(pane);
    for (const sheet of ['Orders', 'Table', 'Orders', 'Table']) await port.writeStatuses({ ...table(), sheet }, rows);
    await port.mark([]); // of a check without findings
    for (const { conditionalFormats } of (await pane.snapshot()).sheets) {
      const ours = conditionalFormats.filter(({ formula }) => formula.includes('"countersign '));
      expect(ours.map(({ address }) => address)).toEqual(Array.from({ length: 5 }, () => 'D2:D4'));
      expect(new Set(ours.map(({ fill }) => fill)).size).toBe(5);
      expect(ours.find(({ formula }) => formula.includes('|In review|'))).toMatchObject({
        formula: expect.stringMatching(/^=ISNUMBER\(FIND\("\|"&\$D2&"\|","countersign brand\|.*\|"\)\)$/),
        fontColor: expect.stringMatching(/^#/),
      });
      expect(conditionalFormats).toContainEqual(own);
    }
    await port.clearMarks();
    for (const { conditionalFormats } of (await pane.snapshot()).sheets) expect(conditionalFormats).toEqual([own]);
  });

  itInHost('keep the colours of words in another language', async ({ openPane }) => {
    const formula = '=ISNUMBER(FIND("|"&$D2&"|","countersign danger|作废|已取消|"))';
    const conditionalFormats = [{ address: 'D2:D3', formula, fill: '#FADCDF' }];
    const pane = await openPane({ sheets: [{ name: 'Orders', cells, conditionalFormats }] });
    await (await excelPort(pane)).writeStatuses(table(), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(sheet?.conditionalFormats.map((format) => format.formula)).toContain(
      '=ISNUMBER(FIND("|"&$D2&"|","countersign danger|Void|Cancelled|作废|已取消|"))',
    );
    expect(sheet?.conditionalFormats).toHaveLength(5);
  });

  itInHost('go right of everything where the neighbouring cells are taken', async ({ openPane }) => {
    const note = { D3: { value: 'call first' } };
    const pane = await openPane({ sheets: [{ name: 'Orders', cells: { ...cells, ...note } }] });
    await (await excelPort(pane)).writeStatuses(table(), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'CDEF')).toMatchObject({ D3: 'call first', E1: headings.number, F1: headings.status });
  });

  itInHost('use the columns the table has', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const own = { column: 1, heading: '回签状态', field: 'status', confidence: 1, reason: 'heading' } as const;
    await (await excelPort(pane)).writeStatuses(table([own]), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'BCD')).toMatchObject({ B2: 'In review', C1: headings.number, C2: 'SO-202611-00001' });
  });

  itInHost('cost a handful of requests, not one a row', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const before = (await pane.batches()).length;
    const many = Array.from({ length: 2000 }, (_, row) => ({
      row: row + 1,
      number: `SO-202611-${row}`,
      text: 'In review',
    }));
    await port.writeStatuses({ ...table(), area: { top: 0, left: 0, bottom: 2000, right: 1 } }, many);
    expect((await pane.batches()).length - before).toBeLessThan(6);
  });
});

describe('a large workbook in Excel', () => {
  const limit = 4_000_000;
  const read = async (openPane: OpenPane, sheets: readonly SheetInput[]) => {
    const pane = await openPane({ sheets });
    const port = await excelPort(pane);
    const before = (await pane.batches()).length;
    const grids = await port.readGrids();
    const batches = (await pane.batches()).slice(before);
    return { pane, port, grids, batches, largest: Math.max(...batches.map(({ answerBytes }) => answerBytes)) };
  };
  const rows = (count: number, row: (index: number) => readonly CellValue[]) =>
    Array.from({ length: count }, (_, index) => row(index));

  itInHost('is read in few conversations, none of them large', async ({ openPane }) => {
    const orders = rows(20_000, (row) => [
      `SO-${row}`,
      '华东精密机械有限公司上海分公司',
      `货号-${row % 977}`,
      '不锈钢对焊法兰 DN50 PN16 带颈 316L',
      row,
      12.5,
      row * 12.5,
      46_351,
      ...Array.from({ length: 7 }, (_, column) => `备注 ${row}/${column}`),
    ]);
    const cells: Record<string, CellData> = cellsFromRows(orders);
    for (let row = 1; row <= 20_000; row += 1) cells[`G${row}`] = { value: row, formula: `=E${row}*F${row}*(1-0.05)` };
    for (let row = 100; row <= 20_000; row += 100)
      for (const column of 'CE')
        cells[`${column}${row}`] = { ...cells[`${column}${row}`], format: { 'font.strikethrough': true } };
    const prices = cellsFromRows(rows(5000, (row) => [`货号-${row}`, '不锈钢对焊法兰', row / 100]));
    const { port, pane, grids, batches, largest } = await read(openPane, [
      { name: '订单', cells },
      { name: '价格', cells: prices },
    ]);
    expect(batches.length).toBeLessThanOrEqual(8); // with what was chosen of the columns, and which rows are struck through: ten
    expect(largest).toBeLessThanOrEqual(limit);
    expect(batches.filter(({ error }) => error)).toEqual([]);
    expect(grids[0]?.values.length).toBe(20_000);
    expect(grids[0]?.values.at(-1)?.slice(0, 6)).toEqual(orders.at(-1)?.slice(0, 6));
    expect(grids[0]?.formulas?.map((line) => line[6])).toEqual(
      rows(20_000, (row) => [`=E${row + 1}*F${row + 1}*(1-0.05)`]).flat(),
    );
    expect(grids[1]?.values).toHaveLength(5000);
    expect(grids[1]?.struck).toEqual([]);

    const before = (await pane.batches()).length;
    const spans = grids[0]?.struckAmong ?? [];
    const struck = await port.readStruck(
      [2, 4].flatMap((column) => spans.map((span) => ({ sheet: '订单', column, ...span }))),
    );
    expect(struck.map((each) => [each.column, each.rows.length, each.rows[0]])).toEqual([
      [2, 200, 99],
      [4, 200, 99],
    ]);
    const looked = (await pane.batches()).slice(before);
    expect(looked).toHaveLength(1);
    expect(looked[0]?.answerBytes).toBeLessThanOrEqual(limit);
  });

  itInHost('is read whole although later rows hold far more than the first', async ({ openPane }) => {
    const uneven = rows(4000, (row) => [row, row < 1500 ? 'x' : 'long '.repeat(500)]);
    const { grids, batches } = await read(openPane, [{ name: 'Orders', cells: cellsFromRows(uneven) }]);
    expect(batches.map(({ error }) => error)).toContain('ResponsePayloadSizeLimitExceeded');
    expect(grids[0]?.values).toEqual(uneven);
  });

  itInHost('keeps each of many scattered formulas', async ({ openPane }) => {
    const cells: Record<string, CellData> = {};
    for (let row = 1; row <= 1200; row += 1)
      cells[`B${row}`] = row % 2 === 0 ? { value: row, formula: `=A${row}` } : { value: row };
    const { grids } = await read(openPane, [{ name: 'Orders', cells }]);
    const odd = (row: number) => row % 2 === 1;
    expect(grids[0]?.formulas).toEqual(Array.from({ length: 1200 }, (_, row) => [odd(row) ? `=A${row + 1}` : null]));
  });

  itInHost('keeps the formulas of a protected sheet', async ({ openPane }) => {
    const cells = { A1: { value: 1 }, B1: { value: 2, formula: '=A1*2' } };
    const { grids } = await read(openPane, [{ name: 'Orders', cells, protected: true }]);
    expect(grids[0]?.formulas).toEqual([[null, '=A1*2']]);
  });
});

describe('cells in Excel', () => {
  const lines = Array.from({ length: 6000 }, (_, row) => [row % 2 === 0 ? `X-${row}` : 'F-50', row]);
  const all = (column: number, wanted: (row: number) => boolean) =>
    lines.flatMap((_, row) => (wanted(row) ? [fixAt('', row, column, column === 0 ? `F-${row}` : row + 1)] : []));

  itInHost('are written by the thousand in requests of which none is large, and taken back', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: '订单', cells: cellsFromRows(lines) }] });
    const port = await excelPort(pane);
    const before = await port.readGrids();
    const start = (await pane.batches()).length;
    const scattered = all(0, (row) => row % 2 === 0);
    const { applied } = await port.applyFixes([...scattered, ...all(1, () => true)], { overFormulas: false });
    expect(applied).toHaveLength(9000);
    const batches = (await pane.batches()).slice(start);
    expect(batches.length).toBeLessThan(14);
    for (const { requestBytes, answerBytes } of batches) expect(Math.max(requestBytes, answerBytes)).toBeLessThan(4e6);
    await port.restore(applied);
    expect(await port.readGrids()).toEqual(before);
  });

  itInHost(
    'of a protected sheet stay as they are unless they are open; the others are written',
    async ({ openPane }) => {
      const open = { value: 'a', format: { 'protection.locked': false } };
      const pane = await openPane({
        sheets: [
          { name: '订单', cells: { A1: { value: 'x' }, B1: open, C1: open }, protected: true },
          { name: 'Other', cells: { A1: { value: 'y' } } },
        ],
      });
      const port = await excelPort(pane);
      const fixes = [
        fixAt('A1', 0, 0, 'X'),
        fixAt('B1', 0, 1, 'B'),
        fixAt('C1', 0, 2, '2026-12-03', 'yyyy-mm-dd'),
        { ...fixAt('A1', 0, 0, 'Y'), sheet: 'Other' },
      ];
      const { applied, protectedSheets, failure } = await port.applyFixes(fixes, { overFormulas: false });
      expect(applied.map(({ fix }) => fix.value)).toEqual(['Y', 'B']);
      expect([protectedSheets, failure]).toEqual([['订单'], undefined]);
      expect((await port.restore(applied)).protectedSheets).toEqual([]);
      expect((await pane.snapshot()).sheets.map(({ cells: { A1, B1 } }) => [A1?.value, B1?.value])).toEqual([
        ['x', 'a'],
        ['y', undefined],
      ]);
    },
  );

  itInHost('that were written before one that can’t be are told, to be taken back', async ({ openPane }) => {
    const pane = await openPane({
      sheets: [{ name: '订单', cells: { A1: { value: 'x' } } }],
    });
    const port = await excelPort(pane);
    const { applied, failure } = await port.applyFixes(
      [fixAt('A1', 0, 0, 'X'), fixAt('C1', 0, 2, 'n'.repeat(40_000)), fixAt('E1', 0, 4, 'E')],
      { overFormulas: false },
    );
    expect(applied.map(({ fix }) => fix.cell)).toEqual(['A1']);
    expect(failure).toBeDefined();
    await port.restore(applied);
    expect((await pane.snapshot()).sheets[0]?.cells.A1?.value).toBe('x');
  });
});

describe('rows below a table in Excel', () => {
  const cells = {
    ...cellsFromRows([
      ['货号', '数量', '金额'],
      ['F-50', 10, 8.8],
    ]),
    C2: { value: 8.8, formula: '=B2*0.88', numberFormat: '#,##0.00' },
    A2: { value: 'F-50', format: { 'fill.color': '#FF0000', 'font.strikethrough': true, 'font.bold': true } },
  };
  const end = { sheet: '订单', lastRow: 1, headerRow: 0, left: 0, right: 2 };
  const rows = [
    [
      { column: 0, value: 'B-10' },
      { column: 1, value: 5 },
    ],
    [{ column: 2, value: 7 }],
  ];

  itInHost('continue formulas, and neither fill nor strike-through', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: '订单', cells }] });
    const port = await excelPort(pane);
    const outcome = await port.appendRows(end, rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(sheet?.cells.C3).toMatchObject({ formula: '=B3*0.88', numberFormat: '#,##0.00' });
    expect(sheet?.cells.C4?.formula).toBe('=B4*0.88');
    expect(sheet?.cells.A3).toMatchObject({ value: 'B-10', format: { 'font.bold': true } });
    expect(sheet?.cells.A3?.format).not.toHaveProperty(['fill.color']);
    expect(sheet?.cells.A3?.format?.['font.strikethrough']).not.toBe(true);
    if (outcome.kind === 'appended') expect(await port.removeRows(outcome.rows)).toBe(true);
    expect(Object.keys((await pane.snapshot()).sheets[0]?.cells ?? {}).sort()).toEqual(Object.keys(cells).sort());
  });

  itInHost('are rows of the Excel table they belong to', async ({ openPane }) => {
    const tables = [{ name: '表1', address: 'A1:C2' }];
    const pane = await openPane({ sheets: [{ name: '订单', cells, tables }] });
    const port = await excelPort(pane);
    const outcome = await port.appendRows(end, rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(sheet?.tables).toMatchObject([{ address: 'A1:C4' }]);
    expect(sheet?.cells.C4?.formula).toBe('=B4*0.88');
    if (outcome.kind === 'appended') expect(await port.removeRows(outcome.rows)).toBe(true);
    expect((await pane.snapshot()).sheets[0]?.tables).toMatchObject([{ address: 'A1:C2' }]);
  });

  itInHost('stay once a number stands beside them, be it in new columns of their table', async ({ openPane }) => {
    const tables = [{ name: '表1', address: 'A1:C2' }];
    const beside = { I3: { value: 'since long ago' } };
    const pane = await openPane({
      sheets: [
        { name: '订单', cells: { ...cells, ...beside }, tables },
        { name: '加单', cells: { ...cells, ...beside } },
      ],
    });
    const port = await excelPort(pane);
    for (const sheet of ['订单', '加单']) {
      const append = () => port.appendRows({ ...end, sheet }, rows);
      const first = await append();
      if (first.kind === 'appended') expect(await port.removeRows(first.rows)).toBe(true);
      const outcome = await append();
      const area = { top: 0, left: 0, bottom: 3, right: 2 };
      const found: FoundTable = { sheet, role: 'orders', area, headerRow: 0, columns: [], confidence: 1 };
      await port.writeStatuses(found, [{ row: 2, number: 'SO-1', text: 'Posted' }]);
      if (outcome.kind === 'appended') expect(await port.removeRows(outcome.rows)).toBe(false);
    }
    for (const { cells: after } of (await pane.snapshot()).sheets)
      expect(after).toMatchObject({ A3: { value: 'B-10' }, D3: { value: 'SO-1' } });
  });

  itInHost('leave the formats of rows that were prepared for them', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: '订单', cells: { ...cells, B3: { numberFormat: '0.0' } } }] });
    const port = await excelPort(pane);
    const outcome = await port.appendRows(end, rows);
    if (outcome.kind === 'appended') expect(await port.removeRows(outcome.rows)).toBe(true);
    const cell = (await pane.snapshot()).sheets[0]?.cells.A3;
    expect(cell).toMatchObject({ format: { 'font.bold': true } });
    expect(cell).not.toHaveProperty('value');
  });

  describe('above totals', () => {
    const totals = {
      A3: { value: '合计' },
      B3: { value: 10, formula: '=SUM(B2:B2)' },
      C3: { value: 8.8, formula: '=SUM($C$2:$C$2)*1', numberFormat: '#,##0.00' },
      A5: { value: 'call first' },
    };
    const withTotals = { ...cells, ...totals };
    const formulasOf = (sheet: SheetInput | undefined) =>
      Object.fromEntries(Object.entries(sheet?.cells ?? {}).map(([at, { formula }]) => [at, formula]));

    itInHost('push them down, are in their sums, and go again', async ({ openPane }) => {
      const pane = await openPane({ sheets: [{ name: '订单', cells: withTotals }] });
      const port = await excelPort(pane);
      const outcome = await port.appendRows(end, rows);
      const [sheet] = (await pane.snapshot()).sheets;
      expect(sheet?.cells).toMatchObject({ A3: { value: 'B-10' }, A5: { value: '合计' }, A7: { value: 'call first' } });
      expect(formulasOf(sheet)).toMatchObject({ B5: '=SUM(B2:B4)', C5: '=SUM($C$2:$C$4)*1', C3: '=B3*0.88' });
      if (outcome.kind !== 'appended') throw new Error('nothing was appended');
      expect(await port.removeRows(outcome.rows)).toBe(true);
      const [after] = (await pane.snapshot()).sheets;
      expect(formulasOf(after)).toEqual(formulasOf({ name: '订单', cells: withTotals }));
    });

    itInHost('are not put in where a list beside the table would be torn apart', async ({ openPane }) => {
      const beside = { ...withTotals, F2: { value: 'SO-1' }, F3: { value: 'SO-2' } };
      const pane = await openPane({ sheets: [{ name: '订单', cells: beside }] });
      expect(await (await excelPort(pane)).appendRows(end, rows)).toEqual({ kind: 'not-free', cell: 'F2' });
      expect(Object.keys((await pane.snapshot()).sheets[0]?.cells ?? {}).sort()).toEqual(Object.keys(beside).sort());
    });

    itInHost('stay when somebody wrote beside them since', async ({ openPane }) => {
      const pane = await openPane({ sheets: [{ name: '订单', cells: withTotals }] });
      const port = await excelPort(pane);
      const outcome = await port.appendRows(end, rows);
      await port.applyFixes([fixAt('F4', 3, 5, 'urgent')], { overFormulas: false });
      if (outcome.kind !== 'appended') throw new Error('nothing was appended');
      expect(await port.removeRows(outcome.rows)).toBe(false);
      expect((await pane.snapshot()).sheets[0]?.cells).toMatchObject({
        A3: { value: 'B-10' },
        F4: { value: 'urgent' },
      });
    });
  });
});
