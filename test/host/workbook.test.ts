import { expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: cellsFromRows([
        ['Item', 'Qty'],
        ['A-1', 5],
      ]),
      tables: [{ name: 'OrderLines', address: 'A1:B2' }],
    },
    { name: 'Prices', visibility: 'Hidden' },
  ],
  names: [{ name: 'Lines', formula: '=Orders!$A$1:$B$2' }],
  settings: { mapping: { qty: 'B' } },
};

itInHost('finds sheets, and answers null objects for what is not there', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets, tables, names, settings } = context.workbook;
      worksheets.load('items/name,items/visibility');
      const missing = [
        worksheets.getItemOrNullObject('None'),
        tables.getItemOrNullObject('None'),
        names.getItemOrNullObject('None'),
        settings.getItemOrNullObject('None'),
        worksheets.getItem('Prices').getUsedRangeOrNullObject(),
      ];
      const there = worksheets.getItemOrNullObject('orders').load('name');
      await context.sync();
      const sheets = worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`);
      return [sheets, missing.map((object) => object.isNullObject), there.isNullObject, there.name];
    }),
  );
  expect(seen).toEqual([['Orders Visible', 'Prices Hidden'], [true, true, true, true, true], false, 'Orders']);
});

itInHost('throws ItemNotFound for a sheet that is not there', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const code = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('None').load('name');
      await context.sync();
    }).catch((error) => error.code),
  );
  expect(code).toBe('ItemNotFound');
});

itInHost('adds one sheet, names it, writes to it and shows it', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Findings');
      sheet.position = 0;
      sheet.load('name');
      await context.sync();
      sheet.getRange('B2:C2').values = [['row', 7]];
      sheet.activate();
      sheet.getRange('B2').select();
      await context.sync();
    }),
  );
  const { sheets, activeSheet, selection } = await pane.snapshot();
  expect(sheets.map(({ name }) => name)).toEqual(['Findings', 'Orders', 'Prices']);
  expect(sheets[0]?.cells).toEqual({ B2: { value: 'row' }, C2: { value: 7 } });
  expect([activeSheet, selection]).toEqual(['Findings', 'B2']);
});

itInHost('leads to cells through tables and names', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { tables, names } = context.workbook;
      tables.load('items/name');
      names.load('items/name,items/formula');
      const header = tables.getItem('OrderLines').getHeaderRowRange().load('values');
      const body = tables.getItem('OrderLines').getDataBodyRange().load('address');
      const named = names.getItem('Lines').getRange().load('address');
      await context.sync();
      return [
        tables.items.map(({ name }) => name),
        names.items[0]?.formula,
        header.values,
        body.address,
        named.address,
      ];
    }),
  );
  expect(seen).toEqual([['OrderLines'], '=Orders!$A$1:$B$2', [['Item', 'Qty']], 'Orders!A2:B2', 'Orders!A1:B2']);
});

itInHost(
  'keeps settings, comments and conditional formats in the workbook, to be opened again',
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const { settings, comments, worksheets } = context.workbook;
        settings.add('workbookId', 'w-1');
        settings.getItemOrNullObject('mapping').delete();
        comments.add('Orders!A2', 'Unknown item');
        const format = worksheets.getItem('Orders').getRange('A2:B2').conditionalFormats.add('Custom').custom;
        format.rule.formula = '=$B2>3';
        format.format.fill.color = '#FFEB9C';
        await context.sync();
      }),
    );
    const again = await openPane(await pane.snapshot());
    const { settings, sheets } = await again.snapshot();
    expect(settings).toEqual({ workbookId: 'w-1' });
    expect(sheets[0]?.comments).toEqual([{ address: 'A2', content: 'Unknown item' }]);
    expect(sheets[0]?.conditionalFormats).toEqual([{ address: 'A2:B2', formula: '=$B2>3', fill: '#FFEB9C' }]);
  },
);

itInHost('keeps a conditional format over several areas, and adds none to a protected sheet', async ({ openPane }) => {
  const cells = { A1: { value: 1 } };
  const pane = await openPane({
    sheets: [
      { name: 'Open', cells },
      { name: 'Closed', cells, protected: true },
    ],
  });
  const add = (name: string) =>
    pane.page.evaluate(
      (wanted) =>
        Excel.run(async (context) => {
          const areas = context.workbook.worksheets.getItem(wanted).getRanges('A1:A3,C5');
          areas.conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
          await context.sync();
        }).catch((error) => error.code),
      name,
    );
  expect(await add('Closed')).toBe('AccessDenied');
  await add('Open');
  const { sheets } = await pane.snapshot();
  expect(sheets.map(({ conditionalFormats }) => conditionalFormats)).toEqual([
    [{ address: 'A1:A3,C5', formula: '=TRUE' }],
    [],
  ]);
});

itInHost('refuses by name what it does not know, and a test that did not look fails', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Promise.all([
      Excel.run((context) => {
        context.workbook.getSelectedRange().removeDuplicates([0], true);
        return context.sync();
      }).catch((error) => [error.code, error.message]),
      Excel.run((context) => {
        context.workbook.getSelectedRange().load('hyperlink');
        return context.sync();
      }).catch((error) => [error.code, error.message]),
    ]),
  );
  expect(seen).toEqual([
    ['NotImplemented', 'The Excel stand-in does not know Range.removeDuplicates().'],
    ['NotImplemented', 'The Excel stand-in does not know Range.hyperlink.'],
  ]);
  const other = await openPane(BOOK);
  await other.page.evaluate(() =>
    Excel.run((context) => {
      context.workbook.getSelectedRange().showCard();
      return context.sync();
    }).catch(() => undefined),
  );
  await expect(other.close()).rejects.toThrow('Range.showCard()');
  expect(await pane.refusals()).toHaveLength(2);
});
