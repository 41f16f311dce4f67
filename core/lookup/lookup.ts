import type { OrderStatus } from '../order/status.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** What a formula in a sheet asks (CS.PRICE and its like). What it leaves out is absent. */
export type Lookup = ItemLookup | StatusLookup;
export type ItemLookup =
  | {
      readonly ask: 'price';
      /** Code, barcode, customer's code or name. */
      readonly item: string;
      /** Of the item's own unit, above zero; absent = one. */
      readonly quantity?: Decimal;
      /** Code or name; absent = somebody who pays what everybody pays. */
      readonly customer?: string;
      /** Absent = today. */
      readonly on?: PlainDate;
    }
  /** `by` absent = what lies there now. */
  | { readonly ask: 'available'; readonly item: string; readonly by?: PlainDate }
  | { readonly ask: 'earliest'; readonly item: string; readonly quantity: Decimal };
export interface StatusLookup {
  readonly ask: 'status';
  /** "SO-202611-00042". */
  readonly order: string;
}

/** Why there is no answer; each has words in locales (functions:gap). */
export const lookupGaps = [
  'item-unknown',
  'item-ambiguous',
  'customer-unknown',
  'customer-ambiguous',
  'no-price-list',
  'no-price',
  'price-currency',
  'price-not-valid',
  'price-ambiguous',
  'price-by-class',
  'no-stock-sheet',
  'stock-unlisted',
  'stock-unit-differs',
  'stock-not-needed',
  'no-day-known',
  'order-unknown',
  'not-allowed',
] as const;
export type LookupGap = (typeof lookupGaps)[number];

/** Quantities are in the item's own unit; a price is for one of it, in the price list's currency, with tax. */
export type LookupAnswer =
  | { readonly found: 'price'; readonly price: Decimal }
  | { readonly found: 'quantity'; readonly quantity: Decimal }
  | { readonly found: 'day'; readonly on: PlainDate }
  | { readonly found: 'status'; readonly status: OrderStatus }
  | {
      readonly found: 'nothing';
      readonly because: LookupGap;
      /** The code that may have been meant; the prices that contradict each other. */
      readonly hint?: string;
    };

export const nothing = (because: LookupGap, hint?: string): LookupAnswer => ({
  found: 'nothing',
  because,
  ...(hint !== undefined && { hint }),
});
