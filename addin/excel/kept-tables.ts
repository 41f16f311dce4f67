import { planTable, type TableThere } from '../../ui/kept-tables/plan.ts';
import {
  type KeptColumn,
  type KeptTable,
  KeptTableClosed,
  type KeptTables,
  type PutOutcome,
} from '../../ui/kept-tables/port.ts';
import { countsFrom1904In } from './date-system.ts';
import { inExcel } from './in-excel.ts';
import { findHeadings, findKept, type KeptThere, nameOf } from './kept/find-kept.ts';
import { forgetNames, makeKept, nameHeading } from './kept/make-kept.ts';
import { removeKept } from './kept/remove-kept.ts';
import { createRequests, writeAdded, writeCells } from './kept/write-kept.ts';
import { readWritten, rememberWritten } from './kept/written-kept.ts';
import { readStretches } from './reading/stretches.ts';

/** The open workbook as the keeper of the server's tables. */
export const excelKeptTables: KeptTables = {
  find: (ids) =>
    inExcel(async (context) => {
      const found: Record<string, string> = {};
      for (const id of ids) {
        const headings = await findHeadings(context, id);
        if (headings) found[id] = headings.sheet.name;
      }
      return found;
    }),
  put: (table) =>
    inExcel(
      async (context) => {
        const there = await findKept(context, table);
        return there ? refresh(context, table, there) : makeKept(context, table);
      },
      { asOneUndo: true },
    ),
};

async function refresh(context: Excel.RequestContext, table: KeptTable, found: KeptThere): Promise<PutOutcome> {
  if (found.sheet.protection.protected) throw new KeptTableClosed('protected', found.sheet.name);
  const there = await withMissingColumns(context, table, found);
  const date1904 = await countsFrom1904In(context);
  const now = { ...(await readThere(context, there)), date1904, written: await readWritten(context, table.id) };
  const plan = planTable(table, now);
  const requests = createRequests(context);
  there.title?.set({ values: [[`'${table.title}`]] });
  await writeCells(requests, there, plan.writes, table);
  await writeAdded(requests, there, now, plan.added, table);
  await removeKept(requests, there, plan.removed, now.cells.length + plan.added.length);
  await rememberWritten(context, table.id, plan.written);
  await context.sync();
  return {
    sheet: there.sheet.name,
    isNew: false,
    changed: plan.changed,
    added: plan.added.length,
    removed: plan.gone,
    kept: plan.kept,
  };
}

/** Columns that the server's table has got since, right of the table's own. */
async function withMissingColumns(
  context: Excel.RequestContext,
  table: KeptTable,
  found: KeptThere,
): Promise<KeptThere> {
  const missing = table.columns.filter(({ id, isNeeded }) => isNeeded && !found.columns.includes(id));
  if (missing.length === 0) return found;
  // Where the user deleted the column, its name still stands for nothing.
  await forgetNames(context, (name) => missing.some(({ id }) => name === nameOf(table.id, id)));
  for (const column of missing) addColumn(context, table, found, column);
  await context.sync();
  const again = await findKept(context, table);
  if (!again) throw new KeptTableClosed('no-table', found.sheet.name);
  return again;
}

function addColumn(
  context: Excel.RequestContext,
  table: KeptTable,
  { excel, body: rows }: KeptThere,
  column: KeptColumn,
): void {
  const added = excel.columns.add(undefined, undefined, column.heading);
  nameHeading(context, table.id, column.id, added.getHeaderRowRange());
  const body = added.getDataBodyRange();
  body.numberFormat = Array.from({ length: rows.bottom - rows.top + 1 }, () => [column.format]);
  body.format.columnWidth = column.width;
}

async function readThere(
  context: Excel.RequestContext,
  { sheet, body, columns }: KeptThere,
): Promise<Pick<TableThere, 'columns' | 'cells'>> {
  const cells: unknown[][] = [];
  await readStretches(context, [
    {
      sheet,
      area: body,
      // Repeats the value where there is no formula.
      properties: ['formulas'],
      take: (block, row) => {
        block.formulas.forEach((line, down) => {
          cells[row - body.top + down] = line;
        });
      },
    },
  ]);
  return { columns, cells };
}
