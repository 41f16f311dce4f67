import type { Attachment, CustomerPaper } from '../attachment/attachment.ts';
import type { ChangeNumber } from '../change/change.ts';
import type { CheckedOrder } from '../check/checked-order.ts';
import type { Actor, Role } from '../policy/roles.ts';
import type { TimeOfDay } from '../policy/working-time.ts';
import type { StockedLine } from '../reallocation/reallocate.ts';
import type { ReviewCommand } from '../review/command.ts';
import type { Instant, Month, PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { CreditTerms, CreditVerdict } from './letter-of-credit.ts';
import type { OrderType } from './order-type.ts';
import type { LetterSending, OrderNumber, PostedContent, SavedDraft } from './state.ts';
import type { LineQuantity, SupplyMode } from './supply.ts';

/** Who sends it, when, what day it is in the company's zone, and by which policy: decide has no clock of its own. */
export interface CommandMeta {
  readonly by: Actor;
  readonly at: Instant;
  readonly today: PlainDate;
  /** The version of the company's policy it is decided under. */
  readonly policy: number;
  readonly reason?: string;
}

/** What somebody wants done with an order, in the imperative. */
export type OrderCommand =
  | ReviewCommand
  | (CommandMeta &
      (
        | {
            readonly type: 'post-order';
            readonly order: CheckedOrder;
            /** The next of its series; the order's own when its key is known already. */
            readonly number: OrderNumber;
            readonly orderKey: string;
            readonly contentHash: string;
            /** Absent = a normal one. */
            readonly orderType?: OrderType;
            readonly submit: boolean;
            /** Its sender knows of no order with this key: one that is there is refused rather than changed. */
            readonly asNew?: true;
          }
        | ({
            /** As post-order, of rows that aren't sound; the customer must be known. */
            readonly type: 'save-draft';
            readonly orderType?: OrderType;
            readonly asNew?: true;
          } & Omit<SavedDraft, 'type'>)
        | ({ readonly type: 'attach-paper' } & CustomerPaper)
        | { readonly type: 'submit-order' }
        /** `replyBy`: by the policy's hours unless said. */
        | { readonly type: 'ask-question'; readonly replyBy?: Instant }
        | { readonly type: 'void-order' }
        /** `user`: the id or name somebody signs in with. */
        | { readonly type: 'assign-order'; readonly to: { readonly user: string } | { readonly role: Role } }
        | {
            /** Signs every step that is open and waits for this actor as well. */
            readonly type: 'approve-order';
            /** Where a step wants it in writing. */
            readonly statement?: string;
            /** Lines that are made or bought for this order; all others are taken from stock. */
            readonly supply?: readonly { readonly line: number; readonly mode: SupplyMode }[];
          }
        | {
            readonly type: 'issue-letter';
            /** Promised completion for lines without a wished date. */
            readonly promisedOn?: PlainDate;
          }
        | ({ readonly type: 'record-sending' } & LetterSending)
        | { readonly type: 'record-arrival'; readonly on: PlainDate }
        | { readonly type: 'correct-letter' }
        | { readonly type: 'reject-copy'; readonly on: PlainDate }
        | { readonly type: 'release-reservation' }
        | {
            readonly type: 'record-countersign';
            readonly on: PlainDate;
            /** On the office's clock, where the cut-off hour matters. */
            readonly time?: TimeOfDay;
            readonly copy?: Attachment;
          }
        | { readonly type: 'release-order' }
        | { readonly type: 'record-letter-of-credit'; readonly terms: CreditTerms }
        /** What is wrong with it is the reason. */
        | { readonly type: 'examine-letter-of-credit'; readonly verdict: CreditVerdict }
        | { readonly type: 'allow-production' }
        | {
            readonly type: 'begin-supply';
            /** Those that haven't begun, unless named. */
            readonly lines?: readonly number[];
            readonly readyOn: PlainDate;
            /** When the material for it is complete; absent = it lies there. */
            readonly materialsOn?: PlainDate;
            /** What whoever makes it must know beside the order: packing, a recipe or process that is kept (R30). */
            readonly instructions?: string;
          }
        /** Without lines: all that is still to come, or to be released. */
        | { readonly type: 'report-supply'; readonly lines?: readonly LineQuantity[] }
        | { readonly type: 'release-quality'; readonly lines?: readonly LineQuantity[] }
        | {
            readonly type: 'request-shipping';
            readonly on: PlainDate;
            /** All that may leave and wasn't asked for, unless named. */
            readonly lines?: readonly LineQuantity[];
            readonly note?: string;
          }
        | { readonly type: 'allow-shipping' }
        | {
            /** Of the order that loses them (row A). */
            readonly type: 'reallocate-goods';
            readonly line: number;
            readonly quantity: Decimal;
            readonly newDate: PlainDate;
            readonly to: StockedLine;
          }
        | { readonly type: 'hold-again' }
        | {
            /** Only with a change request that comes into force (core/change). */
            readonly type: 'change-order';
            readonly change: ChangeNumber;
            /** null: the change cancels the order. */
            readonly content: PostedContent | null;
            /** In which roles the change was approved and co-signed: who answers for a larger debt. */
            readonly answeredBy: readonly Role[];
          }
        | { readonly type: 'cancel-order' }
        | { readonly type: 'close-order' }
        | { readonly type: 'archive-order'; readonly month: Month }
        | { readonly type: 'sign-destruction' }
      ));
export type OrderCommandType = OrderCommand['type'];
