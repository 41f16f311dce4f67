import type { Stamp } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import type { Instant } from '../value/date.ts';
import type { ReviewPlan, StepId } from './plan.ts';

/** Where the review of one order stands. Part of the order's own record. */
export interface ReviewState {
  readonly plan: ReviewPlan;
  /** When this round began: the order was handed in, or came back from the customer. The clock of its first stage. */
  readonly since: Instant;
  /** All that was ever signed, oldest first; what holds of it, `openSteps` says. */
  readonly signOffs: readonly SignOff[];
  /** How many of `signOffs` were given in rounds before this one. */
  readonly signedBefore: number;
  /** All that was ever asked, oldest first. */
  readonly questions: readonly CustomerQuestion[];
}

/** object: not like this. agree-on-condition: only if what the statement says is done. */
export const verdicts = ['agree', 'agree-on-condition', 'object'] as const;
export type Verdict = (typeof verdicts)[number];

/** A signature under one step of the plan; void as soon as the order says something else than what was signed. */
export interface SignOff extends Stamp {
  readonly step: StepId;
  readonly verdict: Verdict;
  /** In writing, with name and time; what was only said doesn't count (R13). */
  readonly statement?: string;
  /** The role it was signed in. */
  readonly role: Role;
  /** Of the content that was signed. */
  readonly contentHash: string;
}

/** A question back to the customer (row 4); the clock of the review stands still until he answers. */
export interface CustomerQuestion {
  /** 1, 2, … */
  readonly number: number;
  readonly question: string;
  readonly asked: Stamp;
  readonly replyBy: Instant;
  readonly answered?: CustomerAnswer;
}

export interface CustomerAnswer {
  /** Who of the customer's people said so. */
  readonly from: string;
  readonly answer: string;
  /** When his words arrived; `recorded` says when they were entered. */
  readonly receivedAt: Instant;
  readonly recorded: Stamp;
}
