import { type WorkingTime, workingHoursBetween } from '../policy/working-time.ts';
import type { Instant } from '../value/date.ts';
import type { CustomerQuestion } from './state.ts';

/**
 * Working hours between two moments during which the customer owed an answer: the office's clock stood still (R13, R59).
 * Questions that were open at the same time count once; an answer counts from when it arrived, not when it was entered.
 */
export function stoppedHours(
  /** As they were asked, oldest first. */
  questions: readonly CustomerQuestion[],
  since: Instant,
  now: Instant,
  time: WorkingTime,
): number {
  let hours = 0;
  let counted = since;
  for (const { from, to } of questions.map((question) => openOf(question, now))) {
    if (from > counted) counted = from;
    if (counted >= to) continue;
    hours += workingHoursBetween(counted, to, time);
    counted = to;
  }
  return hours;
}

interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** An answer that arrives after `now` is none yet. */
function openOf({ asked, answered }: CustomerQuestion, now: Instant): Pause {
  const isAnswered = answered !== undefined && answered.receivedAt < now;
  return { from: asked.at, to: isAnswered ? answered.receivedAt : now };
}
