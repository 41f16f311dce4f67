import type { OrderContent } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import { addWorkingHours, type WorkingTime } from '../policy/working-time.ts';
import type { Instant } from '../value/date.ts';
import type { ReviewStep } from './plan.ts';
import type { CustomerQuestion, ReviewState, SignOff } from './state.ts';
import { stoppedHours } from './stopped-hours.ts';

/** Where each step of a plan stands. */
export type StepStanding =
  /** Earlier stages come first. */
  | { readonly status: 'waiting'; readonly step: ReviewStep }
  | ({ readonly status: 'open'; readonly step: ReviewStep } & Urgency)
  /** Closed until whoever objected, or somebody above him, thinks otherwise. */
  | { readonly status: 'objected'; readonly step: ReviewStep; readonly signOff: SignOff }
  | { readonly status: 'agreed'; readonly step: ReviewStep; readonly signOff: SignOff };

export interface Urgency {
  /** When the step's turn came. */
  readonly since: Instant;
  /** Moves on while the customer owes an answer. */
  readonly due: Instant;
  readonly isLate: boolean;
  /** Who is asked by now: each time the deadline has passed once more, the next level besides. */
  readonly asked: readonly Role[];
}

export interface OpenSteps {
  /** Every step of the plan, in its order. */
  readonly steps: readonly StepStanding[];
  /** Signed for content that has changed since, or agreed to in an earlier round: on record, but worth nothing. */
  readonly voided: readonly SignOff[];
  /** Questions the customer hasn't answered. */
  readonly questions: readonly (CustomerQuestion & { readonly isLate: boolean })[];
  /** Everybody agrees to this content, and no answer is missing: the order may be confirmed. */
  readonly isComplete: boolean;
}

/** What an order must say of itself for its signatures to be judged; an OrderState fits. */
export type SignedContent = Pick<OrderContent, 'contentHash' | 'lastEdited'>;

/** What is still to be signed, what may be signed now, what is late and who is told. */
export function openSteps(review: ReviewState, order: SignedContent, now: Instant, time: WorkingTime): OpenSteps {
  const { plan, signOffs, questions } = review;
  const valid = validOf(review, order);
  const steps = plan.steps.map((step): StepStanding => {
    const signOff = valid.findLast((each) => each.step === step.id);
    if (signOff !== undefined) return { status: signOff.verdict === 'object' ? 'objected' : 'agreed', step, signOff };
    const since = turnOf(step, review, valid);
    return since === null
      ? { status: 'waiting', step }
      : { status: 'open', step, ...urgencyOf(step, since, review, now, time) };
  });
  const unanswered = questions.filter(({ answered }) => answered === undefined);
  return {
    steps,
    voided: signOffs.filter((signOff) => !valid.includes(signOff)),
    questions: unanswered.map((question) => ({ ...question, isLate: now > question.replyBy })),
    isComplete: unanswered.length === 0 && steps.every(({ status }) => status === 'agreed'),
  };
}

/**
 * Any edit voids every signature, also one that was taken back again by another. A yes holds for the round it was given in:
 * when a letter ran out or came back, prices, debts and stock are others. A no stands in every round, until its signer or
 * somebody above him thinks otherwise; else a question back to the clerk would silence it.
 */
function validOf(
  { signOffs, signedBefore }: ReviewState,
  { contentHash, lastEdited }: SignedContent,
): readonly SignOff[] {
  const isLast = ({ step }: SignOff, index: number): boolean =>
    !signOffs.slice(index + 1).some((each) => each.step === step);
  return signOffs.filter((signOff, index) => {
    if (signOff.contentHash !== contentHash || signOff.at < lastEdited.at) return false;
    return index >= signedBefore || (signOff.verdict === 'object' && isLast(signOff, index));
  });
}

/** When the last of the earlier stages agreed; null while one of them hasn't. */
function turnOf({ stage }: ReviewStep, { plan, since }: ReviewState, valid: readonly SignOff[]): Instant | null {
  let turn = since;
  for (const earlier of plan.steps.filter((step) => step.stage < stage)) {
    const signOff = valid.findLast((each) => each.step === earlier.id);
    if (signOff === undefined || signOff.verdict === 'object') return null;
    if (signOff.at > turn) turn = signOff.at;
  }
  return turn;
}

function urgencyOf(
  { levels, hours }: ReviewStep,
  since: Instant,
  { questions }: ReviewState,
  now: Instant,
  time: WorkingTime,
): Urgency {
  const stopped = stoppedHours(questions, since, now, time);
  const due = (times: number): Instant => addWorkingHours(since, hours * times + stopped, time);
  const asked = levels.filter((_level, height) => height === 0 || now > due(height));
  return { since, due: due(1), isLate: now > due(1), asked: asked.flat() };
}
