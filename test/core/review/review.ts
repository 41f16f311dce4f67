import type { CommandMeta } from '../../../core/order/command.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { Actor } from '../../../core/policy/roles.ts';
import type { WorkingTime } from '../../../core/policy/working-time.ts';
import type { ReviewCommand, ReviewContext } from '../../../core/review/command.ts';
import { decideReview } from '../../../core/review/decide/decide-review.ts';
import type { ReviewDecision } from '../../../core/review/decide/decision.ts';
import type { ReviewEvent } from '../../../core/review/event.ts';
import { evolveReview, newRound } from '../../../core/review/evolve.ts';
import { type OpenSteps, openSteps } from '../../../core/review/open-steps.ts';
import type { ReviewPlan } from '../../../core/review/plan.ts';
import type { ReviewState } from '../../../core/review/state.ts';
import type { Instant } from '../../../core/value/date.ts';
import { date } from '../order/sample-order.ts';
import { standardReviewPolicy } from '../policy/standard-policies.ts';

/** A time on the office's clock; 20 November 2026 is a Friday. */
export const at = (time: string, day = '2026-11-20'): Instant =>
  new Date(`${day}T${time}:00+08:00`).toISOString() as Instant;
export const time: WorkingTime = {
  timeZone: 'Asia/Shanghai',
  calendar: { holidays: 'CN', closed: [], open: [] },
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
};

export const asks = (actor: Actor, when: Instant, reason?: string): CommandMeta => ({
  by: actor,
  at: when,
  policy: 1,
  today: date(when.slice(0, 10)),
  ...(reason === undefined ? {} : { reason }),
});

/** A review in memory: what the order's own decide and evolve do around it. */
export class Review {
  readonly events: ReviewEvent[] = [];
  /** When each round after the first began, and after how many events. */
  readonly #rounds: { readonly after: number; readonly at: Instant }[] = [];
  context: ReviewContext;

  constructor(plan: ReviewPlan, more: Partial<ReviewContext> = {}, when = at('09:00')) {
    const by = { userId: 'wang', name: 'wang' };
    this.context = {
      order: { contentHash: plan.contentHash, lastEdited: { at: when, by } },
      hands: [{ by: { userId: 'wang' } }],
      duties: 'strict',
      policy: standardReviewPolicy,
      time,
      ...more,
    };
    this.plan(plan, when);
  }

  plan = (plan: ReviewPlan, when: Instant): void => {
    this.events.push({ type: 'review-planned', plan, at: when, by: { userId: 'wang', name: 'wang' } });
  };
  /** The clerk changes the order and submits it again. */
  edit = (contentHash: string, when: Instant): void => {
    this.context = {
      ...this.context,
      order: { contentHash, lastEdited: { at: when, by: { userId: 'wang', name: 'wang' } } },
    };
    const { plan } = this.state();
    this.round(when);
    this.plan({ ...plan, contentHash }, when);
  };
  /** Handed in again, or back from the customer. */
  round = (when: Instant): void => {
    this.#rounds.push({ after: this.events.length, at: when });
  };
  state = (): ReviewState => {
    let state: ReviewState | null = null;
    for (const [count, event] of this.events.entries()) state = evolveReview(this.#begun(state, count), event);
    state = this.#begun(state, this.events.length);
    if (state === null) throw new Error('a review without events');
    return state;
  };
  #begun = (state: ReviewState | null, count: number): ReviewState | null =>
    this.#rounds
      .filter(({ after }) => after === count)
      .reduce((review, round) => review && newRound(review, round.at), state);
  open = (now: Instant): OpenSteps => openSteps(this.state(), this.context.order, now, this.context.time);

  do(command: ReviewCommand): ReviewDecision {
    const decision = decideReview(command, this.state(), this.context);
    if (decision.ok) this.events.push(...decision.value);
    return decision;
  }

  /** Signs, or fails the test. */
  sign(actor: Actor, step: string, when: Instant, more: Partial<Extract<ReviewCommand, { type: 'sign-off' }>> = {}) {
    return this.do({
      type: 'sign-off',
      step,
      verdict: 'agree',
      contentHash: this.context.order.contentHash,
      ...asks(actor, when),
      ...more,
    });
  }
}

/** The refusal, or a failed test. */
export function refused(decision: ReviewDecision): Refusal {
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  return decision.reason;
}
export function done(decision: ReviewDecision): readonly ReviewEvent[] {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.reason)}`);
  return decision.value;
}
