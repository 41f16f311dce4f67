/** What a cell of a kept table holds; a day is "2026-12-03". */
export type KeptValue = string | number | null;

/**
 * A table that the server knows and a workbook keeps a copy of. In the workbook it is known again by hidden names of its
 * heading cells, whatever the sheet, the table and its headings are called by then, and wherever its columns stand.
 */
export interface KeptTable {
  /** By which it is known again: letters only. */
  readonly id: string;
  /** What a new sheet is to be called. */
  readonly sheet: string;
  /** Stands above the table. */
  readonly title: string;
  readonly columns: readonly KeptColumn[];
  /** Columns that together tell a row from all others; rows that share them are told apart by their order. */
  readonly key: readonly string[];
  /** Columns of which it tells rows of one key apart whether they are filled: a promotion from the usual price. */
  readonly filled: readonly string[];
  /** Columns of the key in which a row may change and is still the same: from when on it holds. */
  readonly renewed: readonly string[];
  /** The column that names what a row is about. */
  readonly of: string;
  /** Each with a value for every column. */
  readonly rows: readonly (readonly KeptValue[])[];
  /**
   * What is written into a row that is no longer among `rows`, but stays because the user wrote something beside it: where
   * no row is about the same thing any more, and where others are.
   */
  readonly gone: Readonly<Record<string, KeptValue>>;
  readonly replaced: Readonly<Record<string, KeptValue>>;
}
export interface KeptColumn {
  readonly id: string;
  readonly heading: string;
  /** Number format; `isDay` tells that its cells are days. */
  readonly format: string;
  readonly isDay: boolean;
  /** In points. */
  readonly width: number;
  /** Written also where the workbook's table lacks it; others only where it has them. */
  readonly isNeeded: boolean;
}

/** What became of it; rows are counted. */
export interface PutOutcome {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Not among the server's, but left: the user wrote beside them, or typed them himself. Their keys. */
  readonly kept: readonly string[];
}

/** Where a workbook keeps such tables. Only cells of a table's own columns are ever written, and only where they differ. */
export interface KeptTables {
  /** The sheets on which these tables stand now, by table. */
  find(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Brings the workbook's copy up to this, in place; without one, makes it on a new sheet. */
  put(table: KeptTable): Promise<PutOutcome>;
}

/** Why the workbook's copy was left as it is. */
export class KeptTableClosed extends Error {
  override name = 'KeptTableClosed';
  readonly reason: 'protected' | 'no-table' | 'moving';
  readonly sheet: string;
  constructor(reason: KeptTableClosed['reason'], sheet: string) {
    super(`${reason}: ${sheet}`);
    this.reason = reason;
    this.sheet = sheet;
  }
}
