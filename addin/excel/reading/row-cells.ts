import { readStretches, type Stretch } from './stretches.ts';

/** Cells of a row from one column to another, zero-based and inclusive. */
export interface RowCells {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}
/** What is to be read of them, and then was. */
export interface CellsOfRows {
  readonly stretches: readonly Stretch[];
  at(row: number, column: number): unknown;
}

/** Between rows that are read in one piece: hardly more than another range would cost. */
const mostBetween = 5;
/** Excel's client writes some 600 bytes around each; a request may hold 5 MB. */
const mostStretches = 4000;

/** Rows that stand anywhere on the sheet, those near each other together. Nothing is read yet. */
export function cellsOfRows(
  sheet: Excel.Worksheet,
  rows: readonly RowCells[],
  property: 'values' | 'numberFormat',
): CellsOfRows {
  const known = new Map<number, { readonly left: number; readonly cells: readonly unknown[] }>();
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, left, right } of rows.toSorted((a, b) => a.row - b.row)) {
    const last = areas.at(-1);
    const isNear = last !== undefined && row - last.bottom <= mostBetween && left === last.left && right === last.right;
    if (isNear) last.bottom = row;
    else areas.push({ top: row, left, bottom: row, right });
  }
  return {
    stretches: areas.map((area) => ({
      sheet,
      area,
      properties: [property],
      take: (block, top) => {
        block[property].forEach((cells, down) => {
          known.set(top + down, { left: area.left, cells });
        });
      },
    })),
    at: (row, column) => {
      const there = known.get(row);
      return there?.cells[column - there.left];
    },
  };
}

/** Reads all of them, the last of the list last. */
export async function readCells(context: Excel.RequestContext, wanted: readonly CellsOfRows[]): Promise<void> {
  const stretches = wanted.flatMap((each) => each.stretches);
  for (let from = 0; from < stretches.length; from += mostStretches)
    await readStretches(context, stretches.slice(from, from + mostStretches));
}
