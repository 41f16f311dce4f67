import { orderStatuses } from '../../core/order/status.ts';
import type { Reader } from '../ports.ts';

/** How many orders of the house stand confirmed, of all customers: whether its records are old enough to tell who is new. */
export async function ordersConfirmed(read: Reader): Promise<number> {
  const counts = await read.counts();
  return confirmedStatuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
}

const confirmedStatuses = orderStatuses.filter(
  (status) => !['draft', 'in-review', 'void', 'cancelled'].includes(status),
);
