import type { PaymentTerms, PayWhen } from '../payment/terms.ts';
import { addDays, monthOf, type PlainDate } from '../value/date.ts';
import { add, type Decimal, isZero, multiply, round, subtract, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import { type DeliveredValue, deliveredValues } from './delivered.ts';
import type { TermedAccount } from './order-account.ts';

/** A part of what left, and the day it is to be paid. */
export interface Due {
  readonly amount: Decimal;
  /** null = not known before the customer has signed for the goods. */
  readonly on: PlainDate | null;
}

/**
 * What the terms make of everything that left, earliest first; sums to its value and later charges. What was to be paid
 * before the goods left is due on the day they did: until then it keeps a door shut, but it is no debt.
 */
export function duesOf(account: TermedAccount): readonly Due[] {
  const delivered = deliveredValues(account).flatMap((value) => split(value, account.terms));
  const charged = account.adjustments
    .filter(({ amount }) => !amount.startsWith('-') && !isZero(amount))
    .map(({ amount, on }) => ({ amount, on }));
  return [...delivered, ...charged].toSorted(earliestFirst);
}

/** The dues that so much money doesn't cover: it pays the oldest first. */
export function uncovered(dues: readonly Due[], money: Decimal): readonly Due[] {
  let left = money;
  return dues.flatMap(({ amount, on }) => {
    const open = subtract(amount, left);
    if (open.startsWith('-') || isZero(open)) {
      left = subtract(left, amount);
      return [];
    }
    left = zero;
    return [{ amount: open, on }];
  });
}

/** Instalments of one delivery: rounded as they add up, so that they come to its value. */
function split(value: DeliveredValue, terms: PaymentTerms): readonly Due[] {
  let share = zero;
  let before = zero;
  return terms.map((instalment) => {
    share = add(share, instalment.share);
    const upTo = round(multiply(value.amount, share), 2);
    const amount = subtract(upTo, before);
    before = upTo;
    return { amount, on: dueDate(value, instalment.when) };
  });
}

function dueDate({ shippedOn, receivedOn }: DeliveredValue, when: PayWhen): PlainDate | null {
  switch (when.at) {
    case 'order':
    case 'shipping':
      return shippedOn;
    case 'receipt':
      return receivedOn === null ? null : addDays(receivedOn, when.days);
    case 'shipped':
      return addDays(shippedOn, when.days);
    case 'month-end':
      return addDays(endOfMonth(shippedOn), when.days);
    default:
      return unreachable(when);
  }
}

function endOfMonth(date: PlainDate): PlainDate {
  const inNextMonth = addDays(`${monthOf(date)}-01` as PlainDate, 31);
  return addDays(inNextMonth, -Number(inNextMonth.slice(8)));
}

const earliestFirst = (a: Due, b: Due): number =>
  a.on === b.on ? 0 : a.on === null ? 1 : b.on === null ? -1 : a.on < b.on ? -1 : 1;

export const totalDue = (dues: readonly Due[]): Decimal => sum(dues.map(({ amount }) => amount));
