import { describe, expect } from 'vitest';
import type { FoundTable } from '../../core/sheet/table.ts';
import { itInHost } from '../host/in-host.ts';
import { cellsFromRows, type SheetInput } from '../host/interpreter/workbook-data.ts';
import { excelPort, fixAt } from './pane-sheet-port.ts';

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
