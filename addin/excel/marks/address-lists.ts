import { type Area, areaName, cellName } from '../../../core/sheet/grid.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Longer lists fail in Excel (office-js 5198). */
const longestList = 2000;

/** The cells as lists of addresses, "H3:H7,K3"; neighbours below each other are one address. */
export function addressLists(cells: readonly Cell[]): readonly string[] {
  const lists: string[] = [];
  for (const address of runsOf(cells).map(shortName)) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + 1 + address.length <= longestList)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}

const shortName = (run: Area): string => (run.top === run.bottom ? cellName(run.top, run.left) : areaName(run));

function runsOf(cells: readonly Cell[]): readonly Area[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of cells.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.left === column && row <= last.bottom + 1) last.bottom = row;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}
