import type { ParsedSheets } from '../../core/sheet/table.ts';

/** What the rows of an orders table tell besides the order itself; never part of its content. Zero-based sheet rows. */
export interface TableRows {
  /** Rows the user hid or filtered away. */
  readonly hidden: ReadonlySet<number>;
  /** The order number Countersign wrote beside a row earlier. */
  readonly numbers: ReadonlyMap<number, string>;
}

/** In the order of the batch's tables, so that a line's `table` finds them. */
export const rowsOfTables = ({ orders }: ParsedSheets): readonly TableRows[] =>
  orders.map(({ rows }) => ({
    hidden: new Set(rows.filter(({ hidden }) => hidden).map(({ row }) => row)),
    numbers: new Map(rows.flatMap(({ row, values }) => (values.number ? [[row, values.number] as const] : []))),
  }));
