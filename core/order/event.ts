import type { Month, PlainDate } from '../value/date.ts';
import type { IssuedLetter, PostedContent, Reservation, Stamp } from './state.ts';
import type { LineQuantity, SupplyMode } from './supply.ts';

/** What happened to an order, in the past tense; kept for ever. Papers have streams of their own. */
export type OrderEvent =
  | ({ readonly type: 'order-posted'; readonly content: PostedContent } & Stamp)
  | ({ readonly type: 'order-edited'; readonly content: PostedContent } & Stamp)
  | ({ readonly type: 'order-submitted' } & Stamp)
  | ({ readonly type: 'question-asked' } & Stamp)
  | ({ readonly type: 'order-voided' } & Stamp)
  | ({
      readonly type: 'order-approved';
      readonly reservations: readonly Reservation[];
      readonly supply?: readonly { readonly line: number; readonly mode: SupplyMode }[];
    } & Stamp)
  | ({ readonly type: 'letter-issued'; readonly letter: Omit<IssuedLetter, 'issued'> } & Stamp)
  | ({ readonly type: 'letter-corrected' } & Stamp)
  | ({
      readonly type: 'countersign-received';
      readonly on: PlainDate;
      readonly postponed: readonly { readonly line: number; readonly date: PlainDate }[];
    } & Stamp)
  | ({ readonly type: 'released-before-countersign' } & Stamp)
  | ({ readonly type: 'supply-begun'; readonly lines: readonly number[]; readonly readyOn: PlainDate } & Stamp)
  | ({ readonly type: 'supply-reported'; readonly lines: readonly LineQuantity[] } & Stamp)
  | ({ readonly type: 'quality-released'; readonly lines: readonly LineQuantity[] } & Stamp)
  | ({ readonly type: 'order-cancelled' } & Stamp)
  | ({ readonly type: 'order-closed' } & Stamp)
  | ({ readonly type: 'order-archived'; readonly month: Month } & Stamp);
