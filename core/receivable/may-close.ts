import type { Invoice } from '../invoice/invoice.ts';
import { invoicedOf } from '../invoice/invoiced-of.ts';
import type { Refusal } from '../order/refusal.ts';
import { add, compare, subtract } from '../value/decimal.ts';
import type { DoorContext } from './doors.ts';
import type { OrderAccount } from './order-account.ts';
import { owedOf, paidBy } from './owed.ts';

/**
 * Row 15, R49: an order closes when it is paid or written off, and invoiced. Null when nothing of money keeps it open.
 * Invoiced is what costs something: every line whole, or, where goods were credited after a return, what is left to pay.
 */
export function mayClose(
  account: OrderAccount,
  invoices: readonly Invoice[],
  { today, policy }: Pick<DoorContext, 'today' | 'policy'>,
): Refusal | null {
  const { order } = account;
  const { owed, writtenOff } = owedOf(account);
  const settled = add(paidBy(account, today, policy), writtenOff);
  const place = { order: order.number, currency: order.currency };
  if (compare(settled, owed) < 0) return { code: 'close.unpaid', data: { ...place, open: subtract(owed, settled) } };
  const invoiced = invoicedOf({ order, invoices });
  if (invoiced.axis === 'full' || compare(invoiced.amount, owed) >= 0) return null;
  return { code: 'close.not-invoiced', data: { ...place, open: subtract(owed, invoiced.amount) } };
}
