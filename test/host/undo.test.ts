import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import { CURRENT_EXCEL, type PaneInHost } from './open-pane.ts';

const BOOK = { sheets: [{ name: 'Orders' }, { name: 'Other' }] };

itInHost('enters what the clerk and the add-in write, and nothing for reading or selecting', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.setCells('Orders', 'A1', [[1]]);
  await codeOf(
    pane,
    `context.application.suspendScreenUpdatingUntilNextSync();
    context.runtime.enableEvents = false;
    sheet.activate();
    sheet.getRange('A1').select();
    sheet.getRange('A1').load('values');
    sheet.getUsedRange().getCell(0, 0).values = [[2]];
    sheet.notes.add('A2', 'x');`,
  );
  await pane.coAuthor.setCells('Orders', 'A1', [[3]]);
  expect(await pane.undoLog()).toEqual([
    { member: 'clerk', does: 'enters' },
    { member: 'Range.values', does: 'enters' },
    { member: 'NoteCollection.add', does: 'enters' },
  ]);
});

itInHost.for([
  ['a setting', `context.workbook.settings.add('a', 1);`, 'SettingCollection.add'],
  ['a setting taken out', `context.workbook.settings.getItemOrNullObject('mapping').delete();`, 'Setting.delete'],
  ['a setting changed', `context.workbook.settings.getItem('mapping').value = 'C';`, 'Setting.value'],
  ['another name of a sheet', `sheet.name = 'Lines';`, 'Worksheet.name'],
  ['another place of a sheet', `sheet.position = 1;`, 'Worksheet.position'],
  ['hiding a sheet', `sheet.visibility = 'Hidden';`, 'Worksheet.visibility'],
  ['deleting a sheet', `sheet.delete();`, 'Worksheet.delete'],
  ['protecting', `sheet.protection.protect();`, 'WorksheetProtection.protect'],
  ['unprotecting', `sheet.protection.unprotect();`, 'WorksheetProtection.unprotect'],
  ['the comment of a name', `context.workbook.names.getItem('Rate').comment = 'x';`, 'NamedItem.comment'],
  ['saving settings the old way', 'Office.context.document.settings.saveAsync();', 'document.settings.saveAsync'],
  ['the ribbon', 'Office.ribbon.requestUpdate({ tabs: [] });', 'ribbon.requestUpdate'],
] as const)('is emptied by %s', async ([, statement, member], { openPane }) => {
  const pane = await openPane({ ...BOOK, settings: { mapping: 'B' }, names: [{ name: 'Rate', formula: '=0.13' }] });
  expect(await codeOf(pane, statement)).toBe('done');
  expect(await pane.undoLog()).toEqual([{ member, does: 'empties' }]);
});

itInHost('knows nothing of parts of the file', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const parts = 'const parts = context.workbook.customXmlParts;';
  expect(await codeOf(pane, `${parts} parts.add('<a xmlns="urn:a"/>').delete();`)).toBe('done');
  expect(await pane.undoLog()).toEqual([]);
});

itInHost('undoes a group as one, and refuses in it what Excel could not undo', async ({ openPane }) => {
  const attempts = (pane: PaneInHost, work: readonly string[]) =>
    pane.page.evaluate(async (statements) => {
      const codes: string[] = [];
      for (const source of statements) {
        const work = new Function('context', 'sheet', source) as (...args: unknown[]) => unknown;
        const code = await Excel.run({ mergeUndoGroup: true, delayForCellEdit: true }, async (context) => {
          work(context, context.workbook.worksheets.getItem('Orders'));
          await context.sync();
          return 'done';
        }).catch((error) => error.code);
        codes.push(code);
      }
      return codes;
    }, work);
  const undone = [
    `sheet.getRange('A1').values = [[1]]; context.workbook.worksheets.add('New');`,
    `context.workbook.settings.add('a', 1);`,
  ];
  const refused = [
    `context.workbook.insertWorksheetsFromBase64('UEsDBA==');`,
    `sheet.name = 'Lines';`,
    `context.workbook.worksheets.getItem('Other').delete();`,
    `sheet.protection.protect();`,
  ];
  const pane = await openPane(BOOK);
  expect(await attempts(pane, undone)).toEqual(undone.map(() => 'done'));
  expect(await attempts(pane, refused)).toEqual(refused.map(() => 'UndoNotSupported'));
  expect((await pane.snapshot()).sheets.map(({ name }) => name)).toEqual(['Orders', 'Other', 'New']);
  // Outside of a group all of that is done; and an Excel without groups knows none.
  expect(await codeOf(pane, `sheet.name = 'Lines';`)).toBe('done');
  const older = await openPane(BOOK, { requirementSets: { ...CURRENT_EXCEL, ExcelApi: '1.19' } });
  expect(await attempts(older, [`sheet.name = 'Lines';`])).toEqual(['done']);
});
