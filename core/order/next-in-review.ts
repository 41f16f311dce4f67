import type { Role } from '../policy/roles.ts';
import { type NextStep, nextStepOf } from './next-step.ts';
import { doorsOf } from './transitions.ts';

/** A step of a review plan, as far as it says whose turn it is. */
export interface StepToSign {
  readonly status: 'waiting' | 'open' | 'objected' | 'agreed';
  /** Who may sign it. */
  readonly who: readonly Role[];
  /** Who is asked by now. */
  readonly asked?: readonly Role[] | undefined;
}

/**
 * The customer answers first. Then those whose turn it is: whoever of them may sign all that is left approves in one go, else
 * they sign.
 */
export function nextInReview(steps: readonly StepToSign[], isAnswerMissing: boolean): NextStep {
  if (isAnswerMissing) return stepFor('record-answer');
  const approvers: readonly Role[] = nextStepOf('in-review')?.roles ?? [];
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

const stepFor = (command: 'record-answer'): NextStep => ({
  command,
  roles: doorsOf(command).flatMap(({ roles }) => roles),
});
