import { type Area, areaName, cellName } from './grid.ts';
import { kindOfOrders } from './kind-of-orders.ts';
import { fieldColumns } from './map-columns.ts';
import type { FoundTable, MappedColumn, ParsedSheets, ParsedTable } from './table.ts';

/**
 * Why rows can't be checked at all: the sheet as a whole doesn't say enough. Texts: locales/…/findings.json under the code,
 * `data` fills their places. What is wrong in single rows are findings, not these.
 */
export type SheetProblem =
  /** Nothing looks like orders; `found`: each sheet with the headings seen on it. */
  | { readonly code: 'problem.no-orders'; readonly data: { readonly found: string } }
  /** A table of orders without a row under its header. */
  | (Place & { readonly code: 'problem.no-rows'; readonly data: Where })
  | (Place & { readonly code: 'problem.no-item-column'; readonly data: Where & Headings })
  | (Place & { readonly code: 'problem.no-quantity-column'; readonly data: Where & Headings })
  /** Several tables of one file could be the orders and don't look alike; `tables`: each with its place. */
  | {
      readonly code: 'problem.orders-ambiguous';
      readonly file?: string;
      readonly data: { readonly tables: string };
      /** To be offered to choose from: the choice is a TableChoice of the sheet and the headings. */
      readonly rivals: readonly RivalTable[];
    };

/** A table that could be the orders. */
export interface RivalTable {
  readonly sheet: string;
  readonly area: Area;
  readonly headings: readonly string[];
}

interface Place {
  readonly file?: string;
  readonly sheet: string;
}
interface Where {
  readonly sheet: string;
  /** The header's first cell, "A3". */
  readonly cell: string;
}
interface Headings {
  readonly headings: string;
}

/** Everything that keeps the rows from being checked; none = go on. */
export function sheetProblems(sheets: ParsedSheets): readonly SheetProblem[] {
  const { orders } = sheets;
  if (orders.length === 0) return [{ code: 'problem.no-orders', data: { found: foundHeadings(sheets) } }];
  const missing = orders.flatMap(missingColumns);
  if (missing.length > 0) return missing;
  if (orders.every(({ rows }) => rows.length === 0))
    return orders.map(({ table }) => ({ code: 'problem.no-rows', ...placeOf(table), data: whereOf(table) }));
  return ambiguities(orders.map(({ table }) => table));
}

const placeOf = ({ file, sheet }: FoundTable): Place => ({ ...(file !== undefined && { file }), sheet });
const whereOf = ({ sheet, headerRow, area }: FoundTable): Where => ({ sheet, cell: cellName(headerRow, area.left) });
const listed = (headings: readonly string[]): string => headings.filter((heading) => heading !== '').join(' | ');

function foundHeadings({ tables, unknown = [] }: ParsedSheets): string {
  const known = tables.map(({ sheet, columns }) => ({ sheet, headings: columns.map(({ heading }) => heading) }));
  return [...known, ...unknown].map(({ sheet, headings }) => `${sheet}: ${shortened(listed(headings))}`).join('\n');
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

const headingsOf = (columns: readonly MappedColumn[]): readonly string[] =>
  columns.map(({ heading }) => heading).filter((heading) => heading !== '');

/** An item and a quantity: without them no row orders anything. All else is a finding of the checks. */
function missingColumns({ table }: ParsedTable<'orders'>): SheetProblem[] {
  const columns = fieldColumns(table.columns);
  const { itemCode, barcode, customerItemCode, itemName, quantity } = columns;
  const data = { ...whereOf(table), headings: shortened(listed(table.columns.map(({ heading }) => heading))) };
  const problems: SheetProblem[] = [];
  if ([itemCode, barcode, customerItemCode, itemName].every((column) => column === undefined))
    problems.push({ code: 'problem.no-item-column', ...placeOf(table), data });
  if (quantity === undefined) problems.push({ code: 'problem.no-quantity-column', ...placeOf(table), data });
  return problems;
}

/** Tables of one kind (a sheet for every month) all count. Tables of different kinds, equally sure, are for a person to choose. */
function ambiguities(tables: readonly FoundTable<'orders'>[]): readonly SheetProblem[] {
  const best = Math.max(...tables.map(({ confidence }) => confidence));
  const files = Map.groupBy(
    tables.filter(({ confidence }) => best - confidence < 0.1),
    ({ file }) => file,
  );
  return [...files].flatMap(([file, rivals]): SheetProblem[] => {
    if (new Set(rivals.map(kindOfOrders)).size < 2) return [];
    const tables = rivals.map(({ sheet, area }) => `${sheet}!${areaName(area)}`).join('\n');
    const offered = rivals.map(({ sheet, area, columns }) => ({ sheet, area, headings: headingsOf(columns) }));
    return [
      { code: 'problem.orders-ambiguous', ...(file !== undefined && { file }), data: { tables }, rivals: offered },
    ];
  });
}
