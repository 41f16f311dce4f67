import { stamp } from '../../order/stamp.ts';
import { addWorkingHours } from '../../policy/working-time.ts';
import { no, ok } from '../../value/result.ts';
import type { ReviewContext } from '../command.ts';
import { signersOf } from '../plan.ts';
import type { ReviewState } from '../state.ts';
import { type CommandOf, type ReviewDecision, written } from './decision.ts';

/** Row 4: whoever must sign may ask the customer first, with a deadline for the answer (R13). */
export function askCustomer(
  command: CommandOf<'ask-customer'>,
  { plan, questions }: ReviewState,
  { policy, time }: ReviewContext,
): ReviewDecision {
  const who = [...new Set(plan.steps.flatMap(signersOf))];
  if (!who.some((role) => command.by.roles.includes(role))) return no({ code: 'role.not-allowed', who });
  const question = written(command.question);
  if (question === undefined) return no({ code: 'statement.missing' });
  const replyBy = command.replyBy ?? addWorkingHours(command.at, policy.customerReplyHours, time);
  if (replyBy <= command.at) return no({ code: 'question.reply-by-past' });
  return ok([{ type: 'customer-asked', number: questions.length + 1, question, replyBy, ...stamp(command) }]);
}
