import type { Refusal } from '../order/refusal.ts';
import type { PlainDate } from '../value/date.ts';
import type { Payment } from './payment.ts';

/** Nothing is recorded before it happened. */
export const happenedBy = (on: PlainDate, today: PlainDate): Refusal | null =>
  on <= today ? null : { code: 'date.in-future', data: { date: on } };

/** Money goes back on a day from its receipt to today. */
export const happenedSince = ({ number, receivedOn }: Payment, on: PlainDate, today: PlainDate): Refusal | null =>
  on < receivedOn
    ? { code: 'payment.before-receipt', data: { payment: number, date: receivedOn } }
    : happenedBy(on, today);
