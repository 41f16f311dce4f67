import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: { ...cellsFromRows([['Item', 'Qty']]), B2: { value: 1, format: { 'protection.locked': false } } },
      protected: true,
      protectionOptions: { allowFormatColumns: true },
    },
  ],
};

itInHost.for([
  ['writing to a locked cell', `sheet.getRange('A2').values = [['x']];`, 'AccessDenied'],
  ['writing to locked and unlocked cells', `sheet.getRange('A2:B2').values = [['x', 1]];`, 'AccessDenied'],
  ['writing to an unlocked cell', `sheet.getRange('B2').values = [[7]];`, 'done'],
  ['clearing an unlocked cell', `sheet.getRange('B2').clear('Contents');`, 'done'],
  ['clearing formats', `sheet.getRange('B2').clear('Formats');`, 'AccessDenied'],
  ['colouring', `sheet.getRange('B2').format.fill.color = '#FFFFFF';`, 'AccessDenied'],
  ['unlocking', `sheet.getRange('A2').format.protection.locked = false;`, 'AccessDenied'],
  ['number formats', `sheet.getRange('B2').numberFormat = [['0']];`, 'AccessDenied'],
  ['merging', `sheet.getRange('A5:B5').merge();`, 'AccessDenied'],
  ['copying formats', `sheet.getRange('B2').copyFrom(sheet.getRange('A1'), 'Formats');`, 'AccessDenied'],
  ['a conditional format', `sheet.getRange('B2').conditionalFormats.add('Custom');`, 'AccessDenied'],
  ['a comment', `context.workbook.comments.add('Orders!B2', 'x');`, 'AccessDenied'],
  ['hiding rows', `sheet.getRange('2:2').rowHidden = true;`, 'AccessDenied'],
  ['widening columns, which it allows', `sheet.getRange('B1').format.columnWidth = 90;`, 'done'],
  ['inserting rows', `sheet.getRange('2:2').insert('Down');`, 'AccessDenied'],
  ['deleting columns', `sheet.getRange('A:A').delete('Left');`, 'AccessDenied'],
  ['inserting cells', `sheet.getRange('B2').insert('Down');`, 'AccessDenied'],
  ['sorting', `sheet.getRange('A1:B2').sort.apply([{ key: 0 }]);`, 'AccessDenied'],
  ['filtering', `sheet.autoFilter.apply(sheet.getRange('A1:B2'));`, 'AccessDenied'],
  ['a validation', `sheet.getRange('B2').dataValidation.rule = { custom: { formula: '=TRUE' } };`, 'AccessDenied'],
  ['protecting twice', 'sheet.protection.protect();', 'InvalidOperation'],
] as const)('on a protected sheet: %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});

itInHost('protects with permissions and a password, and tells them', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(
    await codeOf(
      pane,
      `sheet.protection.unprotect();
      sheet.getRange('A2:A3').format.protection.locked = false;
      sheet.getRange('A2').format.protection.formulaHidden = true;
      sheet.protection.protect({ allowInsertRows: true, allowEditObjects: true }, 'secret');`,
    ),
  ).toBe('done');
  expect(
    await codeOf(pane, `sheet.getRange('5:5').insert('Down'); context.workbook.comments.add('Orders!B2', 'x');`),
  ).toBe('done');
  expect(await codeOf(pane, `sheet.protection.unprotect('wrong');`)).toBe('AccessDenied');
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const { protection } = sheet.load('protection/protected,protection/options');
      const cell = sheet.getRange('A2').format.protection.load('locked,formulaHidden');
      const mixed = sheet.getRange('A2:A9').format.protection.load('locked');
      await context.sync();
      const { allowInsertRows, allowSort, selectionMode } = protection.options;
      return [
        protection.protected,
        allowInsertRows,
        allowSort,
        selectionMode,
        cell.locked,
        cell.formulaHidden,
        mixed.locked,
      ];
    }),
  );
  expect(seen).toEqual([true, true, false, 'Normal', false, true, null]);
  expect(await codeOf(pane, `sheet.protection.unprotect('secret'); sheet.getRange('A9').values = [[1]];`)).toBe('done');
  expect(await codeOf(pane, 'sheet.protection.protect({ allowMagic: true });')).toBe('InvalidArgument');
});
