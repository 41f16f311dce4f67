import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Field, FieldKind, fields, TableRole } from './fields.ts';
import type { Area } from './grid.ts';
import type { SkippedRow } from './row-kind.ts';

/** A table found in a grid: where it stands, what it is, what its columns mean (X2). */
export interface FoundTable<Role extends TableRole = TableRole> {
  readonly file?: string;
  readonly sheet: string;
  readonly role: Role;
  /** Header and data. */
  readonly area: Area;
  /** Zero-based sheet row of the header. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn<Role>[];
  /** What cells around an order table say of its orders: 客户：华东机电. */
  readonly heads?: readonly SaidHead[];
  /** The day the title over the table or its name speaks of (库存表 2026-03-05). */
  readonly asOf?: PlainDate;
  /** 0…1: how sure the role is; below 0.6 a person should look. */
  readonly confidence: number;
  /** A person gave the table its role. */
  readonly reason?: 'user';
}

/** A column and what it means; field null = kept, not understood. */
export interface MappedColumn<Role extends TableRole = TableRole> {
  readonly column: number;
  readonly heading: string;
  readonly field: Field<Role> | null;
  readonly confidence: number;
  /** heading = known heading, content = guessed from the cells, user = chosen by a person. */
  readonly reason: 'heading' | 'content' | 'user' | 'unknown';
  /** Words in the heading's brackets: "元", "万元", "件", "%". */
  readonly unit?: string;
  /** What the heading says about tax; without a word a price is tax included. */
  readonly tax?: 'included' | 'excluded';
  /** The user has hidden the column; it counts all the same. */
  readonly hidden?: boolean;
  /** Neither heading nor content: only space in the table, a border. */
  readonly empty?: true;
}

/** A labelled cell above, between or below the rows of an order table, and the rows it holds for. Columns go before it. */
export interface SaidHead {
  readonly field: Field<'orders'>;
  readonly label: string;
  /** Where the value stands, zero-based. */
  readonly row: number;
  readonly column: number;
  /** The label stands in the same cell: it can't be overwritten. */
  readonly inLabel?: true;
  /** As it stands there. */
  readonly raw: string;
  /** As it is understood; absent = it can't be read, or no date is named yet. */
  readonly value?: string;
  readonly problem?: UnreadableCell['problem'];
  readonly choices?: readonly string[];
  /** 等通知, TBD: the customer names the date later. */
  readonly openDate?: true;
  /** Zero-based sheet rows, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** A table nobody could give a role: named to the user when something he needs is missing. */
export interface UnknownTable {
  readonly file?: string;
  readonly sheet: string;
  readonly area: Area;
  readonly headings: readonly string[];
}

/**
 * What the user corrected once, kept with the workbook: sheet + heading → field. Moved columns keep their choice; of several
 * columns with one heading `nth` says which (0 = the leftmost, also where it is absent).
 */
export interface ColumnChoice {
  readonly sheet: string;
  readonly heading: string;
  readonly nth?: number;
  readonly field: string | null;
}

/** What a person said of a whole table, kept with the workbook: it is the orders, or it has no role (null). */
export interface TableChoice {
  readonly sheet: string;
  /** Its headings as they stand, without the empty ones: the table is known again after rows or columns moved. */
  readonly headings: readonly string[];
  readonly role: TableRole | null;
}

/**
 * What struck-through rows mean in this workbook: cancelled, so that they are left out, or ordered all the same. Kept with the
 * workbook as the others are; it holds for all its sheets.
 */
export interface StruckChoice {
  readonly struckRows: 'left-out' | 'ordered';
}

export type Choice = ColumnChoice | TableChoice | StruckChoice;

type Parsed<Kind extends FieldKind> = Kind extends 'quantity' | 'money' | 'ratio'
  ? Decimal
  : Kind extends 'date'
    ? PlainDate
    : Kind extends 'flag'
      ? boolean
      : string;

/** What a row says, field by field; a field that is absent or empty is missing. Ratios: 0.05 = 5 %. */
export type RowValues<Role extends TableRole> = {
  readonly [F in Field<Role>]?: Parsed<(typeof fields)[Role][F & keyof (typeof fields)[Role]] & FieldKind>;
};

/** A cell that holds something its field can't be read from ("abc" as a quantity, #N/A). */
export interface UnreadableCell {
  readonly field: string;
  readonly column: number;
  /** Zero-based sheet row, where it is another than its row's: a labelled cell above the table. */
  readonly row?: number;
  readonly kind: FieldKind;
  readonly raw: string;
  readonly problem:
    | 'not-a-number'
    | 'not-a-date'
    | 'not-a-flag'
    | 'formula-error'
    | 'no-cached-value'
    | 'no-year'
    | 'no-day'
    | 'relative'
    | 'ambiguous'
    | 'several-amounts'
    | 'digits-lost';
  /** What it could mean, as values: dates yyyy-mm-dd, or decimals. A person picks one; none is likelier. */
  readonly choices?: readonly string[];
}

/** 3箱×24瓶: three boxes of 24 bottles. The row's quantity is 72 瓶; a return counts negative boxes. */
export interface SaidPacks {
  readonly count: Decimal;
  readonly unit?: string;
  readonly size: Decimal;
  readonly sizeUnit?: string;
}

/** What cells say beside their values, in the clerk's own words (NFKC): nothing of it is judged or converted here. */
export interface Said {
  /** 箱 of `3箱`; what one of the quantity is. */
  readonly quantityUnit?: string;
  readonly packs?: SaidPacks;
  /** 箱 of `12.5元/箱`; 1000只 of `12.5/1000只`. */
  readonly priceUnit?: string;
  /** ￥, US$, NT$ … typed with the price or shown by its number format. */
  readonly currency?: string;
  /** 等通知, TBD: the customer names the date later. Without it a missing date is an empty cell. */
  readonly openDate?: true;
  /** 赠, 免费, free typed as the price: nothing is to be paid, on purpose. */
  readonly gift?: true;
}

export interface ParsedRow<Role extends TableRole> {
  readonly file?: string;
  readonly sheet: string;
  /** Zero-based sheet row. */
  readonly row: number;
  readonly values: RowValues<Role>;
  readonly unreadable: readonly UnreadableCell[];
  readonly said?: Said;
  readonly hidden: boolean;
}

export interface ParsedTable<Role extends TableRole> {
  readonly table: FoundTable<Role>;
  readonly rows: readonly ParsedRow<Role>[];
  /** Rows that were taken for totals and the like: a person must be able to see that they were. */
  readonly skipped: readonly SkippedRow[];
  /** Zero-based sheet rows of orders that are struck through, left out or not. */
  readonly struck?: readonly number[];
  /** What the total rows of an order table say. */
  readonly totals?: readonly SaidTotalRow[];
}

/** A number in a total row, and the rows it sums up (zero-based sheet rows); those of other totals among them don't count. */
export interface SaidTotalRow {
  readonly row: number;
  readonly field: 'quantity' | 'amount';
  readonly value: Decimal;
  readonly from: number;
  readonly to: number;
}

/** Everything understood of one or several workbooks. */
export interface ParsedSheets {
  readonly tables: readonly FoundTable[];
  readonly orders: readonly ParsedTable<'orders'>[];
  readonly prices: readonly ParsedTable<'prices'>[];
  readonly stock: readonly ParsedTable<'stock'>[];
  readonly customers: readonly ParsedTable<'customers'>[];
  /** Tables without a role, and sheets without any header (the first row that could be one stands for it). */
  readonly unknown?: readonly UnknownTable[];
}
