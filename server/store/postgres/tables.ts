import type { Generated } from 'kysely';

/** The tables of a company's schema (migrations/), for the query builder. */
export interface Tables {
  readonly events: {
    readonly kind: string;
    readonly number: string;
    readonly version: number;
    readonly event: string;
    readonly hash: string;
    readonly position: number;
  };
  readonly records: {
    readonly kind: string;
    readonly number: string;
    readonly version: number;
    readonly customer: string | null;
    readonly adopted: Generated<number>;
    readonly footprint: readonly string[];
    readonly position: number;
  };
  readonly record_orders: { readonly order_number: string; readonly kind: string; readonly number: string };
  readonly record_names: { readonly kind: string; readonly name: string; readonly number: string };
  readonly orders: {
    readonly number: string;
    readonly age: string;
    readonly order_key: string;
    readonly status: string;
    readonly month: string;
    readonly search: string;
    readonly over: boolean;
  };
  readonly order_months: { readonly month: string; readonly order_number: string };
  readonly demand: {
    readonly item_code: string;
    readonly item: string;
    readonly order_number: string;
    readonly held: boolean;
    readonly left_at: string | null;
  };
  /** Quantities are decimal texts. */
  readonly sources: {
    readonly stock_key: string;
    readonly nth: number;
    readonly arrives: string | null;
    readonly warehouse: string | null;
    readonly batch: string | null;
    readonly unit: string | null;
    readonly quantity: string;
    readonly allocated: string;
    readonly shortfall: string;
  };
  readonly allocations: {
    readonly order_number: string;
    readonly stock_key: string;
    readonly nth: number;
    readonly quantity: string;
  };
  readonly sources_of: { readonly sole: Generated<boolean>; readonly prices: number; readonly stock: number };
  readonly series: { readonly name: string; readonly last: number };
  readonly answers: { readonly request_key: string; readonly answer: string; readonly position: number };
  readonly books: {
    readonly kind: string;
    readonly version: number;
    readonly book: string;
    readonly position: number;
  };
  readonly lost: { readonly document: string; readonly problem: string };
  readonly migrations: {
    readonly number: number;
    readonly name: string;
    readonly sha256: string;
    readonly applied_at: Generated<Date>;
  };
}
