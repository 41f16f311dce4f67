import { excelOnlineHas } from '../in-excel.ts';
import type { Requests } from '../requests.ts';
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
  for (const { from, count } of runsOf(isAll ? others : removed).toReversed()) {
    if (!atOnce) {
      await deleteEach(requests, excel, { from, count });
      continue;
    }
    await requests.makeWay('');
    excel.rows.deleteRowsAt(from, count);
  }
  if (!isAll) return;
  columns.forEach((id, at) => {
    if (id === null) return;
    sheet.getRangeByIndexes(body.top + first, body.left + at, 1, 1).clear(Excel.ClearApplyTo.contents);
  });
}

interface Run {
  readonly from: number;
  readonly count: number;
}

/** Excel on a desktop takes them one by one. */
async function deleteEach(requests: Requests, excel: Excel.Table, { from, count }: Run): Promise<void> {
  for (let row = from + count - 1; row >= from; row -= 1) {
    await requests.makeWay('');
    excel.rows.getItemAt(row).delete();
  }
}

function runsOf(rows: readonly number[]): readonly Run[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.from + last.count === row) last.count += 1;
    else runs.push({ from: row, count: 1 });
  }
  return runs;
}
