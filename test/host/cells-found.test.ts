import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import type { WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: {
        A1: { value: 'Item' },
        A2: { value: 5 },
        A3: { value: '#N/A' },
        B1: { value: true },
        B2: { value: 7, formula: '=A2+2' },
        B3: { value: 'x', formula: '="x"' },
        C3: { value: 1 },
      },
      validations: [{ address: 'A2:A9', type: 'List', rule: { list: { inCellDropDown: true, source: 'a,b' } } }],
      conditionalFormats: [{ address: 'B2:B3', formula: '=TRUE' }],
    },
  ],
};

itInHost('finds formulas, constants by type, blanks, and where rules lie', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Orders').getRange('A1:C3');
      const kinds = [
        ['Formulas'],
        ['Formulas', 'Text'],
        ['Constants'],
        ['Constants', 'Numbers'],
        ['Constants', 'Errors'],
        ['Constants', 'Logical'],
        ['Blanks'],
        ['ConditionalFormats'],
        ['DataValidations'],
      ] as [Excel.SpecialCellType, Excel.SpecialCellValueType?][];
      const found = kinds.map(([kind, type]) => range.getSpecialCells(kind, type).load('address'));
      await context.sync();
      return found.map(({ address }) => address.replaceAll('Orders!', ''));
    }),
  );
  expect(seen).toEqual(['B2:B3', 'B3', 'A1:A3,B1,C3', 'A2,C3', 'A3', 'B1', 'C1:C2', 'B2:B3', 'A2:A3']);
});

itInHost('tells whether cells are validated, and sets and clears it', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const types = ['B2', 'A2', 'A1:A2'].map((address) => sheet.getRange(address).dataValidation.load('type,rule'));
      await context.sync();
      sheet.getRange('A2:A9').dataValidation.clear();
      sheet.getRange('B2').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
      await context.sync();
      return types.map(({ type, rule }) => [type, rule]);
    }),
  );
  const list = { list: { inCellDropDown: true, source: 'a,b' } };
  expect(seen).toEqual([
    ['None', null],
    ['List', list],
    ['Inconsistent', null],
  ]);
  expect((await pane.snapshot()).sheets[0]?.validations).toEqual([
    { address: 'B2', type: 'WholeNumber', rule: { wholeNumber: { formula1: 1, operator: 'GreaterThan' } } },
  ]);
});

itInHost('tells several selected areas, and refuses them where one is asked for', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.select('Orders', 'A1:A2,C3');
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRanges().load('address,areaCount');
      const active = context.workbook.getActiveCell().load('address');
      await context.sync();
      return [selected.address, selected.areaCount, active.address];
    }),
  );
  expect(seen).toEqual(['Orders!A1:A2,Orders!C3', 2, 'Orders!A1']);
  expect(await codeOf(pane, `context.workbook.getSelectedRange().load('address');`)).toBe('InvalidSelection');
});

itInHost.for([
  [
    'special cells it does not know',
    `sheet.getRange('A1:C3').getSpecialCells('SameConditionalFormat').load('address');`,
    'NotImplemented',
  ],
  [
    'a mixture of types',
    `sheet.getRange('A1:C3').getSpecialCells('Constants', 'ErrorsText').load('address');`,
    'NotImplemented',
  ],
  [
    'special cells where there are none',
    `sheet.getRange('F1:G3').getSpecialCells('Constants').load('address');`,
    'ItemNotFound',
  ],
  [
    'visible cells of whole columns',
    `sheet.getRange('A:B').getSpecialCells('Visible').load('address');`,
    'InvalidArgument',
  ],
  ['a validation that is none', `sheet.getRange('B1').dataValidation.rule = { magic: {} };`, 'InvalidArgument'],
  ['to take a validation from a part', `sheet.getRange('A2').dataValidation.clear();`, 'InvalidArgument'],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  const pane = await openPane(BOOK);
  expect(await codeOf(pane, statement)).toBe(code);
  if (code === 'NotImplemented') expect(await pane.refusals()).toHaveLength(1);
});
