import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [{ name: 'Orders', cells: cellsFromRows([['Item'], ['A-1']]) }, { name: 'My prices' }],
  names: [{ name: 'Rate', formula: '=0.13' }],
};

itInHost('adds names to the workbook and to a sheet, reads, changes and deletes them', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      const sheet = worksheets.getItem('My prices');
      const price = names.add('Prices', sheet.getRange('A1:B9'), 'the list');
      price.load('name,formula,type,scope,comment,visible');
      const own = sheet.names.add('Here', '=Orders!$A$2').load('scope,formula');
      own.visible = false;
      own.comment = 'c';
      own.formula = '=Orders!$A$1';
      const home = own.worksheet.load('name');
      const nobody = price.worksheetOrNullObject;
      const owner = own.worksheetOrNullObject.load('name');
      const rate = names.getItem('rate').load('type');
      const noRange = rate.getRangeOrNullObject();
      const range = price.getRangeOrNullObject().load('address');
      const counts = [names.getCount(), sheet.names.getCount()];
      await context.sync();
      names.getItem('Rate').delete();
      await context.sync();
      return {
        price: [price.name, price.formula, price.type, price.scope, price.comment, price.visible],
        own: [own.scope, home.name, owner.name, nobody.isNullObject],
        rate: [rate.type, noRange.isNullObject],
        range: range.address,
        counts: counts.map(({ value }) => value),
      };
    }),
  );
  expect(seen).toEqual({
    price: ['Prices', "='My prices'!$A$1:$B$9", 'Range', 'Workbook', 'the list', true],
    own: ['Worksheet', 'My prices', 'My prices', true],
    rate: ['String', true],
    range: "'My prices'!A1:B9",
    counts: [2, 1],
  });
  expect((await pane.snapshot()).names).toEqual([
    { name: 'Prices', formula: "='My prices'!$A$1:$B$9", comment: 'the list' },
    { name: 'Here', formula: '=Orders!$A$1', sheet: 'My prices', comment: 'c' },
  ]);
});

itInHost.for([
  ['a name twice', `context.workbook.names.add('RATE', '=1');`, 'InvalidArgument'],
  ['a cell for a name', `context.workbook.names.add('A1', '=1');`, 'InvalidArgument'],
  ['two words', `context.workbook.names.add('two words', '=1');`, 'InvalidArgument'],
  ['the cells of a number', `context.workbook.names.getItem('Rate').getRange().load('address');`, 'ItemNotFound'],
  [
    'the sheet of a name of the workbook',
    `context.workbook.names.getItem('Rate').worksheet.load('name');`,
    'ItemNotFound',
  ],
  ['a name that is not there', `sheet.names.getItem('None').load('name');`, 'ItemNotFound'],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});
