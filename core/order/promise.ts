import type { PlainDate } from '../value/date.ts';
import { unreachable } from '../value/result.ts';
import type { IssuedLetter, OrderState } from './state.ts';

/** Every letter of the order ever issued, oldest first; the last need not hold any more. */
export function lettersOf(order: OrderState): readonly IssuedLetter[] {
  const current = 'letters' in order && order.letters !== undefined ? order.letters : [];
  return [...(order.earlier ?? []).flatMap((round) => round.letters), ...current];
}

/** The letter that holds now; null before one is issued, after it came back corrected, and when the order was given up. */
export function letterInForce(order: OrderState): IssuedLetter | null {
  switch (order.status) {
    case 'awaiting-countersign':
    case 'released':
    case 'closed':
    case 'archived':
    case 'destroyed':
      return order.letters.at(-1) ?? null;
    case 'draft':
    case 'faulty':
    case 'in-review':
    case 'to-confirm':
    case 'void':
    case 'cancelled':
      return null;
    default:
      return unreachable(order);
  }
}

/** The date promised in the letter in force (R28), and the date it moved to (R27, row A); absent when there is none. */
export interface LinePromise {
  readonly promised?: PlainDate;
  readonly postponed?: PlainDate;
}

export function promiseOf(order: OrderState, line: number): LinePromise {
  const promised = letterInForce(order)?.promised.find((promise) => promise.line === line)?.date;
  if (promised === undefined) return {};
  const late = 'postponed' in order ? order.postponed?.find((promise) => promise.line === line)?.date : undefined;
  const moved = later(late, rescheduledTo(order, line));
  return moved === undefined ? { promised } : { promised, postponed: moved };
}

/** The date a line got when it lost its goods to another order (row A). */
export const rescheduledTo = (order: OrderState, line: number): PlainDate | undefined =>
  'rescheduled' in order ? order.rescheduled?.findLast((each) => each.line === line)?.date : undefined;

export const later = (a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** The date that counts for a line: postponed, else promised, else the one the customer wished. */
export function dateDue(order: OrderState, line: number): PlainDate | undefined {
  const { promised, postponed } = promiseOf(order, line);
  const wished = order.lines.find((candidate) => candidate.line === line)?.dueDate;
  return postponed ?? promised ?? rescheduledTo(order, line) ?? wished;
}
