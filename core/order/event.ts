import type { PlainDate } from '../value/date.ts';
import type { IssuedLetter, OrderContent, Reservation, Stamp } from './state.ts';

/** What happened to an order, in the past tense; kept for ever. */
export type OrderEvent =
  | ({ readonly type: 'order-posted'; readonly content: Omit<OrderContent, 'posted' | 'lastEdited'> } & Stamp)
  | ({ readonly type: 'order-edited'; readonly content: Omit<OrderContent, 'posted' | 'lastEdited'> } & Stamp)
  | ({ readonly type: 'order-submitted' } & Stamp)
  | ({ readonly type: 'question-asked' } & Stamp)
  | ({ readonly type: 'order-voided' } & Stamp)
  | ({ readonly type: 'order-approved'; readonly reservations: readonly Reservation[] } & Stamp)
  | ({ readonly type: 'letter-issued'; readonly letter: Omit<IssuedLetter, 'issued'> } & Stamp)
  | ({ readonly type: 'letter-corrected' } & Stamp)
  | ({
      readonly type: 'countersign-received';
      readonly on: PlainDate;
      readonly postponed: readonly { readonly line: number; readonly date: PlainDate }[];
    } & Stamp)
  | ({ readonly type: 'released-before-countersign' } & Stamp)
  | ({ readonly type: 'order-cancelled' } & Stamp)
  | ({ readonly type: 'order-closed' } & Stamp)
  | ({ readonly type: 'order-archived'; readonly month: string } & Stamp)
  | ({ readonly type: 'paper-filed'; readonly paper: string; readonly sha256: string; readonly pages: number } & Stamp);
