import type { InvoiceNumber } from '../../../core/invoice/invoice.ts';
import { formatNumber, type SeriesKind } from '../../../core/order/number.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { PaymentNumber } from '../../../core/payment/payment.ts';
import type { ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { type Month, monthOf, type PlainDate } from '../../../core/value/date.ts';
import { compare, type Decimal } from '../../../core/value/decimal.ts';
import { type Chance, chance } from './chance.ts';
import { type Commit, orderLife, stepsToReceipt } from './order-life.ts';
import { postedOrder } from './posted-order.ts';
import { type Received, settleMonth } from './settle-month.ts';

/** How much an office has stored. */
export interface Amount {
  readonly orders: number;
  /** Of them not closed yet: most of them the latest, one in ten left over from the year before. */
  readonly open: number;
  readonly seed: number;
}

/** Five years of an office. */
const months: readonly Month[] = Array.from({ length: 60 }, (_, index) => {
  const [year, month] = [2021 + Math.floor((index + 11) / 12), 1 + ((index + 11) % 12)];
  return `${year}-${String(month).padStart(2, '0')}` as Month;
});
export const lastDay = `${months.at(-1)}-28` as PlainDate;

/**
 * Month by month what was committed of the orders posted in it. Numbers are continuous per series and month; records that
 * point at each other lie in one month's commits, so that a month can be made without the others.
 */
export function* officeYears({ orders, open, seed }: Amount): Generator<readonly Commit[]> {
  const chances = chance(seed);
  const numbers = new Numbers();
  const leftOver = Math.floor(open / 10);
  const latest = orders - (open - leftOver);
  const ofMonth = Math.floor(orders / months.length);
  // The orders of the year before the latest, evenly.
  const everySoMany = Math.max(1, Math.floor(Math.min(latest, ofMonth * 12) / Math.max(1, leftOver)));
  const isLeftOver = (index: number) =>
    index < latest && index >= latest - leftOver * everySoMany && (latest - index) % everySoMany === 0;
  for (const [at, month] of months.entries()) {
    const from = Math.floor((orders * at) / months.length);
    const to = Math.floor((orders * (at + 1)) / months.length);
    const isOpen = Array.from({ length: to - from }, (_, index) => from + index >= latest || isLeftOver(from + index));
    yield oneMonth(chances, numbers, month, isOpen);
  }
}

/** A month's orders, spread over its days; of each whether it stays open. */
function oneMonth(chances: Chance, numbers: Numbers, month: Month, isOpen: readonly boolean[]): readonly Commit[] {
  const commits: Commit[] = [];
  const settled = new Map<string, Received[]>();
  for (const [index, open] of isOpen.entries()) {
    const posted = `${month}-${String(1 + Math.floor((index * 28) / isOpen.length)).padStart(2, '0')}` as PlainDate;
    const number = numbers.next('SO', month) as OrderNumber;
    const content = postedOrder(chances, { number, key: `PO-${number.slice(3)}`, on: posted });
    const inParts = chances.oneIn(10) && compare(content.lines[0]?.quantity ?? ('0' as Decimal), '2' as Decimal) >= 0;
    const steps = open ? 1 + chances.roll(stepsToReceipt) : stepsToReceipt;
    const left = steps < stepsToReceipt - 1 ? 0 : inParts ? 2 : 1;
    const shipments = Array.from({ length: left }, () => numbers.next('DN', month) as ShipmentNumber);
    const life = orderLife({ content, posted, shipments }, steps);
    commits.push(...life.commits);
    if (open) continue;
    const { code } = content.customer;
    settled.set(code, [...(settled.get(code) ?? []), { content, version: life.version }]);
  }
  const on = `${month}-28` as PlainDate;
  for (const received of settled.values()) {
    const invoice = numbers.next('INV', month) as InvoiceNumber;
    const payment = numbers.next('PAY', month) as PaymentNumber;
    commits.push(...settleMonth(received, { invoice, payment, on }));
  }
  return commits;
}

/** Continuous numbers per series and month. */
class Numbers {
  readonly #used = new Map<string, number>();

  next(kind: SeriesKind, month: Month): string {
    const sequence = (this.#used.get(kind + month) ?? 0) + 1;
    this.#used.set(kind + month, sequence);
    return formatNumber({ kind, month, sequence });
  }
}

export const monthAfter = (date: PlainDate): Month => {
  const [year, month] = monthOf(date).split('-').map(Number) as [number, number];
  return (month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`) as Month;
};
