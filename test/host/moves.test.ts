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
          ['Item', 'Qty', 'Price'],
          ['A', 2, 10],
          ['B', 3, 20],
          ['C', 4, 30],
        ]),
        D3: { formula: '=B3*$C$3', value: 60 },
        D5: { formula: '=SUM(B2:B4)&"B3"', value: '9B3' },
      },
      notes: [{ address: 'A3', content: 'n' }],
      comments: [{ address: 'A4', content: 'c' }],
      hiddenRows: [4],
      columnWidths: { C: 90 },
      merges: ['F3:G3'],
      conditionalFormats: [{ address: 'A2:A4', formula: '=$B2>3', fill: '#FFEB9C' }],
      validations: [
        { address: 'B2:B4', type: 'WholeNumber', rule: { wholeNumber: { formula1: 1, operator: 'GreaterThan' } } },
      ],
    },
    { name: 'Sums', cells: { A1: { formula: '=Orders!B4', value: 4 } } },
  ],
  names: [{ name: 'Quantities', formula: '=Orders!$B$2:$B$4' }],
};

itInHost('moves rows with all that lies on them, and what points at them', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const kept = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const below = sheet.getRange('A3:C4');
      below.load('address');
      await context.sync();
      sheet.getRange('3:4').insert('Down');
      below.getCell(0, 0).values = [['B2']];
      below.load('address');
      await context.sync();
      return below.address;
    }),
  );
  expect(kept).toBe('Orders!A5:C6');
  const { sheets, names } = await pane.snapshot();
  const [orders, sums] = sheets;
  expect(orders?.cells.A5).toEqual({ value: 'B2' });
  expect(orders?.cells.A3).toBeUndefined();
  expect(orders?.cells.D5?.formula).toBe('=B5*$C$5');
  expect(orders?.cells.D7?.formula).toBe('=SUM(B2:B6)&"B3"');
  expect(sums?.cells.A1?.formula).toBe('=Orders!B6');
  expect(names[0]?.formula).toBe('=Orders!$B$2:$B$6');
  expect(orders).toMatchObject({
    notes: [{ address: 'A5' }],
    comments: [{ address: 'A6' }],
    hiddenRows: [6],
    merges: ['F5:G5'],
    conditionalFormats: [{ address: 'A2:A6', formula: '=$B2>3' }],
    validations: [{ address: 'B2:B6' }],
  });
});

itInHost('takes rows and columns out, and says #REF! where they were named', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(await codeOf(pane, `sheet.getRange('4:4').delete('Up'); sheet.getRange('A:A').delete('Left');`)).toBe('done');
  const { sheets } = await pane.snapshot();
  expect(sheets[1]?.cells.A1?.formula).toBe('=Orders!#REF!');
  expect(sheets[0]).toMatchObject({
    hiddenRows: [],
    comments: [],
    columnWidths: { B: 90 },
    cells: { A2: { value: 2 }, C3: { formula: '=A3*$B$3' }, C4: { formula: '=SUM(A2:A3)&"B3"' } },
  });
});

itInHost('moves single cells to the right and back', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await codeOf(pane, `sheet.getRange('C2:C3').insert('Right');`);
  expect((await pane.snapshot()).sheets[0]?.cells).toMatchObject({
    D2: { value: 10 },
    E3: { formula: '=B3*$D$3' },
    C4: { value: 30 },
  });
  expect(await codeOf(pane, `sheet.getRange('C2:C3').delete('Left');`)).toBe('done');
  expect((await pane.snapshot()).sheets[0]?.cells).toMatchObject({ C2: { value: 10 }, D3: { formula: '=B3*$C$3' } });
  // A conditional format would be torn apart; Excel splits it, the stand-in doesn't.
  expect(await codeOf(pane, `sheet.getRange('A2:A3').insert('Right');`)).toBe('NotImplemented');
  expect(await pane.refusals()).toHaveLength(1);
});

itInHost('tells of moved cells, of whole rows and of sorted rows', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const page = globalThis as unknown as { noted: string[] };
      page.noted = [];
      context.workbook.worksheets.onChanged.add(async ({ address, changeType, source, triggerSource }) => {
        page.noted.push(`${changeType} ${address} ${source} ${triggerSource}`);
      });
      context.workbook.worksheets.onRowSorted.add(async ({ address, source }) => {
        page.noted.push(`sorted ${address} ${source}`);
      });
      await context.sync();
      context.workbook.worksheets.getItem('Sums').getRange('B1').insert('Down');
      await context.sync();
    }),
  );
  await pane.insertRows('Orders', 2, 1);
  await pane.deleteRows('Orders', 2, 1);
  await pane.sort('Orders', 'A2:C4', 1, { descending: true });
  await pane.coAuthor.setCells('Orders', 'B2', [[9]]);
  await pane.page.waitForFunction(() => (globalThis as unknown as { noted: string[] }).noted.length >= 5);
  expect(await pane.page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted)).toEqual([
    'CellInserted B1 Local ThisLocalAddin',
    'RowInserted 2:2 Local Unknown',
    'RowDeleted 2:2 Local Unknown',
    'sorted A2:C4 Local',
    'RangeEdited B2 Remote Unknown',
  ]);
});

itInHost(
  'refuses to tear a table apart, a kept range in two, and an insertion that has no direction',
  async ({ openPane }) => {
    const pane = await openPane({
      sheets: [
        {
          name: 'Orders',
          cells: cellsFromRows([
            ['a', 'b'],
            [1, 2],
          ]),
          tables: [{ name: 'T', address: 'A1:B2' }],
        },
      ],
    });
    expect(await codeOf(pane, `sheet.getRange('A2').insert('Down');`)).toBe('InvalidArgument');
    expect(await codeOf(pane, `sheet.getRange('A9').insert('Up');`)).toBe('InvalidArgument');
    expect(await codeOf(pane, `sheet.getRange('XFD1').values = 1; sheet.getRange('D1').insert('Right');`)).toBe(
      'InvalidArgument',
    );
    expect(
      await codeOf(
        pane,
        `const kept = sheet.getRange('D1:E5'); kept.load('address'); sheet.getRange('D2').insert('Down');`,
      ),
    ).toBe('NotImplemented');
    expect(await pane.refusals()).toEqual([expect.stringContaining('only a part moves')]);
  },
);

itInHost('refuses whatever is asked of a range whose cells are gone', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const code = await codeOf(
    pane,
    `const gone = sheet.getRange('A3'); gone.load('address'); sheet.getRange('3:3').delete('Up'); gone.values = [[1]];`,
  );
  expect(code).toBe('NotImplemented');
  expect(await pane.refusals()).toEqual([expect.stringContaining('deleted Range')]);
});
