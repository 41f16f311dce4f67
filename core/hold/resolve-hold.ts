import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import type { HoldCommandOf, HoldContext, HoldDecision } from './decision.ts';
import type { RaisedHold, ReportedHold, ResolvedHold } from './hold.ts';
import { notInCharge } from './not-in-charge.ts';
import { isException } from './reasons.ts';
import { refuse } from './refuse.ts';

/** H4. */
export function resolveHold(
  command: HoldCommandOf<'resolve-hold'>,
  hold: RaisedHold | ReportedHold,
  context: HoldContext,
): HoldDecision {
  const what = command.what.trim();
  const lesson = command.lesson.trim();
  const foreign = notInCharge(command, hold, context);
  if (foreign !== null) return no(foreign);
  if (isException(hold.reason) && hold.status === 'raised')
    return no(refuse('resolve-hold', hold, 'hold.not-reported'));
  if (what === '' || lesson === '') return no(refuse('resolve-hold', hold, 'hold.lesson-missing'));
  return ok([{ type: 'hold-resolved', what, lesson, ...stamp(command) }]);
}

/** H5 (R46): customer and departments hear how it ended. */
export function feedBackHold(command: HoldCommandOf<'feed-back-hold'>, hold: ResolvedHold): HoldDecision {
  const { on, today } = command;
  const told = command.told.trim();
  if (hold.fedBack !== undefined)
    return no(refuse('feed-back-hold', hold, 'hold.fed-back-already', { date: hold.fedBack.on }));
  if (on > today) return no(refuse('feed-back-hold', hold, 'date.in-future', { date: on }));
  if (told === '') return no(refuse('feed-back-hold', hold, 'hold.nobody-told'));
  return ok([{ type: 'hold-fed-back', on, told, ...stamp(command) }]);
}
