import { isStillCovered } from '../../../core/hold/still-covered.ts';
import { customerHistory } from '../../../core/order/customer-history.ts';
import { checkPolicyOf } from '../../../core/policy/check-policy.ts';
import { add, compare, multiply, subtract, zero } from '../../../core/value/decimal.ts';
import type { LoadedOrder, Situation } from './record-use.ts';

/** What is asked again before a hold is released: the world went on meanwhile (row H). */

type Asking = Pick<Situation<'hold'>, 'caller' | 'loaded' | 'openDemand'>;

/** The stock book still has what the order holds of it. */
export const stockAllows = (held: LoadedOrder, { caller, loaded, openDemand }: Asking): boolean =>
  isStillCovered(held, { stock: loaded.stock, prices: loaded.prices, openDemand, today: caller.moment.today });

/**
 * By the customer book and his open orders, as the check of a new order judges (policies 5 and 6): he isn't long overdue, and
 * within his limit, or who releases may let him go beyond it. Nobody limits a customer who isn't in the book.
 */
export function creditAllows(customerCode: string, { caller, loaded }: Asking): boolean {
  const { credit } = checkPolicyOf(caller.policy);
  const customer = loaded.customers?.customers.find(({ code }) => code === customerCode);
  if ((customer?.overdueDays ?? 0) > credit.overdueStopDays) return false;
  if (customer?.creditLimit === undefined) return true;
  const orders = loaded.records('order').ofCustomer(customerCode);
  const { currency, timeZone } = caller.profile;
  const { openAmounts } = customerHistory(
    orders.map(({ state }) => state),
    { today: caller.moment.today, timeZone },
  );
  const open = openAmounts.find((amount) => amount.currency === currency)?.amount ?? zero;
  const over = subtract(add(customer.receivable ?? zero, open), customer.creditLimit);
  if (compare(over, zero) <= 0) return true;
  const isWithin = compare(over, multiply(customer.creditLimit, credit.tolerance)) <= 0;
  const who = isWithin ? [credit.within, credit.beyond] : [credit.beyond];
  return who.some((role) => caller.user.roles.includes(role));
}
