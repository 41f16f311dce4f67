import { areaName, cellName } from '../../../core/sheet/grid.ts';
import { type Run, runsOf } from '../runs.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Longer lists fail in Excel (office-js 5198). */
const longestList = 2000;

/** The cells as lists of addresses, "H3:H7,K3"; neighbours below each other are one address. */
export function addressLists(cells: readonly Cell[]): readonly string[] {
  const lists: string[] = [];
  for (const address of columnRunsOf(cells).map(shortName)) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + 1 + address.length <= longestList)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}

/** A cell may be named twice. */
const columnRunsOf = (cells: readonly Cell[]): readonly Run<Cell>[] =>
  runsOf(
    cells.toSorted((a, b) => a.column - b.column || a.row - b.row),
    (above, cell) => above.column === cell.column && cell.row <= above.row + 1,
  );

function shortName(run: Run<Cell>): string {
  const [{ row: top, column }] = run;
  const bottom = run.at(-1)?.row ?? top;
  return bottom === top ? cellName(top, column) : areaName({ top, left: column, bottom, right: column });
}
