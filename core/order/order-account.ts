import type { TermedAccount } from '../receivable/order-account.ts';
import type { OrderContext } from './context.ts';
import type { OrderState } from './state.ts';

/** The order's own account among those of its customer. That it isn't there is a broken invariant and throws. */
export function accountIn({ number }: OrderState, { money }: Pick<OrderContext, 'money'>): TermedAccount {
  const found = money.customer.accounts.find(({ order }) => order.number === number);
  if (found === undefined) throw new Error(`order ${number}: its account was not loaded`);
  return found;
}
