import { nextStepOf } from '../../core/order/next-step.ts';
import { doorsOf, type LifecycleCommand } from '../../core/order/transitions.ts';
import type { Role } from '../../core/policy/roles.ts';
import type { OrderView } from '../../core/wire/views.ts';

/** What is to be done next, and who is asked to do it. */
export interface NextHandOf {
  readonly command: LifecycleCommand;
  readonly roles: readonly Role[];
}

/** As the table of doors says; within a review, as its plan does. Null at the end of an order's life. */
export function nextHandOf(order: OrderView): NextHandOf | null {
  const step = nextStepOf(order.status);
  if (step === null) return null;
  if (step.command === 'approve-order' && order.review) return nextInReview(order.review, step.roles);
  const refused = order.actions.find(({ command }) => command === step.command)?.refusal;
  return { command: step.command, roles: refused?.who ?? step.roles };
}

/**
 * The customer answers first. Then those whose turn it is: whoever of them may sign all that is left approves in one go, else
 * they sign.
 */
function nextInReview({ steps, questions }: NonNullable<OrderView['review']>, approvers: readonly Role[]): NextHandOf {
  if (questions.some(({ answer }) => answer === undefined)) {
    const command = 'record-answer';
    return { command, roles: doorsOf(command).flatMap(({ roles }) => roles) };
  }
  const left = steps.filter(({ status }) => status !== 'agreed');
  if (left.length === 0) return { command: 'approve-order', roles: approvers };
  const turn = left.filter(({ status }) => status !== 'waiting').flatMap(({ asked, who }) => asked ?? who);
  const alone = approvers.filter(
    (role) => turn.includes(role) && left.every(({ status, who }) => status !== 'objected' && who.includes(role)),
  );
  return alone.length > 0
    ? { command: 'approve-order', roles: alone }
    : { command: 'sign-off', roles: [...new Set(turn)] };
}
