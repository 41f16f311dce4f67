import { keptName, titleColumn } from '../../../core/sheet/kept-names.ts';
import { marksOf } from '../../../ui/kept-tables/plan.ts';
import type { KeptTable, PutOutcome } from '../../../ui/kept-tables/port.ts';
import { inExcel } from '../in-excel.ts';
import { createRequests } from '../requests.ts';
import { freeName, sheetNames } from '../sheet-names.ts';
import { cellOf } from './write-kept.ts';
import { rememberWritten } from './written-kept.ts';

/** Title in the first row, headings in the third: the title says of which day it is. */
const headerRow = 2;

/** On a sheet of its own, behind the others; half of it would stand in the way of the next try. */
export async function makeKept(context: Excel.RequestContext, table: KeptTable): Promise<PutOutcome> {
  const name = freeName(table.sheet, await sheetNames(context));
  const sheet = context.workbook.worksheets.add(name);
  await context.sync();
  try {
    await fillSheet(context, table, sheet);
  } catch (failure) {
    await removeSheet(name);
    throw failure;
  }
  return { sheet: name, isNew: true, changed: 0, added: table.rows.length, removed: 0, kept: [] };
}

/** In a conversation of its own: what waits in the failed one would go out before. */
const removeSheet = (name: string): Promise<void> =>
  inExcel(async (context) => {
    context.workbook.worksheets.getItem(name).delete();
    await context.sync();
  });

async function fillSheet(context: Excel.RequestContext, table: KeptTable, sheet: Excel.Worksheet): Promise<void> {
  const needed = table.columns.flatMap((column, from) => (column.isNeeded ? [{ column, from }] : []));
  const title = sheet.getRange('A1');
  title.values = [[`'${table.title}`]];
  title.format.font.bold = true;
  await forgetNames(context, (name) => name.startsWith(keptName(table.id, '')));
  nameHeading(context, table.id, titleColumn, title);
  needed.forEach(({ column }, at) => {
    const heading = sheet.getRangeByIndexes(headerRow, at, 1, 1);
    heading.values = [[column.heading]];
    heading.format.columnWidth = column.width;
    nameHeading(context, table.id, column.id, heading);
  });
  const height = Math.max(1, table.rows.length);
  const requests = createRequests(context);
  for (const { start, lines } of requests.blocks(table.rows)) {
    const block = sheet.getRangeByIndexes(headerRow + 1 + start, 0, lines.length, needed.length);
    block.numberFormat = lines.map(() => needed.map(({ column }) => column.format));
    block.values = lines.map((row) => needed.map(({ from }) => cellOf(row[from] ?? null)));
    await context.sync();
  }
  sheet.tables.add(sheet.getRangeByIndexes(headerRow, 0, height + 1, needed.length), true);
  await rememberWritten(context, table.id, marksOf(table));
  await context.sync();
}

/** Names of cells that were deleted stand for nothing, and in the way. */
export async function forgetNames(context: Excel.RequestContext, isDead: (name: string) => boolean): Promise<void> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  for (const item of names.items) if (isDead(item.name)) item.delete();
}

/** Hidden: it is no business of the name manager's reader. */
export function nameHeading(context: Excel.RequestContext, table: string, column: string, cell: Excel.Range): void {
  context.workbook.names.add(keptName(table, column), cell).visible = false;
}
