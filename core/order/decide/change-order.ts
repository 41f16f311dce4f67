import type { PlainDate } from '../../value/date.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import type { OrderEvent } from '../event.ts';
import { statusOf } from '../progress.ts';
import { dateDue } from '../promise.ts';
import { reserve } from '../reserve.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, OrderLine, ToConfirm } from '../state.ts';
import { suppliesOf } from '../supply.ts';
import type { CommandOf, OrderDecision } from './decision.ts';
import { nextLetter } from './issue-letter.ts';

type Changeable = ToConfirm | AwaitingCountersign | InExecution;

/**
 * Row C: a change request comes into force (core/change has judged it). What the order holds is given back and held anew for
 * what is still open, from what is there now; a letter that was out is followed by the next revision, which names the dates.
 * The customer has agreed to the change in writing: a copy that was countersigned need not be signed again.
 */
export function changeOrder(
  command: CommandOf<'change-order'>,
  order: Changeable,
  context: OrderContext,
): OrderDecision {
  const { change, content } = command;
  if (content === null) return ok([{ type: 'order-cancelled', change, ...stamp(command) }]);
  const status = statusOf(order, context.shipments);
  const reserved = reserve({ ...order, ...content }, context, {
    command: command.type,
    status,
    today: command.today,
    supplied: suppliesOf(order).map(({ line }) => line),
  });
  if (!reserved.ok) return no(reserved.reason);
  const changed: OrderEvent = {
    type: 'order-changed',
    change,
    content,
    reservations: reserved.value,
    ...stamp(command),
  };
  if (order.status === 'to-confirm') return ok([changed]);
  const promised = content.lines.map((line) => ({ line: line.line, date: datePromised(line, order) ?? command.today }));
  const letter = nextLetter(command, order, promised, context);
  return ok([changed, { type: 'letter-issued', letter, ...stamp(command) }]);
}

/** The new date where the change moved it; else the one that counted before. */
function datePromised({ line, dueDate }: OrderLine, before: Changeable): PlainDate | undefined {
  const wished = before.lines.find((each) => each.line === line)?.dueDate;
  return dueDate === wished ? dateDue(before, line) : dueDate;
}
