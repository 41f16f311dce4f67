import { addDays, type PlainDate } from '../../value/date.ts';
import { no, ok } from '../../value/result.ts';
import type { CommandMeta } from '../command.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { heldBack } from '../held-back.ts';
import { letterPaper } from '../number.ts';
import { later, lettersOf, rescheduledTo } from '../promise.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, IssuedLetter, OrderLine, OrderState, ToConfirm } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type IssueLetter = CommandOf<'issue-letter'>;

/** Rows 6 and 6b: the next revision, with a date promised for every line (R28) and the days it stays valid. */
export function issueLetter(
  command: IssueLetter,
  order: ToConfirm | AwaitingCountersign,
  context: OrderContext,
): OrderDecision {
  const held = heldBack(command.type, 'confirm', order, context);
  if (held !== null) return no(held);
  if (command.promisedOn !== undefined && command.promisedOn < command.today)
    return no(refusal('issue-letter', order.status, 'letter.date-past', { date: command.promisedOn }));
  const promised: { line: number; date: PlainDate }[] = [];
  for (const line of order.lines) {
    const date = later(datePromised(line, command), rescheduledTo(order, line.line));
    if (date === undefined)
      return no(
        line.dueDate === undefined
          ? refusal('issue-letter', order.status, 'letter.date-missing', { line: `${line.line}`, item: line.itemCode })
          : refusal('issue-letter', order.status, 'letter.date-past', { date: line.dueDate }),
      );
    promised.push({ line: line.line, date });
  }
  return ok([{ type: 'letter-issued', letter: nextLetter(command, order, promised, context), ...stamp(command) }]);
}

/** The next revision, valid for as many days as the policy says. */
export function nextLetter(
  { today }: CommandMeta,
  order: OrderState,
  promised: IssuedLetter['promised'],
  { policy }: OrderContext,
): Omit<IssuedLetter, 'issued'> {
  const revision = lettersOf(order).length + 1;
  const validUntil = addDays(today, policy.letter.validDays);
  return { revision, paper: letterPaper(order.number, revision), issuedOn: today, promised, validUntil };
}

/** The customer's wish as long as its day isn't over, else what the clerk names; of goods that have left, the day they left. */
function datePromised(
  { dueDate, shippedDate }: OrderLine,
  { promisedOn, today }: Pick<IssueLetter, 'promisedOn' | 'today'>,
): PlainDate | undefined {
  if (shippedDate !== undefined) return dueDate ?? shippedDate;
  return dueDate !== undefined && dueDate >= today ? dueDate : promisedOn;
}
