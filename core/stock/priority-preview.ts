import type { Item } from '../check/knowledge.ts';
import { type Precedence, type PriorityLaw, priorityLaws } from '../policy/priority-law.ts';
import { addDays, daysBetween, type PlainDate } from '../value/date.ts';
import { compare, type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import { answerOf, type Part } from './answer.ts';
import type { Measured } from './measure.ts';
import { hasWaitedTooLong, inPriority, type Standing } from './priority.ts';
import { laterOf, Stock, type StockGiven } from './stock.ts';

/** An order that waits for goods: what it says for coming first, and what it lacks. */
export interface Claim {
  readonly order: string;
  readonly customer: string;
  readonly standing: Standing;
  readonly lines: readonly ClaimLine[];
}
export interface ClaimLine {
  readonly line: number;
  readonly itemCode: string;
  /** Of the price list, where it is clear which. */
  readonly item: Item | undefined;
  readonly wanted: Measured;
  /** Where it is to come from, as far as the order says. */
  readonly warehouse?: string | undefined;
  readonly batch?: string | undefined;
  /** Absent = as soon as there is any. */
  readonly due?: PlainDate | undefined;
}

/** What one law would do (R23, R66). Nothing is promised by looking. */
export interface LawPreview {
  readonly law: PriorityLaw;
  /** First served first. */
  readonly orders: readonly OrderPreview[];
  /** Orders that get all they lack in time. */
  readonly filled: number;
  readonly late: number;
  /** Over all orders that are late. */
  readonly lateDays: number;
  /** Orders that nobody can name a day for. */
  readonly unknown: number;
}
export interface OrderPreview {
  readonly order: string;
  readonly customer: string;
  /** Comes first because it has waited too long, not by the law. */
  readonly waitedTooLong: boolean;
  readonly lines: readonly LinePreview[];
  /** By how many days its latest line is late; null = for some of it nobody knows a day. */
  readonly lateDays: number | null;
}
/** Wanted = inTime + what comes later + unknown; in the unit the stock sheet counts in, where it converts. */
export interface LinePreview {
  readonly line: number;
  readonly itemCode: string;
  readonly due?: PlainDate;
  readonly wanted: Decimal;
  readonly inTime: Decimal;
  /** Earliest first. */
  readonly later: readonly { readonly on: PlainDate; readonly quantity: Decimal }[];
  /** Nobody knows when. */
  readonly unknown: Decimal;
}

export interface PreviewGiven {
  /** In the order they came. */
  readonly claims: readonly Claim[];
  /** With what orders hold already: a law shares out what is left, it takes from nobody. */
  readonly stock: StockGiven;
  readonly longestWaitDays: number | null;
  /** Where an item names none; null = not known. */
  readonly leadTimeDays: number | null;
}

/** What each law would do with the same goods and the same orders. */
export const previewLaws = (given: PreviewGiven): readonly LawPreview[] =>
  priorityLaws.map((law) => previewOf(law, given));

function previewOf(law: PriorityLaw, given: PreviewGiven): LawPreview {
  const { claims, longestWaitDays, stock: book } = given;
  const precedence: Precedence = { law, longestWaitDays, today: book.today };
  const stock = new Stock(book);
  const orders = inPriority(claims, precedence, ({ standing }) => standing).flatMap((claim): OrderPreview[] => {
    const lines = claim.lines.flatMap((line) => serve(claim.order, line, stock, given) ?? []);
    const { order, customer, standing } = claim;
    const waitedTooLong = hasWaitedTooLong(standing, precedence);
    // What the stock sheet doesn't keep no law shares out.
    return lines.length === 0
      ? []
      : [{ order, customer, waitedTooLong, lines, lateDays: lateDaysOf(lines, book.today) }];
  });
  const late = orders.flatMap(({ lateDays }) => (lateDays === null || lateDays === 0 ? [] : [lateDays]));
  return {
    law,
    orders,
    filled: orders.filter(({ lateDays }) => lateDays === 0).length,
    late: late.length,
    lateDays: late.reduce((total, days) => total + days, 0),
    unknown: orders.filter(({ lateDays }) => lateDays === null).length,
  };
}

/** Null where the stock sheet doesn't keep the item, or counts it in a unit nobody can convert. */
function serve(order: string, asked: ClaimLine, stock: Stock, given: PreviewGiven): LinePreview | null {
  const { line, itemCode, item, due, wanted, warehouse, batch } = asked;
  const goods = item ? stock.ofItem(item) : stock.of([itemCode]);
  if (goods === null || !goods.pool.isComparable(wanted.unit)) return null;
  const { today } = given.stock;
  const days = item?.leadTimeDays ?? given.leadTimeDays;
  const demand = {
    holder: { order },
    quantity: wanted.quantity,
    unit: wanted.unit,
    warehouse,
    batch,
    by: due === undefined ? null : laterOf(due, today),
    supplyFrom: days === null ? null : addDays(today, Math.ceil(days)),
  };
  const { available, parts } = answerOf(demand, goods.pool.take(demand));
  const unknown = subtract(wanted.quantity, sum(parts.map(({ quantity }) => quantity)));
  return {
    line,
    itemCode,
    ...(due && { due }),
    wanted: wanted.quantity,
    inTime: available,
    later: dated(parts),
    unknown,
  };
}

const dated = (parts: readonly Part[]): LinePreview['later'] =>
  parts.flatMap(({ on, quantity }) => (on === null ? [] : [{ on, quantity }]));

/** A day that has passed can't be kept any more: what is there today is late by no more than that. */
function lateDaysOf(lines: readonly LinePreview[], today: PlainDate): number | null {
  if (lines.some(({ unknown }) => compare(unknown, zero) > 0)) return null;
  return Math.max(...lines.map(({ due, later }) => lateDaysOfLine(due ?? today, later.at(-1)?.on ?? null, today)));
}

const lateDaysOfLine = (due: PlainDate, last: PlainDate | null, today: PlainDate): number =>
  Math.max(0, daysBetween(due, last ?? (due < today ? today : due)));
