import { stamp } from '../../order/stamp.ts';
import { no, ok } from '../../value/result.ts';
import type { ReviewState } from '../state.ts';
import { type CommandOf, type ReviewDecision, written } from './decision.ts';

/** The customer's answer, in his words, with who said so and when it arrived; the clock goes on from then. */
export function recordAnswer(command: CommandOf<'record-answer'>, { questions }: ReviewState): ReviewDecision {
  const { number, receivedAt } = command;
  const asked = questions.find((question) => question.number === number);
  if (asked === undefined) return no({ code: 'question.unknown', data: { number: `${number}` } });
  if (asked.answered !== undefined)
    return no({ code: 'question.answered', data: { number: `${number}`, name: asked.answered.recorded.by.name } });
  const [from, answer] = [written(command.from), written(command.answer)];
  if (from === undefined || answer === undefined) return no({ code: 'statement.missing' });
  if (receivedAt < asked.asked.at || receivedAt > command.at) return no({ code: 'question.answer-time' });
  return ok([{ type: 'answer-recorded', number, from, answer, receivedAt, ...stamp(command) }]);
}
