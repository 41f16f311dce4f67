import type { Field } from './fields.ts';
import type { MappedColumn } from './table.ts';

/** A row to be written below a table's last one: only the cells that say something. */
export type NewRow = readonly NewCell[];

export interface NewCell extends SaidValue {
  /** Zero-based sheet column. */
  readonly column: number;
}

/** The same while nobody knows yet where the table's columns will stand when it is written. */
export type WantedCells = readonly WantedCell[];

export interface WantedCell extends SaidValue {
  readonly field: Field<'orders'>;
}

interface SaidValue {
  /** A date as yyyy-mm-dd. */
  readonly value: string | number;
  readonly isDate?: true;
}

/** The rows in the columns as they stand now; else the fields for which there is no column. */
export function inColumns(
  rows: readonly WantedCells[],
  columns: readonly Pick<MappedColumn, 'column' | 'field'>[],
): { readonly rows: readonly NewRow[] } | { readonly missing: readonly Field<'orders'>[] } {
  const has = new Set(columns.map(({ field }) => field));
  const missing = new Set(rows.flat().flatMap(({ field }) => (has.has(field) ? [] : [field])));
  if (missing.size > 0) return { missing: [...missing] };
  return {
    rows: rows.map((cells) =>
      cells.flatMap(({ field, ...said }) =>
        columns.filter((each) => each.field === field).map(({ column }) => ({ column, ...said })),
      ),
    ),
  };
}
