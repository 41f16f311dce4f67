import type { CellWrite, TableThere } from '../../../ui/kept-tables/plan.ts';
import type { KeptColumn, KeptTable, KeptValue } from '../../../ui/kept-tables/port.ts';
import { formulaOf } from '../reading/read-grids.ts';
import type { Requests } from '../requests.ts';
import { type Run, runsOf } from '../runs.ts';
import type { KeptThere } from './find-kept.ts';

/** A day typed as 2026-12-03 becomes one in every language and date system. */
export const cellOf = (value: KeptValue): string | number => value ?? '';

/** Told to be text, 00123 stays what it is. */
const textFormat = '@';

/** One write for a run of neighbouring rows. */
export async function writeCells(
  requests: Requests,
  { sheet, body, columns }: KeptThere,
  writes: readonly CellWrite[],
  table: KeptTable,
): Promise<void> {
  const byColumn = Map.groupBy(writes, ({ column }) => column);
  for (const [at, cells] of byColumn) {
    const column = columnOf(table, columns[at]);
    for (const run of rowRunsOf(cells)) {
      const first = body.top + run[0].row;
      for (const { start, lines } of requests.blocks(run.map(({ value }) => cellOf(value)))) {
        const values = lines.map((value) => [value]);
        await requests.makeWay(values);
        const cells = sheet.getRangeByIndexes(first + start, body.left + at, lines.length, 1);
        if (column.format === textFormat) cells.numberFormat = lines.map(() => [textFormat]);
        cells.values = values;
      }
    }
  }
}

const rowRunsOf = (cells: readonly CellWrite[]): readonly Run<CellWrite>[] =>
  runsOf(
    cells.toSorted((a, b) => a.row - b.row),
    (above, cell) => above.row + 1 === cell.row,
  );

function columnOf({ columns }: KeptTable, id: string | null | undefined): KeptColumn {
  const column = columns.find((each) => each.id === id);
  if (!column) throw new Error(`no column ${id} is kept`);
  return column;
}

/** Below the table's last row, which their formats and the user's formulas go on from. */
export async function writeAdded(
  requests: Requests,
  { sheet, excel, body, columns }: KeptThere,
  now: Pick<TableThere, 'cells'>,
  added: readonly (readonly KeptValue[])[],
  table: KeptTable,
): Promise<void> {
  const isText = (id: string | null) => id !== null && columnOf(table, id).format === textFormat;
  const last = body.bottom;
  const formulas = (now.cells.at(-1) ?? []).flatMap((cell, at) =>
    columns[at] === null && formulaOf(cell) !== null ? [at] : [],
  );
  for (const { start, lines } of requests.blocks(added)) {
    excel.rows.add(
      undefined,
      lines.map((row) => row.map(() => '')),
    );
    const top = last + 1 + start;
    const above = sheet.getRangeByIndexes(last, body.left, 1, columns.length);
    const target = sheet.getRangeByIndexes(top, body.left, lines.length, columns.length);
    target.copyFrom(above, Excel.RangeCopyType.formats);
    for (const at of formulas)
      sheet
        .getRangeByIndexes(top, body.left + at, lines.length, 1)
        .copyFrom(sheet.getRangeByIndexes(last, body.left + at, 1, 1), Excel.RangeCopyType.formulas);
    target.numberFormat = lines.map(() => columns.map((id) => (isText(id) ? textFormat : null)));
    target.values = lines.map((row) => row.map((value, at) => (columns[at] === null ? null : cellOf(value))));
    await sheet.context.sync();
  }
}
