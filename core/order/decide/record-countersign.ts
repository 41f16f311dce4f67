import type { PlainDate } from '../../value/date.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { postponedDates, postponementOf } from '../postponement.ts';
import { statusOf } from '../progress.ts';
import type { RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, IssuedLetter } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Rows 7 and 7b: the countersigned copy is back. It opens the order for shipping, or ends what a class A order owed. */
export function recordCountersign(
  command: CommandOf<'record-countersign'>,
  order: AwaitingCountersign | InExecution,
  { shipments, policy }: OrderContext,
): OrderDecision {
  const { on, time, copy } = command;
  const letter = letterOf(order);
  const refuse = (code: RefusalCode, date: PlainDate): OrderDecision =>
    no(refusal('record-countersign', statusOf(order, shipments), code, { date }));
  if (order.status === 'released' && order.countersignedOn !== undefined)
    return refuse('countersign.already-back', order.countersignedOn);
  if (on > command.today) return refuse('date.in-future', on);
  if (on < letter.issuedOn) return refuse('countersign.before-letter', letter.issuedOn);
  const postponed =
    order.status === 'released' ? [] : postponedDates(order, { on, ...(time && { time }) }, postponementOf(policy));
  return ok([{ type: 'countersign-received', on, postponed, ...(copy && { copy }), ...stamp(command) }]);
}

const letterOf = ({ letters }: AwaitingCountersign | InExecution): IssuedLetter => letters.at(-1) ?? letters[0];
