import { stampOf } from '../order/stamp.ts';
import type { Instant } from '../value/date.ts';
import { unreachable } from '../value/result.ts';
import type { ReviewEvent } from './event.ts';
import type { CustomerQuestion, ReviewState } from './state.ts';

type EventOf<Type extends ReviewEvent['type']> = Extract<ReviewEvent, { readonly type: Type }>;

/** The review after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveReview(review: ReviewState | null, event: ReviewEvent): ReviewState {
  if (event.type === 'review-planned') return planned(review, event);
  if (review === null) throw new Error(`${event.type} before any plan`);
  switch (event.type) {
    case 'step-signed': {
      const { type: _type, ...signOff } = event;
      return { ...review, signOffs: [...review.signOffs, signOff] };
    }
    case 'customer-asked': {
      const { number, question, replyBy } = event;
      return { ...review, questions: [...review.questions, { number, question, replyBy, asked: stampOf(event) }] };
    }
    case 'answer-recorded':
      return { ...review, questions: review.questions.map((question) => answered(question, event)) };
    default:
      return unreachable(event);
  }
}

/**
 * A new round: the order is handed in once more, or came back from the customer. Signatures and questions stay on record; who
 * must sign begins to be waited for anew.
 */
export const newRound = (review: ReviewState, at: Instant): ReviewState => ({
  ...review,
  since: at,
  signedBefore: review.signOffs.length,
});

/** What is asked is worked out afresh at every step; that begins no round. */
const planned = (review: ReviewState | null, { plan, at }: EventOf<'review-planned'>): ReviewState =>
  review === null ? { plan, since: at, signOffs: [], signedBefore: 0, questions: [] } : { ...review, plan };

function answered(question: CustomerQuestion, event: EventOf<'answer-recorded'>): CustomerQuestion {
  if (question.number !== event.number) return question;
  const { from, answer, receivedAt } = event;
  return { ...question, answered: { from, answer, receivedAt, recorded: stampOf(event) } };
}
