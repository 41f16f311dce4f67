import { isGiven } from '../order/order-type.ts';
import type { PayableOrder } from './order-account.ts';

/** Given up, or given: a sample, or what the house orders itself. */
export const owesNothing = (order: Pick<PayableOrder, 'status' | 'type'>): boolean =>
  isGivenUp(order) || isGiven(order);

/** Nothing is owed for an order that was given up; nothing of it can have left. */
export const isGivenUp = ({ status }: Pick<PayableOrder, 'status'>): boolean =>
  status === 'void' || status === 'cancelled';
