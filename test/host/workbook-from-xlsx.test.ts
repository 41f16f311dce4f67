import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { workbookFromXlsx } from './workbook-from-xlsx.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-host-'));
  file = join(folder, '订单.xlsx');
  await writeOrders(file);
});
afterAll(() => rm(folder, { recursive: true }));

/** An order sheet with everything that a value can be, and a table of prices. */
async function writeOrders(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const orders = workbook.addWorksheet('订单');
  orders.addRow(['订单表']);
  orders.mergeCells('A1:E1');
  orders.addRow(['PO', 'Date', 'Qty', 'Amount', 'Customer']);
  orders.addRow([
    '00123',
    new Date(Date.UTC(2026, 10, 2)),
    5,
    { formula: 'C3*2', result: 10 },
    { richText: [{ text: 'Alf' }, { text: 'reds' }] },
  ]);
  orders.addRow([
    'PO-2',
    new Date(Date.UTC(2026, 10, 3)),
    { error: '#N/A' },
    null,
    { text: 'site', hyperlink: 'https://a.cn' },
  ]);
  orders.getCell('B3').numFmt = 'yyyy-mm-dd';
  orders.getCell('B4').numFmt = 'mm-dd-yy'; // number 14 of the file format, "short date"
  orders.getCell('C3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEB9C' } };
  orders.getRow(4).hidden = true;
  const prices = workbook.addWorksheet('Prices', { state: 'hidden' });
  prices.addTable({ name: 'PriceList', ref: 'B2', columns: [{ name: 'Item' }, { name: 'Price' }], rows: [['A', 1.5]] });
  workbook.definedNames.add("'Prices'!$B$2:$C$3", 'Tariff');
  await prices.protect('', {});
  await workbook.xlsx.writeFile(path);
}

itInHost('shows a real file as Excel would', async ({ openPane }) => {
  const workbook = await workbookFromXlsx(file);
  const pane = await openPane(workbook);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
      used.load('address,values,formulas,valueTypes,text');
      const prices = context.workbook.tables.getItem('PriceList').getRange().load('address,values');
      await context.sync();
      return {
        address: used.address,
        values: used.values.slice(2),
        formula: used.formulas[2]?.[3],
        error: used.valueTypes[3]?.[2],
        dates: [used.text[2]?.[1], used.text[3]?.[1]],
        prices: [prices.address, prices.values],
      };
    }),
  );
  expect(seen).toEqual({
    address: '订单!A1:E4',
    values: [
      ['00123', 46_328, 5, 10, 'Alfreds'],
      ['PO-2', 46_329, '#N/A', '', 'site'],
    ],
    formula: '=C3*2',
    error: 'Error',
    dates: ['2026-11-02', '11/3/2026'],
    prices: [
      'Prices!B2:C3',
      [
        ['Item', 'Price'],
        ['A', 1.5],
      ],
    ],
  });
});

itInHost('keeps what lies around the cells', async () => {
  const { sheets, names, name, activeSheet } = await workbookFromXlsx(file);
  const [orders, prices] = sheets;
  expect(orders).toMatchObject({ merges: ['A1:E1'], hiddenRows: [4], visibility: 'Visible', protected: false });
  expect(orders?.cells.C3).toEqual({ value: 5, format: { 'fill.color': '#FFEB9C' } });
  expect(prices).toMatchObject({ visibility: 'Hidden', protected: true });
  expect(prices?.tables).toEqual([{ name: 'PriceList', address: 'B2:C3' }]);
  expect(names).toEqual([{ name: 'Tariff', formula: expect.stringContaining('$B$2:$C$3') }]);
  expect([name, activeSheet]).toEqual(['订单.xlsx', '订单']);
});
