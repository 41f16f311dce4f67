import { type Area, areaName, intersection } from './address.ts';
import { invalidArgument } from './errors.ts';
import type { SheetModel, Table } from './sheet-model.ts';

export const headerOf = ({ area }: Table): Area => ({ ...area, rows: 1 });

/** The rows between the headings and the totals. */
export const bodyOf = ({ area, showTotals }: Table): Area => ({
  ...area,
  row: area.row + 1,
  rows: area.rows - 1 - (showTotals ? 1 : 0),
});

/** @throws InvalidArgument when another table or merged cells are in the way. */
export function checkFree(sheet: SheetModel, area: Area, own?: Table): void {
  const others = [...sheet.tables.filter((table) => table !== own).map((table) => table.area), ...sheet.merges];
  const taken = others.find((other) => intersection(other, area) !== undefined);
  if (taken !== undefined) throw invalidArgument(`A table or merged cells are in the way at ${areaName(taken)}.`);
}
