import type { Attachment, CustomerPaper } from '../attachment/attachment.ts';
import type { ChangeNumber } from '../change/change.ts';
import type { Role } from '../policy/roles.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { Instant, Month, PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { CreditTerms, CreditVerdict } from './letter-of-credit.ts';
import type { OrderOwner } from './owner.ts';
import type { RequestedLine } from './shipping-request.ts';
import type {
  IssuedLetter,
  LetterSending,
  OrderNumber,
  PostedContent,
  Reservation,
  SavedDraft,
  Stamp,
} from './state.ts';
import type { LineQuantity, SupplyMode } from './supply.ts';

/** What happened to an order, in the past tense; kept for ever. Papers have streams of their own. */
export type OrderEvent =
  | ReviewEvent
  /** `owner`: whose it is by the policy of the stamp; absent of what was posted before orders had owners. */
  | ({ readonly type: 'order-posted'; readonly content: PostedContent; readonly owner?: OrderOwner } & Stamp)
  /** `owner`: whose it is by now; absent = whose it was. */
  | ({ readonly type: 'order-edited'; readonly content: PostedContent; readonly owner?: OrderOwner } & Stamp)
  | ({ readonly type: 'order-assigned'; readonly owner: OrderOwner } & Stamp)
  /** Rows kept in spite of their errors (row 1a). */
  | ({ readonly type: 'rows-saved'; readonly draft: SavedDraft } & Stamp)
  | ({ readonly type: 'paper-attached' } & CustomerPaper & Stamp)
  | ({ readonly type: 'order-submitted' } & Stamp)
  | ({ readonly type: 'question-asked'; readonly replyBy?: Instant } & Stamp)
  | ({ readonly type: 'order-voided' } & Stamp)
  | ({
      readonly type: 'order-approved';
      readonly reservations: readonly Reservation[];
      readonly supply?: readonly { readonly line: number; readonly mode: SupplyMode }[];
    } & Stamp)
  | ({ readonly type: 'letter-issued'; readonly letter: Omit<IssuedLetter, 'issued'> } & Stamp)
  | ({ readonly type: 'letter-sent' } & LetterSending & Stamp)
  | ({ readonly type: 'letter-arrived'; readonly on: PlainDate } & Stamp)
  | ({ readonly type: 'letter-corrected' } & Stamp)
  | ({ readonly type: 'copy-rejected'; readonly on: PlainDate } & Stamp)
  | ({ readonly type: 'reservation-released' } & Stamp)
  | ({
      readonly type: 'countersign-received';
      readonly on: PlainDate;
      readonly copy?: Attachment;
      readonly postponed: readonly { readonly line: number; readonly date: PlainDate }[];
    } & Stamp)
  | ({ readonly type: 'released-before-countersign' } & Stamp)
  | ({ readonly type: 'letter-of-credit-recorded'; readonly terms: CreditTerms } & Stamp)
  | ({ readonly type: 'letter-of-credit-examined'; readonly verdict: CreditVerdict } & Stamp)
  | ({ readonly type: 'production-allowed'; readonly as: Role } & Stamp)
  | ({
      readonly type: 'supply-begun';
      readonly lines: readonly number[];
      readonly readyOn: PlainDate;
      readonly materialsOn?: PlainDate;
      readonly instructions?: string;
    } & Stamp)
  | ({ readonly type: 'supply-reported'; readonly lines: readonly LineQuantity[] } & Stamp)
  | ({ readonly type: 'quality-released'; readonly lines: readonly LineQuantity[] } & Stamp)
  | ({
      readonly type: 'shipping-requested';
      readonly on: PlainDate;
      readonly lines: readonly RequestedLine[];
      readonly note?: string;
    } & Stamp)
  | ({ readonly type: 'shipping-allowed'; readonly as: Role } & Stamp)
  /** Goods held for a line went to another order's (row A); `due`: when it will be completed instead. */
  | ({
      readonly type: 'goods-reallocated';
      readonly line: number;
      readonly quantity: Decimal;
      readonly to: { readonly order: OrderNumber; readonly line: number };
      readonly due: PlainDate;
    } & Stamp)
  /** What is open is held once more, from what is there now. */
  | ({ readonly type: 'goods-held-again'; readonly reservations: readonly Reservation[] } & Stamp)
  /** A change request came into force: new content, and what is held for it now (row C). */
  | ({
      readonly type: 'order-changed';
      readonly change: ChangeNumber;
      readonly content: PostedContent;
      readonly reservations: readonly Reservation[];
    } & Stamp)
  /** `change`: the request that settled what it cost, where supply had begun (R33). */
  | ({ readonly type: 'order-cancelled'; readonly change?: ChangeNumber } & Stamp)
  | ({ readonly type: 'order-closed' } & Stamp)
  | ({ readonly type: 'order-archived'; readonly month: Month } & Stamp)
  /** `complete`: nobody else has to sign; the order is destroyed. */
  | ({ readonly type: 'destruction-signed'; readonly as: Role; readonly complete: boolean } & Stamp);
