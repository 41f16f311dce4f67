import type { CommandMeta } from '../order/command.ts';
import type { WorkingTime } from '../policy/working-time.ts';
import type { Hand } from '../record/other-hands.ts';
import type { Instant } from '../value/date.ts';
import type { SignedContent } from './open-steps.ts';
import type { Verdict } from './state.ts';

/** What somebody wants done in the review of an order, in the imperative. */
export type ReviewCommand = CommandMeta &
  (
    | {
        readonly type: 'sign-off';
        /** `ReviewStep.id`, as it came over the wire. */
        readonly step: string;
        readonly verdict: Verdict;
        readonly statement?: string;
        /** Of what the signer saw. */
        readonly contentHash: string;
      }
    | {
        readonly type: 'ask-customer';
        readonly question: string;
        /** Absent = by the policy's hours. */
        readonly replyBy?: Instant;
      }
    | {
        readonly type: 'record-answer';
        /** `CustomerQuestion.number` */
        readonly number: number;
        readonly from: string;
        readonly answer: string;
        readonly receivedAt: Instant;
      }
  );

/** What a decision about a review must know beyond it. */
export interface ReviewContext {
  /** The order as it is. */
  readonly order: SignedContent;
  /** Who posted, last edited and submitted the order: they don't sign it (R62). */
  readonly hands: readonly Hand[];
  /** single-person: they do, with a reason on record. */
  readonly duties: 'strict' | 'single-person';
  readonly policy: { readonly customerReplyHours: number };
  readonly time: WorkingTime;
}
