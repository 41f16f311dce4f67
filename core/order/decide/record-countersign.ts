import { isClassA } from '../../policy/customer-class.ts';
import { addDays, daysBetween, type PlainDate } from '../../value/date.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { statusOf } from '../progress.ts';
import type { RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, IssuedLetter } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Rows 7 and 7b: the countersigned copy is back. It opens the order for shipping, or ends what a class A order owed. */
export function recordCountersign(
  command: CommandOf<'record-countersign'>,
  order: AwaitingCountersign | InExecution,
  { shipments }: OrderContext,
): OrderDecision {
  const { on } = command;
  const letter = letterOf(order);
  const refuse = (code: RefusalCode, date: PlainDate): OrderDecision =>
    no(refusal('record-countersign', statusOf(order, shipments), code, { date }));
  if (order.status === 'released' && order.countersignedOn !== undefined)
    return refuse('countersign.already-back', order.countersignedOn);
  if (on > command.today) return refuse('date.in-future', on);
  if (on < letter.issuedOn) return refuse('countersign.before-letter', letter.issuedOn);
  const postponed = order.status === 'released' || isClassA(order.customer.customerClass) ? [] : movedDates(order, on);
  return ok([{ type: 'countersign-received', on, postponed, ...stamp(command) }]);
}

/** R27: a copy that comes back late moves each promise by as many calendar days; goods that have left keep theirs. */
function movedDates(order: AwaitingCountersign, on: PlainDate): readonly { line: number; date: PlainDate }[] {
  const letter = letterOf(order);
  const late = daysBetween(letter.issuedOn, on);
  if (late <= 0) return [];
  const left = new Set(order.lines.filter((line) => line.shippedDate !== undefined).map((line) => line.line));
  return letter.promised
    .filter(({ line }) => !left.has(line))
    .map(({ line, date }) => ({ line, date: addDays(date, late) }));
}

const letterOf = ({ letters }: AwaitingCountersign | InExecution): IssuedLetter => letters.at(-1) ?? letters[0];
