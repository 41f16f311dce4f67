import type { PlainDate } from '../value/date.ts';
import { later } from './promise.ts';
import type { IssuedLetter, LineDate, OrderLine, OrderState } from './state.ts';

/**
 * 约定到货日期, the fifth date (R28, R61): the last date the customer agreed to have the goods by. Begins with what the order
 * says when it is confirmed; a letter he countersigned may make it later, a change in force sets it anew. What we postpone
 * (R27) or give away (row A) never moves it: he didn't agree to that.
 */
export interface LineArrival {
  readonly agreedArrival?: PlainDate;
  /** Promised to him first, by the first letter since the order was confirmed; completion, not arrival. */
  readonly firstPromised?: PlainDate;
}

export function arrivalOf(order: OrderState, line: number): LineArrival {
  const agreedArrival =
    'agreed' in order && order.agreed !== undefined
      ? dateOf(order.agreed, line)
      : order.lines.find((each) => each.line === line)?.agreedArrival;
  const letters: readonly IssuedLetter[] = 'letters' in order ? (order.letters ?? []) : [];
  const [firstPromised] = letters.flatMap(({ promised }) => dateOf(promised, line) ?? []);
  return { ...(agreedArrival && { agreedArrival }), ...(firstPromised && { firstPromised }) };
}

/** What the customer asked for, and was confirmed. */
export const agreedAtApproval = (lines: readonly OrderLine[]): readonly LineDate[] =>
  lines.flatMap((content) => {
    const date = askedFor(content);
    return date === undefined ? [] : [{ line: content.line, date }];
  });

/** He signed a letter: goods that are completed later than was agreed can't arrive by that day. */
export const agreedByLetter = (
  agreed: readonly LineDate[],
  { promised }: Pick<IssuedLetter, 'promised'>,
): readonly LineDate[] => promised.map(({ line, date }) => ({ line, date: later(dateOf(agreed, line), date) ?? date }));

/** He agreed to a change in writing: to the dates it moved, not to those of other lines that we had moved before. */
export const agreedByChange = (
  agreed: readonly LineDate[],
  before: readonly OrderLine[],
  after: readonly OrderLine[],
): readonly LineDate[] =>
  after.flatMap((content) => {
    const { line } = content;
    const was = before.find((each) => each.line === line);
    const isMoved = was === undefined || askedFor(was) !== askedFor(content);
    const date = isMoved ? askedFor(content) : dateOf(agreed, line);
    return date === undefined ? [] : [{ line, date }];
  });

const askedFor = ({ agreedArrival, dueDate }: OrderLine): PlainDate | undefined => agreedArrival ?? dueDate;

const dateOf = (dates: readonly LineDate[], line: number): PlainDate | undefined =>
  dates.find((each) => each.line === line)?.date;
