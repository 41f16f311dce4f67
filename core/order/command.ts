import type { CheckedOrder } from '../check/checked-order.ts';
import type { Actor } from '../policy/roles.ts';
import type { Instant, Month, PlainDate } from '../value/date.ts';
import type { OrderNumber } from './state.ts';
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
export type OrderCommand = CommandMeta &
  (
    | {
        readonly type: 'post-order';
        readonly order: CheckedOrder;
        /** The next of its series; the order's own when its key is known already. */
        readonly number: OrderNumber;
        readonly orderKey: string;
        readonly contentHash: string;
        readonly submit: boolean;
      }
    | { readonly type: 'submit-order' }
    | { readonly type: 'ask-question' }
    | { readonly type: 'void-order' }
    | {
        readonly type: 'approve-order';
        /** Lines that are made or bought for this order; all others are taken from stock. */
        readonly supply?: readonly { readonly line: number; readonly mode: SupplyMode }[];
      }
    | {
        readonly type: 'issue-letter';
        /** Promised completion for lines without a wished date. */
        readonly promisedOn?: PlainDate;
      }
    | { readonly type: 'correct-letter' }
    | { readonly type: 'record-countersign'; readonly on: PlainDate }
    | { readonly type: 'release-order' }
    | {
        readonly type: 'begin-supply';
        /** Those that haven't begun, unless named. */
        readonly lines?: readonly number[];
        readonly readyOn: PlainDate;
      }
    /** Without lines: all that is still to come, or to be released. */
    | { readonly type: 'report-supply'; readonly lines?: readonly LineQuantity[] }
    | { readonly type: 'release-quality'; readonly lines?: readonly LineQuantity[] }
    | { readonly type: 'cancel-order' }
    | { readonly type: 'close-order' }
    | { readonly type: 'archive-order'; readonly month: Month }
  );
export type OrderCommandType = OrderCommand['type'];
