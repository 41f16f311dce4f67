import type { CheckCode } from '../check/codes.ts';
import type { Decimal } from '../value/decimal.ts';

/**
 * What a review plan must know beyond the order itself. The server fills it from its own check, made for nobody's authority in
 * particular (`factsOfFindings`), and from its books; unknown is said as null or as nothing, never guessed.
 */
export interface ReviewFacts {
  /** The house's currency (ISO 4217), in which authority is granted and every amount here is. */
  readonly currency: string;
  /** The order's total; null = the order is in another currency and there is no rate. */
  readonly amount: Decimal | null;
  /** Doubts of the check that a department must look at. */
  readonly doubts: readonly Doubt[];
  readonly customer: CustomerFacts;
  /** The most taken off a list price, above what whoever enters orders may grant; null = none, or no list price is known. */
  readonly discount: WorstLine | null;
  /** The least margin of a row, below what needs nobody's yes; null = none, or no cost is known. */
  readonly margin: WorstLine | null;
  /** Items made for this customer. */
  readonly customMade: readonly string[];
  /** Certificates and ways of packing the customer asks for. */
  readonly certificates: readonly string[];
  /** What legal must read, in the order's words: the customer's own contract, what it threatens with, export controls. */
  readonly legal: readonly string[];
  /** Payment terms that are better for the customer than those of his class (policy 4). */
  readonly terms: { readonly asked: string; readonly usual: UsualTerms } | null;
  /** What is said of a payment to somebody for the deal, in the order's words (R12). */
  readonly commission: readonly string[];
}

/** What customers of a class agree to; shares of the price, 0.3 = 30 %. */
export interface UsualTerms {
  readonly customerClass: string;
  /** Before production. */
  readonly prepaid: Decimal;
  /** After the goods are his. */
  readonly credit: Decimal;
}

/** One finding of the check; `item` where it is about one. */
export interface Doubt {
  readonly code: CheckCode;
  readonly item?: string;
}

export interface CustomerFacts {
  /** How many orders of his were confirmed; null = he isn't new, or the house's records are too young to tell. */
  readonly ordersConfirmed: number | null;
  /** By how much he is over his limit with this order; null = he isn't, or has none. */
  readonly overCredit: { readonly over: Decimal; readonly limit: Decimal } | null;
  /** Since how many days a debt is overdue, `null` days = nobody dated it; null = nothing is overdue. */
  readonly overdue: { readonly days: number | null } | null;
}

/** The row that is furthest off. Shares: 0.05 = 5 %. */
export interface WorstLine {
  readonly item: string;
  readonly share: Decimal;
}
