import { excelOnlineHas } from '../in-excel.ts';
import type { Requests } from '../requests.ts';
import { type Run, runsOf } from '../runs.ts';
import type { KeptThere } from './find-kept.ts';

/**
 * Takes rows out of the table, the last first: the others keep their places. An Excel table keeps one row, if only an empty one.
 * @param all how many rows it has
 */
export async function removeKept(
  requests: Requests,
  { excel, sheet, body, columns }: KeptThere,
  removed: readonly number[],
  all: number,
): Promise<void> {
  const [first, ...others] = removed;
  if (first === undefined) return;
  const atOnce = excelOnlineHas('1.1');
  const isAll = removed.length === all;
  for (const run of runsOf(isAll ? others : removed, (above, row) => above + 1 === row).toReversed()) {
    if (!atOnce) {
      await deleteEach(requests, excel, run);
      continue;
    }
    await requests.makeWay('');
    excel.rows.deleteRowsAt(run[0], run.length);
  }
  if (!isAll) return;
  columns.forEach((id, at) => {
    if (id === null) return;
    sheet.getRangeByIndexes(body.top + first, body.left + at, 1, 1).clear(Excel.ClearApplyTo.contents);
  });
}

/** Excel on a desktop takes them one by one. */
async function deleteEach(requests: Requests, excel: Excel.Table, rows: Run<number>): Promise<void> {
  for (const row of rows.toReversed()) {
    await requests.makeWay('');
    excel.rows.getItemAt(row).delete();
  }
}
