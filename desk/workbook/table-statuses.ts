import type { FoundTable } from '../../core/sheet/table.ts';
import { type RowStatus, statusCells } from '../../ui/sheet-session/port.ts';

/** What was written beside the rows of one table. */
export interface TableStatuses {
  readonly file?: string;
  readonly sheet: string;
  readonly table: FoundTable;
  readonly rows: readonly RowStatus[];
}

/**
 * What stands beside rows once these are written: as in Excel, every other row and table keeps what it has, and a row keeps
 * what it is told nothing of.
 */
export function withStatuses(
  all: readonly TableStatuses[],
  table: FoundTable,
  rows: readonly RowStatus[],
): readonly TableStatuses[] {
  const { file, sheet } = table;
  const own = all.find((each) => isSameTable(each.table, table));
  const byRow = new Map(own?.rows.map((status) => [status.row, status]));
  for (const status of rows) {
    const before = byRow.get(status.row);
    byRow.set(status.row, { ...before, ...status, number: status.number ?? before?.number ?? null });
  }
  const said = [...byRow.values()].filter(saysSomething).toSorted((a, b) => a.row - b.row);
  const now = { ...(file !== undefined && { file }), sheet, table, rows: said };
  const others = all.filter((each) => each !== own);
  return said.length > 0 ? [...others, now] : others;
}

/** A table is found anew with each check: its rows may be more by then, its heading is where it was. */
const isSameTable = (one: FoundTable, other: FoundTable): boolean =>
  one.sheet === other.sheet &&
  one.file === other.file &&
  one.headerRow === other.headerRow &&
  one.area.left === other.area.left;

const saysSomething = (status: RowStatus): boolean => Object.values(statusCells(status)).some((text) => text !== '');
