import type { PlainDate } from '../../value/date.ts';
import { add, compare, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import type { OrderEvent } from '../event.ts';
import { progressOf, statusOf } from '../progress.ts';
import { dateDue } from '../promise.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, OrderLine, PostedContent, Reservation, ToConfirm } from '../state.ts';
import { promiseStock } from '../stock-promise.ts';
import { supplyOf } from '../supply.ts';
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
  const held = heldAnew(command, order, content, context);
  if ('short' in held) return no(refusal(command.type, status, 'stock.short', held.short));
  const changed: OrderEvent = {
    type: 'order-changed',
    change,
    content,
    reservations: held.reservations,
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

type Held = { readonly reservations: readonly Reservation[] } | { readonly short: Readonly<Record<string, string>> };

/** Goods for what is open of the new content, as if the order held nothing. */
function heldAnew(
  { today }: CommandOf<'change-order'>,
  order: Changeable,
  content: PostedContent,
  { shipments, stock }: OrderContext,
): Held {
  const progress = progressOf({ ...order, ...content }, shipments);
  const at = (line: number) => progress.find((each) => each.line === line);
  const waiting = content.lines.flatMap((line) => {
    const open = at(line.line)?.open ?? zero;
    return compare(open, zero) > 0 && supplyOf(order, line.line) === undefined ? [{ ...line, quantity: open }] : [];
  });
  const others = stock.openDemand.filter(({ orderNumber, gone }) => orderNumber !== order.number || gone);
  const { reservations, short } = promiseStock(
    { ...order, ...content, lines: waiting },
    { ...stock, openDemand: others, today },
  );
  const [first] = short;
  if (first !== undefined)
    return {
      short: {
        item: first.itemCode,
        wanted: first.wanted,
        available: first.available,
        items: short.map(({ itemCode }) => itemCode).join(', '),
      },
    };
  // What has left was taken from the reservation: it is part of what was ever held.
  return {
    reservations: reservations.map((each) => ({
      ...each,
      quantity: add(each.quantity, at(each.line)?.shipped ?? zero),
    })),
  };
}
