/** A row to be written below a table's last one: only the cells that say something. */
export type NewRow = readonly NewCell[];

export interface NewCell {
  /** Zero-based sheet column. */
  readonly column: number;
  /** A date as yyyy-mm-dd. */
  readonly value: string | number;
  readonly isDate?: true;
}
