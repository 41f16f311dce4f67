import { describe, expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const ORDERS: WorkbookInput = {
  sheets: [
    {
      name: 'Orders 订单',
      cells: {
        ...cellsFromRows([
          ['Item', 'Qty'],
          ['A-1', 5],
          ['B-2', 7],
          ['C-3', 9],
        ]),
        C2: { value: 46_327, numberFormat: 'yyyy-mm-dd' },
        C3: { value: 1234.5, numberFormat: '#,##0.00' },
      },
      hiddenRows: [3],
      merges: ['A6:B6'],
    },
    { name: 'Locked', cells: cellsFromRows([['x']]), protected: true },
  ],
};

describe('reading', () => {
  itInHost('reads, writes and reads again over several syncs', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
        used.load({ address: true, values: true, valueTypes: true, text: true });
        await context.sync();
        const before = [used.address, used.values[1], used.valueTypes[3], used.text[1]?.[2], used.text[2]?.[2]];
        used.getCell(1, 1).values = [[6]];
        const row = used.getRow(1).load('values');
        await context.sync();
        return [...before, row.values];
      }),
    );
    expect(seen).toEqual([
      "'Orders 订单'!A1:C4",
      ['A-1', 5, 46_327],
      ['String', 'Double', 'Empty'],
      '2026-11-01',
      '1,234.50',
      [['A-1', 6, 46_327]],
    ]);
    expect(await pane.batches()).toHaveLength(2);
  });

  itInHost('leaves unloaded what was not asked for: the client itself throws', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const code = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return range.values;
      }).catch((error) => error.code),
    );
    expect(code).toBe('PropertyNotLoaded');
  });

  itInHost('tells what is hidden, visible and merged', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange('A1:B4').load('rowHidden');
        const rows = range.getRowProperties({ rowHidden: true });
        const visible = range.getSpecialCellsOrNullObject('Visible').load('address');
        const view = range.getVisibleView().load('values');
        const merged = sheet.getRange('A1:B9').getMergedAreasOrNullObject().load('address');
        const unmerged = range.getMergedAreasOrNullObject();
        await context.sync();
        const hidden = rows.value.map((row) => row.rowHidden);
        return [range.rowHidden, hidden, visible.address, view.values.length, merged.address, unmerged.isNullObject];
      }),
    );
    expect(seen).toEqual([
      null,
      [false, false, true, false],
      "'Orders 订单'!A1:B2,'Orders 订单'!A4:B4",
      3,
      "'Orders 订单'!A6:B6",
      true,
    ]);
  });

  itInHost('tells where formulas are', async ({ openPane }) => {
    const formula = (row: number) => ({ value: row, formula: '=1+1' });
    const cells = { A1: { value: 1 }, A2: formula(2), A3: formula(3), B1: formula(1), C9: formula(9) };
    const pane = await openPane({ sheets: [{ name: 'S', cells }] });
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const some = sheet.getRange('A1:B9').getSpecialCellsOrNullObject('Formulas').load('address,areaCount');
        const none = sheet.getRange('A1').getSpecialCellsOrNullObject('Formulas');
        await context.sync();
        return [some.address, some.areaCount, none.isNullObject];
      }),
    );
    expect(seen).toEqual(['S!A2:A3,S!B1', 2, true]);
  });

  itInHost('answers null for the values of whole columns, as Excel does', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const column = context.workbook.worksheets.getActiveWorksheet().getRange('B:B').load('values,address');
        const used = column.getUsedRange(true).load('address');
        await context.sync();
        return [column.values, column.address, used.address];
      }),
    );
    expect(seen).toEqual([null, "'Orders 订单'!B:B", "'Orders 订单'!B1:B4"]);
  });
});

