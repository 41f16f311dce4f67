import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Stamp } from './state.ts';

/** The promise of the customer's bank, as its paper says it (R30). */
export interface CreditTerms {
  /** The bank's own number of it. */
  readonly credit: string;
  readonly bank: string;
  readonly amount: Decimal;
  readonly currency: string;
  /** When it came into the house. */
  readonly receivedOn: PlainDate;
  /** The last day on which the goods may be loaded. */
  readonly latestShipment: PlainDate;
  /** The last day on which papers may be presented. */
  readonly expires: PlainDate;
}

export const creditVerdicts = ['clean', 'discrepant'] as const;
export type CreditVerdict = (typeof creditVerdicts)[number];

/** How many different people must find it clean (R30). */
export const creditExaminers = 2;

/** A letter of credit 信用证 as it stands: an amendment is recorded afresh, and examined afresh. */
export interface LetterOfCredit extends CreditTerms {
  readonly recorded: Stamp;
  readonly examined: readonly (Stamp & { readonly verdict: CreditVerdict })[];
}
