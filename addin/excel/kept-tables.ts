import { keptName } from '../../core/sheet/kept-names.ts';
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
import { findHeadings, findKept, type KeptThere } from './kept/find-kept.ts';
import { forgetNames, makeKept, nameHeading } from './kept/make-kept.ts';
import { removeKept } from './kept/remove-kept.ts';
import { writeAdded, writeCells } from './kept/write-kept.ts';
import { readWritten, rememberWritten } from './kept/written-kept.ts';
import { areaOf } from './reading/outline.ts';
import { readStretches } from './reading/stretches.ts';
import { createRequests } from './requests.ts';

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
  const date1904 = await countsFrom1904In(context);
  const written = await readWritten(context, table.id);
  let there = await withMissingColumns(context, table, found);
  let now = await readThere(context, there);
  let plan = planTable(table, { ...now, date1904, written });
  // Someone sorted, typed or inserted while it was read: rows are written by their place, so it is read anew.
  for (let tries = mostReadings; !(await standsStill(context, table, there, now)); tries -= 1) {
    const again = await findKept(context, table);
    if (!again || tries === 1) throw new KeptTableClosed('moving', found.sheet.name);
    there = again;
    now = await readThere(context, there);
    plan = planTable(table, { ...now, date1904, written });
  }
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

/** How often a table is read that others change meanwhile. */
const mostReadings = 5;

/** Whether its rows and its own columns are where they were read, by the key's cells. */
async function standsStill(
  context: Excel.RequestContext,
  table: KeptTable,
  { sheet, excel, body, columns }: KeptThere,
  { cells }: Pick<TableThere, 'cells'>,
): Promise<boolean> {
  const range = excel.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
  let isSame = true;
  await readStretches(
    context,
    columns.flatMap((id, at) =>
      id === null || !table.key.includes(id)
        ? []
        : [
            {
              sheet,
              area: { ...body, left: body.left + at, right: body.left + at },
              properties: ['formulas' as const],
              take: (block: Excel.Range, row: number) => {
                block.formulas.forEach(([cell], down) => {
                  isSame &&= cell === cells[row - body.top + down]?.[at];
                });
              },
            },
          ],
    ),
  );
  const now = areaOf(range);
  return isSame && (['top', 'left', 'bottom', 'right'] as const).every((side) => now[side] === body[side]);
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
  await forgetNames(context, (name) => missing.some(({ id }) => name === keptName(table.id, id)));
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