describe('writing', () => {
  itInHost('types texts into cells, with all that Excel makes of them', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'S' }] });
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('B1:B2').numberFormat = [['@'], ['@']];
        sheet.getRange('A1:B2').values = [
          ['00123', '00123'],
          ["'00123", '=1+1'],
        ];
        sheet.getRange('A3:D3').values = [['2E10', '=A1', '-x', null]];
        await context.sync();
      }),
    );
    const cells = (await pane.snapshot()).sheets[0]?.cells;
    expect(cells).toEqual({
      A1: { value: 123 },
      B1: { value: '00123', numberFormat: '@' },
      A2: { value: '00123' },
      B2: { value: '=1+1', numberFormat: '@' },
      A3: { value: 2e10, numberFormat: '0.00E+00' },
      B3: { formula: '=A1' },
      C3: { formula: '=-x' },
    });
  });

  itInHost('refuses a block of another size with the statement that failed', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const error = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1]];
        await context.sync();
      }).catch(({ code, debugInfo }) => ({ code, at: debugInfo.errorLocation, statement: debugInfo.statement })),
    );
    expect(error).toMatchObject({ code: 'InvalidArgument', at: 'Range.values' });
    expect(error).toHaveProperty('statement', expect.stringContaining('.values ='));
  });

  itInHost('refuses to write to a protected sheet', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Locked');
        sheet.protection.load('protected');
        await context.sync();
        sheet.getRange('A1').values = [['y']];
        const refused = await context.sync().catch((error) => error.code);
        return [sheet.protection.protected, refused];
      }),
    );
    expect(seen).toEqual([true, 'AccessDenied']);
    expect((await pane.snapshot()).sheets[1]?.cells).toEqual({ A1: { value: 'x' } });
  });

  itInHost('colours cells, tells a common colour, and clears it again', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRanges('A2,C3:C4').format.fill.color = '#ffc7ce';
        sheet.getRange('A2').format.font.bold = true;
        const one = sheet.getRange('A2').load('format/fill/color');
        const both = sheet.getRange('A2:A3').load('format/fill/color');
        await context.sync();
        sheet.getRange('A2').format.fill.clear();
        await context.sync();
        return [one.format.fill.color, both.format.fill.color];
      }),
    );
    expect(seen).toEqual(['#FFC7CE', null]);
    const cells = (await pane.snapshot()).sheets[0]?.cells;
    expect(cells?.A2?.format).toEqual({ 'font.bold': true });
    expect(cells?.C4).toEqual({ format: { 'fill.color': '#FFC7CE' } });
  });

  itInHost('copies formats and widens columns', async ({ openPane }) => {
    const pane = await openPane(ORDERS);
    const widths = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Orders 订单');
        sheet.getRange('B1').format.fill.color = '#E8EEF4';
        sheet.getRange('F2').copyFrom(sheet.getRange('C2'), Excel.RangeCopyType.formats);
        sheet.getRange('F1').copyFrom(sheet.getRange('B1'), Excel.RangeCopyType.formats);
        sheet.getRange('F1').format.columnWidth = 110;
        const wide = sheet.getRange('F9').load('format/columnWidth');
        const usual = sheet.getRange('G9').load('format/columnWidth');
        await context.sync();
        return [wide.format.columnWidth, usual.format.columnWidth];
      }),
    );
    expect(widths).toEqual([110, 48]);
    const cells = (await pane.snapshot()).sheets[0]?.cells;
    expect(cells?.F1).toEqual({ format: { 'fill.color': '#E8EEF4' } });
    expect(cells?.F2).toEqual({ numberFormat: 'yyyy-mm-dd' });
  });

  itInHost('does not calculate: the result of a formula it never had is refused', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'S' }] });
    const code = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.formulas = [['=SUM(B:B)']];
        range.load('values');
        await context.sync();
      }).catch((error) => error.code),
    );
    expect(code).toBe('NotImplemented');
    expect(await pane.refusals()).toEqual([
      'The Excel stand-in does not know Range.values of =SUM(B:B), which nothing here calculates.',
    ]);
  });
});
