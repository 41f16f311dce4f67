import type { CustomerBook } from '../check/knowledge.ts';
import type { Opening } from '../opening/opening.ts';
import { isConfirmed } from '../order/customer-history.ts';
import type { OrderNumber, OrderState } from '../order/state.ts';
import type { Payment } from '../payment/payment.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { GoodsReturn } from '../return/goods-return.ts';
import type { WriteOff } from '../write-off/write-off.ts';
import { byOrder } from './by-order.ts';
import type { CustomerAccount, Delivery, OrderAccount } from './order-account.ts';
import { isGivenUp } from './owes-nothing.ts';
import { creditsOf } from './return-credits.ts';
import { termsInForce } from './terms-in-force.ts';

/** Everything one customer has with the house, as the records tell it. */
export interface CustomerRecords {
  readonly customerCode: string;
  readonly orders: readonly OrderState[];
  readonly shipments: readonly Delivery[];
  readonly payments: readonly Payment[];
  readonly writeOffs: readonly WriteOff[];
  readonly returns: readonly GoodsReturn[];
  readonly openings: readonly Opening[];
}

/** What else an account depends on. */
export interface AccountFacts {
  readonly policy: MoneyPolicy;
  /** IANA name: a return is credited on a day of the company's own. */
  readonly timeZone: string;
  /** As published; the credit limit stands there. */
  readonly customers: CustomerBook | null;
  /** Whether an item is made for one customer only (policy 4). */
  isCustomMade(itemCode: string): boolean;
  /** Orders of the house confirmed so far, of all customers (policy 7). */
  readonly confirmedInAll: number;
}

/** R19, R45: the customer's account with the terms that hold for each of his orders. */
export function customerAccountOf(records: CustomerRecords, facts: AccountFacts): CustomerAccount {
  const { customerCode, orders, payments } = records;
  const confirmedBefore = confirmedBeforeEach(orders);
  const book = facts.customers?.customers.find(({ code }) => code === customerCode);
  return {
    customerCode,
    accounts: orderAccountsOf(records, facts.timeZone).map((account) => {
      const { order } = account;
      const terms = termsInForce(
        order,
        {
          isCustomMade: order.lines.some(({ itemCode }) => facts.isCustomMade(itemCode)),
          confirmedBefore: confirmedBefore(order.number),
          confirmedInAll: facts.confirmedInAll,
        },
        facts.policy,
      );
      return { ...account, terms: terms.terms };
    }),
    payments,
    creditLimit: book?.creditLimit ?? null,
  };
}

/** The accounts alone: what is owed and paid doesn't depend on the terms. */
export function orderAccountsOf(records: CustomerRecords, timeZone: string): readonly OrderAccount[] {
  const { orders, shipments, payments, writeOffs, returns, openings } = records;
  const known = new Map(orders.map((order) => [order.number, order]));
  const deliveriesOf = byOrder(shipments, ({ lines }) => lines.map(({ order }) => order));
  const paymentsOf = byOrder(payments, ({ allocations }) => allocations.map(({ order }) => order));
  const writeOffsOf = byOrder(writeOffs, ({ order }) => [order]);
  const creditsFor = byOrder(creditsOf(returns, known, timeZone), ({ order }) => [order]);
  const openingOf = new Map(openings.map((opening) => [opening.number, opening]));
  return orders.map((order) => ({
    order,
    deliveries: deliveriesOf(order.number),
    payments: paymentsOf(order.number),
    writeOffs: writeOffsOf(order.number),
    adjustments: creditsFor(order.number).map(({ on, amount, reference }) => ({ on, amount, reference })),
    ...present(openingOf.get(order.number)),
  }));
}

const present = (opening: Opening | undefined): Pick<OrderAccount, 'opening'> =>
  opening === undefined ? {} : { opening };

/** How many of his orders were confirmed before each; before one that isn't confirmed, all that are. Given-up ones never count. */
function confirmedBeforeEach(orders: readonly OrderState[]): (order: OrderNumber) => number {
  const confirmed = orders
    .filter((order) => !isGivenUp(order))
    .filter(isConfirmed)
    .toSorted((a, b) => compareText(a.approved.at, b.approved.at) || compareText(a.number, b.number));
  const places = new Map(confirmed.map(({ number }, place) => [number, place]));
  return (order) => places.get(order) ?? confirmed.length;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
