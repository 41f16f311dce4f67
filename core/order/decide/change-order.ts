import type { Role } from '../../policy/roles.ts';
import type { PlainDate } from '../../value/date.ts';
import { add, compare, isZero, maximum, minimum, multiply, subtract, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import type { OrderEvent } from '../event.ts';
import { heldBack } from '../held-back.ts';
import { isGiven } from '../order-type.ts';
import { progressOf, statusOf } from '../progress.ts';
import { dateDue } from '../promise.ts';
import type { Refusal } from '../refusal.ts';
import { type Holding, reserve } from '../reserve.ts';
import { sameGoods, sameSource } from '../same-goods.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, OrderLine, PostedContent, ToConfirm } from '../state.ts';
import { supplyOf } from '../supply.ts';
import type { CommandOf, OrderDecision } from './decision.ts';
import { nextLetter } from './issue-letter.ts';
import { mayNotSubmit } from './submit-order.ts';

type Changeable = ToConfirm | AwaitingCountersign | InExecution;

/**
 * Row C: a change request comes into force (core/change has judged it). What the order holds stays held as far as it is still
 * open; what is asked beyond that is there now; a letter that was out is followed by the next revision, which names the dates.
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
  const stopped = stoppedFromGrowing(command, order, content, context);
  if (stopped !== null) return no(stopped);
  const beyond = beyondCredit(command, order, content, context);
  if (beyond !== null) return no({ ...refusal(command.type, status, 'credit.exceeded', beyond.data), who: beyond.who });
  const reserved = reserve({ ...order, ...content }, context, {
    command: command.type,
    status,
    today: command.today,
    holdings: holdingsAfter(order, content, context),
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
  const open = new Set(
    progressOf({ ...order, ...content }, context.shipments)
      .filter((line) => !isZero(line.open))
      .map(({ line }) => line),
  );
  const promised = content.lines.map((line) => {
    const date = datePromised(line, order) ?? command.today;
    // What is late already is promised anew, not for a day that is over.
    return { line: line.line, date: open.has(line.line) && date < command.today ? command.today : date };
  });
  const letter = nextLetter(command, order, promised, context);
  return ok([changed, { type: 'letter-issued', letter, ...stamp(command) }]);
}

/** What each line is to hold; nothing of lines that are made or bought, or that hold nothing and aren't asked about. */
function holdingsAfter(before: Changeable, content: PostedContent, { shipments }: OrderContext): readonly Holding[] {
  const openBefore = new Map(progressOf(before, shipments).map((each) => [each.line, each]));
  return progressOf({ ...before, ...content }, shipments).flatMap(({ line, open }): readonly Holding[] => {
    const now = content.lines.find((each) => each.line === line);
    if (now === undefined || supplyOf(before, line) !== undefined) return [];
    const due = datePromised(now, before);
    const was = openBefore.get(line);
    const contentBefore = before.lines.find((each) => each.line === line);
    const isNew = was === undefined || !sameGoods(contentBefore, now) || !sameSource(contentBefore, now);
    if (isNew) return [{ content: now, asked: open, due }];
    const more = maximum(zero, subtract(open, was.open));
    const isSooner = (due ?? '') < (dateDue(before, line) ?? '');
    if (!before.reservations.some((each) => each.line === line))
      return isZero(more) && !isSooner ? [] : [{ content: now, asked: open, due }];
    // What it lacked before it may go on lacking: the change doesn't ask for it.
    const wanted = minimum(open, add(was.reserved, more));
    const kept = isSooner ? zero : minimum(open, was.reserved);
    return [{ content: now, kept, asked: subtract(wanted, kept), due }];
  });
}

/** A larger order is a new order for what is more: nothing held back, nothing long overdue. */
function stoppedFromGrowing(
  command: CommandOf<'change-order'>,
  order: Changeable,
  content: PostedContent,
  context: OrderContext,
): Refusal | null {
  if (compare(content.total, order.total) <= 0) return null;
  const status = statusOf(order, context.shipments);
  const held = heldBack(command.type, 'confirm', order, { holds: context.holds, status });
  if (held !== null) return held;
  const overdue = mayNotSubmit(command, context);
  return overdue && refusal(command.type, status, overdue.code, overdue.data);
}

/** Policy 5: what makes an order larger is answered for as a new order of that size would be; null when nobody has to. */
function beyondCredit(
  { answeredBy, by }: CommandOf<'change-order'>,
  order: Changeable,
  content: PostedContent,
  { review, money }: OrderContext,
): { readonly who: readonly Role[]; readonly data: Readonly<Record<string, string>> } | null {
  if (compare(content.total, order.total) <= 0 || isGiven(content)) return null;
  const { overCredit } = review.factsOf(content).customer;
  if (overCredit === null) return null;
  const { over, limit } = overCredit;
  const { tolerance, within, beyond } = money.policy.credit;
  const who = compare(over, multiply(limit, tolerance)) <= 0 ? [within, beyond] : [beyond];
  if (who.some((role) => answeredBy.includes(role) || by.roles.includes(role))) return null;
  const { currency } = money.policy;
  return { who, data: { customer: content.customer.code, debt: add(limit, over), limit, over, currency } };
}

/** The new date where the change moved it; else the one that counted before. */
function datePromised({ line, dueDate }: OrderLine, before: Changeable): PlainDate | undefined {
  const wished = before.lines.find((each) => each.line === line)?.dueDate;
  return dueDate === wished ? dateDue(before, line) : dueDate;
}
