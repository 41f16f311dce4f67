import type { Instant, PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/**
 * What the rows are checked against: a price list, a stock sheet, customers, open orders. It comes from the same workbook,
 * from other files, or from the books published on the server; `source` says which, and of which date.
 */
export interface Knowledge {
  readonly prices: PriceBook | null;
  readonly stock: StockBook | null;
  readonly customers: CustomerBook | null;
  readonly openDemand: readonly OpenDemand[];
  /** What customers bought before (R6, R16). This and the two below are known to the server only; absent = nobody knows. */
  readonly pastDeals?: readonly PastDeal[];
  /** What customers owe with their open orders (R19). */
  readonly openAmounts?: readonly OpenAmount[];
  /** Orders the house ever had confirmed, of all customers. */
  readonly ordersConfirmed?: number;
  /** Orders posted before, to see the same one come again under another number (X4). */
  readonly posted?: readonly PostedOrder[];
  /** Left out because this user may not see it; rules that need it say so, and the server makes them (docs/policy.md). */
  readonly withheld?: readonly Secret[];
}

/** The books orders are checked against, as a workbook or the server holds them. */
export const bookKinds = ['prices', 'stock', 'customers'] as const satisfies readonly (keyof Knowledge)[];
export type BookKind = (typeof bookKinds)[number];

/** What not everybody in the office may see: floor prices and costs; limits and debts of customers. */
export const secrets = ['costs', 'credit'] as const;
export type Secret = (typeof secrets)[number];

export interface BookSource {
  readonly from: 'workbook' | 'published';
  readonly file?: string;
  readonly sheet?: string;
  /** Version number of a published book. */
  readonly version?: number;
  /** When it was published; in a workbook the day its title or a column names (库存表 2026-03-05). */
  readonly asOf?: Instant | PlainDate;
  /** Each table a book of a workbook was read from. */
  readonly parts?: readonly BookPart[];
}
export interface BookPart {
  readonly file?: string;
  readonly sheet: string;
  /** Header and data, "A3:M214"; absent in books that were published before it was kept. */
  readonly range?: string;
  readonly rows: number;
  readonly asOf?: PlainDate;
}

export interface Item {
  readonly code: string;
  readonly barcode?: string;
  /** Of the very same thing: an old label, a second maker's. */
  readonly otherBarcodes?: readonly string[];
  /** What customers call it 客户料号. */
  readonly customerItemCodes?: readonly string[];
  readonly name?: string;
  /** What the list calls it besides. */
  readonly otherNames?: readonly string[];
  readonly specification?: string;
  readonly color?: string;
  readonly material?: string;
  readonly brand?: string;
  /** What kind of goods the house counts it among. */
  readonly category?: string;
  readonly unit?: string;
  /** How many of `unit` one pack holds, and what the pack is called: 24 in a 箱. */
  readonly pack?: { readonly size: Decimal; readonly unit?: string };
  /** The least one may order, and the steps above it (R10). */
  readonly minimumOrder?: Decimal;
  readonly orderMultiple?: Decimal;
  /** Calendar days from order to delivery when none is in stock (R22). */
  readonly leadTimeDays?: number;
  /** Codes of items to offer instead, best first (R24). */
  readonly substitutes?: readonly string[];
  /** The only sales regions it may be sold to; absent = everywhere (R11). */
  readonly regions?: readonly string[];
  /** Freight, moulds, work: needs no stock (R2). */
  readonly service?: boolean;
  /** Made for one customer only: nobody else would take it, so more of it is prepaid (docs/policy.md 4). */
  readonly customMade?: boolean;
  /** In the book's currency, of the kind its prices are (with or without tax). Both are secret (`Secret`). */
  readonly floorPrice?: Decimal;
  readonly cost?: Decimal;
  readonly discontinued: boolean;
  /** Sorted by rising minimumQuantity. */
  readonly prices: readonly ListPrice[];
}
/** A list price: holds from `minimumQuantity` on (quantity breaks, R18), for one customer class if named. */
export interface ListPrice {
  readonly price: Decimal;
  readonly minimumQuantity: Decimal;
  readonly customerClass?: string;
  /** Only where it differs from the book's. */
  readonly currency?: string;
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
  /** A promotion goes before every other price while it holds (R18). */
  readonly promotion?: boolean;
}
export interface PriceBook {
  readonly source: BookSource;
  readonly currency: string;
  /** Prices, floor prices and costs are without tax; absent = tax included. */
  readonly tax?: 'excluded';
  readonly items: readonly Item[];
}

export interface StockLine {
  readonly itemCode: string;
  readonly barcode?: string;
  readonly name?: string;
  readonly specification?: string;
  readonly color?: string;
  readonly unit?: string;
  readonly warehouse?: string;
  readonly batch?: string;
  /** May be negative: sold before it was booked in. */
  readonly onHand: Decimal;
  /** On its way; counts from its date on, without a date never. */
  readonly inbound: Decimal;
  readonly inboundDate?: PlainDate;
}
export interface StockBook {
  readonly source: BookSource;
  readonly lines: readonly StockLine[];
}

export interface Customer {
  readonly code: string;
  readonly name: string;
  /** 简称: what the office calls him. */
  readonly shortName?: string;
  readonly customerClass?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly paymentTerms?: string;
  readonly region?: string;
  /** In the company's currency; secret, as are the two below. */
  readonly creditLimit?: Decimal;
  /** All he owes today, invoiced and not paid. */
  readonly receivable?: Decimal;
  readonly overdueDebt?: Decimal;
  /** Days the oldest of it is overdue. */
  readonly overdueDays?: number;
  readonly taxNumber?: string;
  readonly active: boolean;
}
export interface CustomerBook {
  readonly source: BookSource;
  readonly customers: readonly Customer[];
}

/** What an order already on the server still wants or has taken since the stock sheet was counted. */
export interface OpenDemand {
  readonly orderNumber: string;
  /** Who ordered and under which number of his: rows that are posted again are told by it. Absent where the rows gave none. */
  readonly postedAs?: { readonly customerCode: string; readonly key: string };
  readonly itemCode: string;
  /** What tells one size or colour of a code from another. */
  readonly name?: string;
  readonly specification?: string;
  readonly color?: string;
  /** In which the order counts; absent = the item's own. */
  readonly unit?: string;
  readonly quantity: Decimal;
  readonly dueDate?: PlainDate;
  /** Where it is to come from, as far as the order says. */
  readonly warehouse?: string;
  readonly batch?: string;
  /** Not held any more: it left after the goods were counted. */
  readonly gone?: true;
}

/** What one customer bought of one item before: enough to judge a new row by, not every order (R6, R16). */
export interface PastDeal {
  readonly customerCode: string;
  readonly itemCode: string;
  /** Of the latest order: its net unit price after discount, tax included. */
  readonly lastPrice: Decimal;
  readonly currency: string;
  readonly lastOn: PlainDate;
  readonly lastOrder: string;
  readonly lastQuantity?: Decimal;
  /** The largest quantity one line ordered within the last twelve months; absent when there was none. */
  readonly largestQuantity?: Decimal;
  /** How many lines stand behind this. */
  readonly deals: number;
}

/** Value of a customer's orders that are neither paid nor void (R19). */
export interface OpenAmount {
  readonly customerCode: string;
  readonly amount: Decimal;
  readonly currency: string;
  /** Orders he ever had confirmed: the first ones of a new customer go to finance (docs/policy.md 7). */
  readonly confirmedOrders: number;
}

/** An order on the server as far as a second posting of it can be told by. */
export interface PostedOrder {
  readonly number: string;
  /** The clerk's order or PO text it came under. */
  readonly key: string | null;
  readonly poNumber?: string;
  readonly customerCode: string;
  readonly postedOn: PlainDate;
  /** `lineSignature` of each line (core/check/line-signature.ts), sorted. */
  readonly lines: readonly string[];
}
