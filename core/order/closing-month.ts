import { dateIn, type Month, monthOf } from '../value/date.ts';
import type { OrderState } from './state.ts';

/**
 * The month an order is archived with: the one it was closed in, by the company's calendar. Closing is the last thing that
 * happens to an order, so a month's archive is complete once everything closed in it is there, however long the order ran.
 * Null while it isn't closed.
 */
export const closingMonth = (order: OrderState, timeZone: string): Month | null =>
  order.status === 'closed' || order.status === 'archived' ? monthOf(dateIn(order.closed.at, timeZone)) : null;
