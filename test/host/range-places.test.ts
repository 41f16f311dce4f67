import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: {
        ...cellsFromRows([
          ['Item', 'Qty'],
          ['A', 2],
          ['B', 3],
        ]),
        B3: { value: 0.5, numberFormat: '0%' },
      },
      hiddenRows: [2],
      hiddenColumns: ['D'],
      merges: ['F1:G1'],
    },
  ],
};

itInHost('leads from a range to its neighbours', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const range = sheet.getRange('B2:C4');
      const ranges = {
        cell: sheet.getCell(1, 2),
        column: range.getColumn(1),
        lastCell: range.getLastCell(),
        lastRow: range.getLastRow(),
        lastColumn: range.getLastColumn(),
        wholeRow: range.getEntireRow(),
        wholeColumn: range.getEntireColumn(),
        offset: range.getOffsetRange(1, -1),
        resized: range.getResizedRange(1, 1),
        absolute: range.getAbsoluteResizedRange(1, 2),
        around: range.getBoundingRect(sheet.getRange('E9')),
        common: range.getIntersection(sheet.getRange('C1:D2')),
        commonOrNull: range.getIntersectionOrNullObject(sheet.getRange('C1:D2')),
        usedOrNull: range.getUsedRangeOrNullObject(true),
      };
      for (const one of Object.values(ranges)) one.load('address');
      const apart = range.getIntersectionOrNullObject(sheet.getRange('Z9'));
      const unused = sheet.getRange('Y1:Z9').getUsedRangeOrNullObject();
      const owner = range.worksheet.load('name');
      await context.sync();
      const addresses = Object.entries(ranges).map(([name, { address }]) => [name, address.replace('Orders!', '')]);
      return [Object.fromEntries(addresses), apart.isNullObject, unused.isNullObject, owner.name];
    }),
  );
  expect(seen).toEqual([
    {
      cell: 'C2',
      column: 'C2:C4',
      lastCell: 'C4',
      lastRow: 'B4:C4',
      lastColumn: 'C2:C4',
      wholeRow: '2:4',
      wholeColumn: 'B:C',
      offset: 'A3:B5',
      resized: 'B2:D5',
      absolute: 'B2:C2',
      around: 'B2:E9',
      common: 'C2',
      commonOrNull: 'C2',
      usedOrNull: 'B2:B3',
    },
    true,
    true,
    'Orders',
  ]);
});

itInHost('tells size, place, and what is hidden, of ranges and their rows and columns', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const range = sheet.getRange('B2:D3');
      range.load('rowIndex,columnIndex,rowCount,columnCount,cellCount,isEntireRow,isEntireColumn,columnHidden,hidden');
      const formats = sheet.getRange('A3:B3').load('numberFormat');
      const columns = range.getColumnProperties({ columnHidden: true, address: true, columnIndex: true } as never);
      const rows = range.getRowProperties({ rowHidden: true, address: true, rowIndex: true } as never);
      const view = sheet.getRange('A1:B3').getVisibleView();
      view.load('rowCount,columnCount,cellAddresses,text,formulas,numberFormat,values');
      const areas = sheet.getRanges('A1,B2:B3').load('cellCount,areaCount,worksheet/name,areas/items/address');
      const count = areas.areas.getCount();
      const second = areas.areas.getItemAt(1).load('address');
      await context.sync();
      sheet.getRange('E:E').columnHidden = true;
      sheet.getRange('F1:G1').unmerge();
      await context.sync();
      const { rowIndex, columnIndex, rowCount, columnCount, cellCount, columnHidden, hidden } = range;
      return {
        size: [rowIndex, columnIndex, rowCount, columnCount, cellCount, range.isEntireRow, range.isEntireColumn],
        hidden: [columnHidden, hidden],
        formats: formats.numberFormat,
        columns: columns.value,
        rows: rows.value,
        view: [view.rowCount, view.columnCount, view.cellAddresses, view.text, view.formulas, view.numberFormat],
        areas: [areas.cellCount, count.value, second.address, areas.worksheet.name, areas.areas.items.length],
      };
    }),
  );
  expect(seen).toEqual({
    size: [1, 1, 2, 3, 6, false, false],
    hidden: [null, null],
    formats: [['General', '0%']],
    columns: [
      { columnHidden: false, address: 'B2:B3', columnIndex: 1 },
      { columnHidden: false, address: 'C2:C3', columnIndex: 2 },
      { columnHidden: true, address: 'D2:D3', columnIndex: 3 },
    ],
    rows: [
      { rowHidden: true, address: 'B2:D2', rowIndex: 1 },
      { rowHidden: false, address: 'B3:D3', rowIndex: 2 },
    ],
    view: [
      2,
      2,
      [
        ['A1', 'B1'],
        ['A3', 'B3'],
      ],
      [
        ['Item', 'Qty'],
        ['B', '50%'],
      ],
      [
        ['Item', 'Qty'],
        ['B', 0.5],
      ],
      [
        ['General', 'General'],
        ['General', '0%'],
      ],
    ],
    areas: [3, 2, 'Orders!B2:B3', 'Orders', 2],
  });
  expect((await pane.snapshot()).sheets[0]).toMatchObject({ hiddenColumns: ['D', 'E'], merges: [] });
});

itInHost.for([
  [
    'a common part where there is none',
    `sheet.getRange('A1').getIntersection(sheet.getRange('B2')).load('address');`,
    'ItemNotFound',
  ],
  ['a row outside of the range', `sheet.getRange('A1:A2').getRow(2).load('address');`, 'InvalidArgument'],
  ['cells beside the sheet', `sheet.getRange('A1').getOffsetRange(-1, 0).load('address');`, 'InvalidArgument'],
  ['used cells where there are none', `sheet.getRange('Y1:Z9').getUsedRange().load('address');`, 'ItemNotFound'],
  ['values for whole columns', `sheet.getRange('A:A').values = [[1]];`, 'InvalidArgument'],
  ['formats of whole columns', `sheet.getRange('A:A').format.fill.load('color');`, 'InvalidArgument'],
  ['a colour that is none', `sheet.getRange('A1').format.fill.color = 'rgb(1,2,3)';`, 'InvalidArgument'],
  ['a width that is none', `sheet.getRange('A1').format.columnWidth = 'wide';`, 'InvalidArgument'],
  [
    'too long a list of areas',
    `sheet.getRanges(Array.from({ length: 900 }, () => 'A1').join()).load('address');`,
    'InvalidArgument',
  ],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});
