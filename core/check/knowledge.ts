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
}

export interface BookSource {
  readonly from: 'workbook' | 'published';
  readonly file?: string;
  readonly sheet?: string;
  /** Version number of a published book. */
  readonly version?: number;
  /** When it was published, or the day it is checked against. */
  readonly asOf?: Instant | PlainDate;
}

export interface Item {
  readonly code: string;
  readonly barcode?: string;
  readonly name?: string;
  readonly specification?: string;
  readonly unit?: string;
  readonly discontinued: boolean;
  /** Sorted by rising minimumQuantity. */
  readonly prices: readonly ListPrice[];
}
/** A list price: holds from `minimumQuantity` on (quantity breaks, R18), for one customer class if named. Tax included. */
export interface ListPrice {
  readonly price: Decimal;
  readonly minimumQuantity: Decimal;
  readonly customerClass?: string;
  /** Only where it differs from the book's. */
  readonly currency?: string;
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
}
export interface PriceBook {
  readonly source: BookSource;
  readonly currency: string;
  readonly items: readonly Item[];
}

export interface StockLine {
  readonly itemCode: string;
  readonly barcode?: string;
  readonly warehouse?: string;
  readonly onHand: Decimal;
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
  readonly customerClass?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly paymentTerms?: string;
  readonly creditLimit?: Decimal;
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
  readonly itemCode: string;
  readonly quantity: Decimal;
  readonly dueDate?: PlainDate;
}
