import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import type { HoldCommandOf, HoldContext, HoldDecision } from './decision.ts';
import { escalationDue } from './escalation.ts';
import type { RaisedHold, ReportedHold } from './hold.ts';
import { refuse } from './refuse.ts';

/** H2: recorded when it is due; who sends it makes no difference. */
export function escalateHold(
  command: HoldCommandOf<'escalate-hold'>,
  hold: RaisedHold | ReportedHold,
  { chain }: HoldContext,
): HoldDecision {
  const { at, deadline } = command;
  const to = escalationDue(hold, at, chain);
  if (to === null) return no(refuse('escalate-hold', hold, 'hold.not-due'));
  if (deadline <= at) return no(refuse('escalate-hold', hold, 'hold.deadline-past'));
  return ok([{ type: 'hold-escalated', to, deadline, ...stamp(command) }]);
}

/** H3 (R46). */
export function reportHold(command: HoldCommandOf<'report-hold'>, hold: RaisedHold): HoldDecision {
  const to = command.to.trim();
  const plan = (command.plan ?? '').trim();
  if (to === '') return no(refuse('report-hold', hold, 'hold.nobody-told'));
  return ok([{ type: 'hold-reported', to, ...(plan !== '' && { plan }), ...stamp(command) }]);
}
