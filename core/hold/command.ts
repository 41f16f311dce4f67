import type { CommandMeta } from '../order/command.ts';
import type { Role } from '../policy/roles.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import type { HeldAction, HoldNumber, HoldScope } from './hold.ts';
import type { HoldReason } from './reasons.ts';

/** What somebody wants done with a hold, in the imperative. */
export type HoldCommand = CommandMeta &
  (
    | {
        readonly type: 'raise-hold';
        /** The next of its series. */
        readonly number: HoldNumber;
        /** `code`, for `reason` is what the hold is about, in words. */
        readonly code: HoldReason;
        readonly scope: HoldScope;
        /** Else the reason's own. */
        readonly blocks?: readonly HeldAction[];
        readonly owner?: Role;
        readonly deadline: Instant;
      }
    /** `deadline`: what the next role is given. */
    | { readonly type: 'escalate-hold'; readonly deadline: Instant }
    | { readonly type: 'report-hold'; readonly to: string; readonly plan?: string }
    | { readonly type: 'resolve-hold'; readonly what: string; readonly lesson: string }
    | { readonly type: 'feed-back-hold'; readonly on: PlainDate; readonly told: string }
    | { readonly type: 'release-hold' }
  );
export type HoldCommandType = HoldCommand['type'];
