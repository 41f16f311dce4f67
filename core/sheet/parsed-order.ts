import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Field } from './fields.ts';
import type { SaidHead, SaidPacks, SaidTotalRow, UnreadableCell } from './table.ts';

/**
 * What the orders of one check say, before judging: rows grouped into orders, nothing looked up. The same shape is checked
 * in the pane and the browser, and posted to the server, which checks it again.
 */
export interface ParsedBatch {
  /** The tables the rows came from: findings name their cells through them. */
  readonly tables: readonly OrderTable[];
  readonly orders: readonly ParsedOrder[];
  /** What total rows say (小计, 合计): to be compared with the rows they stand for. */
  readonly totals?: readonly SaidTotal[];
}

export interface SaidTotal extends SaidTotalRow {
  /** Index into the batch's tables. */
  readonly table: number;
}

export interface OrderTable {
  readonly file?: string;
  readonly sheet: string;
  /** Zero-based sheet row of the header. */
  readonly headerRow: number;
  /** Zero-based sheet column of each understood field. */
  readonly columns: { readonly [F in Field<'orders'>]?: number };
  /** Labelled cells around the rows that say what no column does (客户：…), and the rows they hold for. */
  readonly heads?: readonly HeadCell[];
  /** Columns whose meaning was guessed from their cells (an amount without heading). */
  readonly guessed?: readonly Field<'orders'>[];
  /** Whose headings say that tax isn't in them (未税单价); absent = none does. Everything else is tax included. */
  readonly beforeTax?: readonly TaxableField[];
}

export type HeadCell = Pick<SaidHead, 'field' | 'row' | 'column' | 'inLabel' | 'from' | 'to'>;

export const taxableFields = ['unitPrice', 'amount'] as const satisfies readonly Field<'orders'>[];
export type TaxableField = (typeof taxableFields)[number];

/** Rows that belong together by customer and order key. */
export interface ParsedOrder {
  /** The clerk's order number or the customer's PO text (NFKC, trimmed); null when the sheet has no such column. */
  readonly key: string | null;
  readonly customer: { readonly code?: string; readonly name?: string };
  readonly contact?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly poNumber?: string;
  readonly currency?: string;
  readonly orderDate?: PlainDate;
  readonly paymentTerms?: string;
  readonly deliveryMethod?: string;
  readonly salesperson?: string;
  readonly region?: string;
  readonly priority?: string;
  readonly lines: readonly ParsedLine[];
}

export interface ParsedLine {
  /** Index into ParsedBatch.tables. */
  readonly table: number;
  /** Zero-based sheet row. */
  readonly row: number;
  readonly itemCode?: string;
  readonly barcode?: string;
  /** The customer's own code of the item 客户料号. */
  readonly customerItemCode?: string;
  readonly itemName?: string;
  readonly specification?: string;
  readonly color?: string;
  readonly material?: string;
  readonly brand?: string;
  readonly unit?: string;
  readonly packSize?: Decimal;
  /** 箱数 beside the quantity. */
  readonly packs?: Decimal;
  /** Where it should come from; absent = from anywhere. */
  readonly warehouse?: string;
  readonly batch?: string;
  readonly quantity?: Decimal;
  /** The unit word in the quantity's own cell (3箱), and how the cell counts packs (3箱×24 = 72). */
  readonly quantityUnit?: string;
  readonly saidPacks?: SaidPacks;
  /** 12.5元/箱. */
  readonly priceUnit?: string;
  /** Of the quantity: gone already, still to go. */
  readonly shippedQuantity?: Decimal;
  readonly openQuantity?: Decimal;
  readonly unitPrice?: Decimal;
  /** 0.05 = 5 %. */
  readonly discount?: Decimal;
  readonly amount?: Decimal;
  /** 0.13 = 13 %. */
  readonly taxRate?: Decimal;
  readonly dueDate?: PlainDate;
  /** When it is to be at the customer's, by agreement 约定到货日期. */
  readonly agreedArrival?: PlainDate;
  /** The cell says that the customer will name the date later (等通知, TBD): nothing is missing. */
  readonly dateOpen?: boolean;
  /** Set = the goods have left already: the row demands no stock and its due date is history. */
  readonly shippedDate?: PlainDate;
  /** Free on purpose 赠品. */
  readonly gift?: boolean;
  readonly specialRequirements?: string;
  readonly remark?: string;
  readonly rowId?: string;
  /** The row is hidden or filtered away. */
  readonly hidden?: boolean;
  /** The row's customer, only where it differs from the order's first row (a finding). */
  readonly otherCustomer?: string;
  /** Where the row's goods go, only where that isn't the order's address. */
  readonly address?: string;
  /** What the row says of its currency, only where the order's first word for it is another; perhaps a spelling. */
  readonly otherCurrency?: string;
  readonly unreadable?: readonly UnreadableCell[];
}
