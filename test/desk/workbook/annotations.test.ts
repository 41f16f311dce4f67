import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { FoundTable } from '../../../core/sheet/table.ts';
import { annotationsFor, filesToCopy } from '../../../desk/workbook/annotations.ts';
import { openWorkbook } from '../../../desk/workbook/opened-workbook.ts';
import { textsIn } from '../../../locales/index.ts';
import type { RowStatus } from '../../../ui/sheet-session/port.ts';
import { annotatedCopy } from '../../../workbook/annotated-copy.ts';
import { readWorkbook } from '../../../workbook/read-workbook.ts';
import { makeXlsx, sheetData } from '../../workbook/make-xlsx.ts';

const file = 'orders.xlsx';
const bytes = makeXlsx({
  sheets: [
    sheetData(
      '<c r="A1" t="str"><v>订单号</v></c><c r="B1" t="str"><v>单价</v></c>',
      '<c r="A2" t="str"><v>1001</v></c><c r="B2"><v>11.8</v></c>',
    ),
  ],
});
const table = {
  role: 'orders',
  file,
  sheet: 'S1',
  headerRow: 0,
  columns: [],
  area: { top: 0, left: 0, bottom: 1, right: 1 },
};

test('the copy holds the corrections as numbers, and order number and status in new columns with headings', async () => {
  const read = await readWorkbook(bytes, file);
  if (!read.ok) throw new Error(read.reason.code);
  const workbook = openWorkbook(
    file,
    read.value.map((grid) => ({ ...grid, file })),
  );
  await workbook.applyFixes([{ file, sheet: 'S1', cell: 'B2', row: 1, column: 1, value: 12.5 }], {
    overFormulas: false,
  });
  await workbook.writeStatuses(table as unknown as FoundTable, [{ row: 1, number: 'SO-202611-00001', text: '待评审' }]);

  const annotations = annotationsFor(file, workbook.view, [], { t: textsIn('zh-Hans'), locale: 'zh-Hans' });
  const copy = await annotatedCopy(bytes, file, annotations);
  if (!copy.ok) throw new Error(copy.reason.code);
  const again = await readWorkbook(copy.value, file);
  expect(again.ok && again.value[0]?.values).toEqual([
    ['订单号', '单价', '回签单号', '回签状态'],
    ['1001', 12.5, 'SO-202611-00001', '待评审'],
  ]);
  // Formulas that read the corrected cell keep old results in the file: Excel is told to calculate on opening.
  expect(strFromU8(unzipSync(copy.value)['xl/workbook.xml'] as Uint8Array)).toContain('fullCalcOnLoad="1"');
});

test('each table of a sheet keeps what stands beside its rows, whatever is written beside another later', async () => {
  const workbook = openWorkbook(file, [{ file, sheet: 'S1', values: [], hidden: false }] as never);
  const write = (headerRow: number, rows: readonly RowStatus[]) =>
    workbook.writeStatuses({ ...table, headerRow } as unknown as FoundTable, rows);
  await write(0, [
    { row: 1, number: 'SO-1', text: '待评审', promised: '2026-12-03' },
    { row: 2, number: null, text: '失败' },
  ]);
  await write(5, [{ row: 6, number: 'SO-2', text: '待评审' }]);
  await write(0, [
    { row: 1, number: null, text: '已确认' },
    { row: 2, number: null, text: '' },
  ]);
  const { statuses } = annotationsFor(file, workbook.view, [], { t: textsIn('zh-Hans'), locale: 'zh-Hans' });
  const rows = (statuses ?? []).filter(({ row }) => row !== 0 && row !== 5);
  expect(rows.map(({ row, text }) => [row, text])).toEqual([
    [6, 'SO-2'],
    [6, '待评审'],
    [1, 'SO-1'],
    [1, '已确认'],
    [1, '2026-12-03'],
  ]);
});

test('copied are the files with findings or changes of one’s own; with none the one that holds the orders', () => {
  const files = ['orders.xlsx', 'prices.xlsx', 'stock.xlsx'].map((name) => ({ name }));
  const { view } = openWorkbook('three', []);
  const edit = { file: 'prices.xlsx', sheet: 'S1', row: 1, column: 1, value: 9 };
  const inStock = { file: 'stock.xlsx' } as Finding;
  const names = (findings: readonly Finding[], edits: typeof view.edits = []) =>
    filesToCopy(files, { ...view, edits }, findings, [{ file }]).map(({ name }) => name);
  expect(names([inStock])).toEqual(['stock.xlsx']);
  expect(names([inStock], [edit])).toEqual(['prices.xlsx', 'stock.xlsx']);
  expect(names([])).toEqual(['orders.xlsx']);
});
