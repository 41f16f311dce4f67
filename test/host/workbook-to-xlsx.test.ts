import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { workbookFromXlsx } from './workbook-from-xlsx.ts';
import { workbookToXlsx } from './workbook-to-xlsx.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-host-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The clerk's file: fonts and a link that the stand-in knows nothing of, a shade, a red row. */
async function clerksFile(): Promise<string> {
  const path = join(folder, '订单.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('订单');
  sheet.addRow(['PO', 'Qty', 'Link']);
  sheet.addRow(['00123', 5, { text: 'site', hyperlink: 'https://a.cn' }]);
  sheet.addRow(['PO-2', 7, null]);
  sheet.addRow(['PO-3', 9, null]);
  sheet.getCell('A2').font = { name: 'KaiTi', size: 14, strike: true };
  sheet.getCell('A3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
  sheet.getCell('B4').note = 'the clerk’s own';
  sheet.getCell('B3').note = 'to be taken away';
  sheet.getColumn('C').width = 30;
  sheet.addConditionalFormatting({
    ref: 'B2:B4',
    rules: [
      { type: 'cellIs', operator: 'greaterThan', formulae: ['6'], priority: 2, style: { font: { bold: true } } },
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'min' }, { type: 'max' }],
        color: [{ argb: 'FFFFFFFF' }, { argb: 'FF00FF00' }],
      },
    ],
  });
  sheet.addTable({ name: 'Prices', ref: 'F1', columns: [{ name: 'Item' }, { name: 'Price' }], rows: [['A', 1.5]] });
  await workbook.xlsx.writeFile(path);
  return path;
}

itInHost(
  'saves what the add-in did into the clerk’s file, and leaves there what it never saw',
  async ({ openPane }) => {
    const original = await clerksFile();
    const pane = await openPane(await workbookFromXlsx(original));
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('订单');
        sheet.getRange('D1:D2').values = [['Status'], ["'00042"]];
        sheet.getRange('D3').formulas = [['=B3*2']];
        sheet.getRange('D1').format.columnWidth = 110;
        sheet.getRange('D1').format.font.bold = true;
        sheet.getRange('D2').format.fill.color = '#FFEB9C';
        sheet.getRange('A3').format.fill.clear();
        sheet.getRange('D2').numberFormat = [['@']];
        sheet.notes.add('D2', 'posted by the add-in');
        sheet.notes.getItem('B3').delete();
        const marks = sheet.getRange('A2:D4').conditionalFormats.add('Custom').custom;
        marks.rule.formula = '=$D2="00042"';
        marks.format.fill.color = '#C6EFCE';
        const scattered = sheet.getRanges('B5,D6:D7').conditionalFormats.add('Custom').custom;
        scattered.rule.formula = '=TRUE';
        context.workbook.tables.getItem('Prices').rows.add(undefined, [['B', 2.5]]);
        sheet.getRange('4:4').rowHidden = true;
        context.workbook.names.add('Statuses', sheet.getRange('D2:D4'));
        const findings = context.workbook.worksheets.add('Findings');
        findings.getRange('A1:B2').values = [
          ['Row', 'What'],
          [2, 'price'],
        ];
        findings.tables.add('A1:B2', true);
        findings.getRange('A4:B4').merge();
        findings.protection.protect();
        await context.sync();
      }),
    );
    const saved = join(folder, 'saved.xlsx');
    const snapshot = await pane.snapshot();
    await workbookToXlsx(snapshot, saved, original);

    const { sheets, names } = await workbookFromXlsx(saved);
    const [orders, findings] = sheets;
    expect(orders?.cells).toMatchObject({
      A2: { value: '00123' },
      A3: { value: 'PO-2' },
      D1: { value: 'Status' },
      D2: { value: '00042', numberFormat: '@', format: { 'fill.color': '#FFEB9C' } },
      D3: { formula: '=B3*2' },
      G3: { value: 2.5 },
    });
    expect(orders?.cells.A3?.format).toBeUndefined();
    expect(orders).toMatchObject({
      notes: [
        { address: 'D2', content: 'posted by the add-in' },
        { address: 'B4', content: 'the clerk’s own' },
      ],
      conditionalFormats: [
        { address: 'B5', formula: '=TRUE' },
        { address: 'D6:D7', formula: '=TRUE' },
        { address: 'A2:D4', formula: '=$D2="00042"', fill: '#C6EFCE' },
        { address: 'B2:B4', kind: 'CellValue', rule: { formula1: '=6', operator: 'GreaterThan' }, bold: true },
      ],
      tables: [{ name: 'Prices', address: 'F1:G3' }],
      hiddenRows: [4],
      // A column is whole pixels wide.
      columnWidths: { C: 161.25, D: 110.25 },
    });
    expect(findings).toMatchObject({
      name: 'Findings',
      protected: true,
      merges: ['A4:B4'],
      tables: [{ address: 'A1:B2' }],
    });
    expect(names).toEqual([{ name: 'Statuses', formula: "='订单'!$D$2:$D$4" }]);

    const seen = new ExcelJS.Workbook();
    await seen.xlsx.readFile(saved);
    const sheet = seen.getWorksheet('订单');
    expect(sheet?.getCell('A2').font).toMatchObject({ name: 'KaiTi', size: 14, strike: true });
    expect(sheet?.getCell('D1').font).toMatchObject({ bold: true });
    expect(sheet?.getCell('C2').value).toEqual({ text: 'site', hyperlink: 'https://a.cn' });
    const rules = (sheet as unknown as { conditionalFormattings: { rules: { type: string }[] }[] })
      .conditionalFormattings;
    expect(rules.flatMap((one) => one.rules.map(({ type }) => type)).sort()).toEqual([
      'cellIs',
      'colorScale',
      'expression',
      'expression',
    ]);
  },
);

itInHost('saves a workbook that never was a file', async ({ openPane }) => {
  const pane = await openPane({
    sheets: [
      { name: 'S', cells: { A1: { value: '#N/A' }, B1: { value: 2, formula: '=1+1' } } },
      { name: 'H', visibility: 'Hidden' },
    ],
  });
  const saved = join(folder, 'new.xlsx');
  await workbookToXlsx(await pane.snapshot(), saved);
  const { sheets } = await workbookFromXlsx(saved);
  expect(sheets[0]?.cells).toEqual({ A1: { value: '#N/A' }, B1: { value: 2, formula: '=1+1' } });
  expect(sheets[1]?.visibility).toBe('Hidden');
});
