import { partReadFrom } from '../../core/check/book-source.ts';
import { areaName, type CellPlace } from '../../core/sheet/grid.ts';
import type { PassedOverRow } from '../../core/sheet/skipped-rows.ts';
import type { FoundTable, UnknownTable } from '../../core/sheet/table.ts';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import type { ReadTable } from '../sheet-session/read-tables.ts';

/** Below this a person should look whether the table is what it was taken for (core/sheet/table.ts). */
const sureEnough = 0.6;
export const isGuess = ({ confidence, reason }: FoundTable): boolean => reason !== 'user' && confidence < sureEnough;

/** "订单!A3:M214"; with the file's name before it where several are open. */
export function placeOf(
  { tables, unknown }: FoundSheets,
  { file, sheet, area }: Pick<UnknownTable, 'file' | 'sheet' | 'area'>,
): string {
  const severalFiles = new Set([...tables, ...unknown].map((each) => each.file)).size > 1;
  return `${file && severalFiles ? `${file} · ` : ''}${sheet}!${areaName(area)}`;
}

/** Its rows are the orders, or part of what orders are checked against. */
export function isUsed({ knowledge }: FoundSheets, table: ReadTable): boolean {
  if (table.role === 'orders') return table.rows !== null;
  return partReadFrom(knowledge[table.role], table) !== undefined;
}

/** The day a book is of, as its title, its name or a column says. */
export function asOf({ knowledge }: FoundSheets, table: ReadTable): string | undefined {
  if (table.role === 'orders') return undefined;
  return partReadFrom(knowledge[table.role], table)?.asOf ?? table.asOf;
}

/** Another role of a table that is listed already: prices beside the quantities ordered. */
export function isCompanion({ tables }: FoundSheets, table: ReadTable): boolean {
  const first = tables.find(
    ({ file, sheet, headerRow, area }) =>
      file === table.file && sheet === table.sheet && headerRow === table.headerRow && area.left === table.area.left,
  );
  return first !== table;
}

/** Rows that order something. */
export function orderRowsOf(found: FoundSheets, table: ReadTable): number {
  const index = indexOf(found, table);
  return found.batch.orders.flatMap(({ lines }) => lines).filter((line) => line.table === index).length;
}

export function ordersOf(found: FoundSheets, table: ReadTable): number {
  const index = indexOf(found, table);
  return found.batch.orders.filter(({ lines }) => lines.some((line) => line.table === index)).length;
}

const indexOf = ({ batch }: FoundSheets, { file, sheet, headerRow }: ReadTable): number =>
  batch.tables.findIndex((table) => table.file === file && table.sheet === sheet && table.headerRow === headerRow);

/** Where the rows are that are left out for being struck through, by their first cell. */
export const struckPlaces = ({ skipped, tables }: FoundSheets): readonly CellPlace[] =>
  skipped.flatMap(({ file, sheet, row, because }) => {
    const table = tables.find(
      ({ role, area, ...each }) =>
        role === 'orders' && each.file === file && each.sheet === sheet && area.top <= row && row <= area.bottom,
    );
    if (because !== 'struck' || !table) return [];
    return { ...(file !== undefined && { file }), sheet, row, column: table.area.left };
  });

export const skippedOf = (
  { skipped }: FoundSheets,
  { role, file, sheet, area }: ReadTable,
): readonly PassedOverRow[] =>
  role === 'orders'
    ? skipped.filter((one) => one.file === file && one.sheet === sheet && one.row >= area.top && one.row <= area.bottom)
    : [];
