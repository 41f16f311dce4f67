import type { CheckedOrder } from '../check/checked-order.ts';
import type { Actor } from '../policy/roles.ts';
import type { Instant, Month, PlainDate } from '../value/date.ts';
import type { OrderNumber } from './state.ts';

/** Who sends it, when, and what day it is in the company's zone: decide has no clock of its own. */
export interface CommandMeta {
  readonly by: Actor;
  readonly at: Instant;
  readonly today: PlainDate;
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
    | { readonly type: 'approve-order' }
    | {
        readonly type: 'issue-letter';
        /** Promised completion for lines without a wished date. */
        readonly promisedOn?: PlainDate;
      }
    | { readonly type: 'correct-letter' }
    | { readonly type: 'record-countersign'; readonly on: PlainDate }
    | { readonly type: 'release-order' }
    | { readonly type: 'cancel-order' }
    | { readonly type: 'close-order' }
    | { readonly type: 'archive-order'; readonly month: Month }
  );
export type OrderCommandType = OrderCommand['type'];
