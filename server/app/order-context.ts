import { checkOrders } from '../../core/check/check.ts';
import { categoriesIn, customMadeIn } from '../../core/check/custom-made.ts';
import type { OpenDemand } from '../../core/check/knowledge.ts';
import type { OrderContext } from '../../core/order/context.ts';
import { customerHistory } from '../../core/order/customer-history.ts';
import { rowsOf } from '../../core/order/rows-of.ts';
import type { OrderNumber, OrderState, PostedContent } from '../../core/order/state.ts';
import { checkPolicyOf } from '../../core/policy/check-policy.ts';
import { workingTimeOf } from '../../core/policy/working-time.ts';
import type { MoneyBasis } from '../../core/receivable/order-account.ts';
import { isOver } from '../../core/record/is-over.ts';
import type { RecordKind } from '../../core/record/registry.ts';
import type { ReviewFacts } from '../../core/review/facts.ts';
import { reviewFactsOf } from '../../core/review/facts-of-order.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import type { Loaded, OrderWithRecords, RecordOf, Transaction } from '../ports.ts';
import type { Caller } from './company.ts';
import { type HouseFacts, moneyIn, readHouse, readMoney, withAccounts } from './customer-account.ts';
import { demandFor, type HeldGoods } from './held-goods.ts';

/** The one order a decision is about; no number while it is only being posted. */
export interface OrderInQuestion {
  readonly number: OrderNumber | null;
  readonly customerCode: string;
  /** What it would take from stock, with whatever else takes from the same. */
  readonly goods: HeldGoods;
}

/** A transaction's locks and load with all that a decision about the order looks at. */
export function withOrder(
  { number, customerCode, goods }: OrderInQuestion,
  { locks, load }: Pick<Transaction<unknown>, 'locks' | 'load'>,
): Pick<Transaction<unknown>, 'locks' | 'load'> {
  const { records = {} } = load;
  const byNumber = [...(records.order?.byNumber ?? []), ...(number === null ? [] : [number])];
  return withAccounts([customerCode], {
    locks: [...locks, ...(number === null ? [] : [`order:${number}`]), ...goods.locks],
    load: {
      ...load,
      records: {
        ...records,
        order: { ...records.order, byNumber },
        hold: { ...records.hold, ofCustomer: [customerCode] },
      },
      holding: [...(load.holding ?? []), ...goods.codes],
    },
  });
}

/**
 * What the decision looks at, as the transaction loaded it (`withOrder`). `openDemand`: where another order gives up some of
 * what it holds in the same transaction.
 */
export function orderContextIn(
  caller: Caller,
  { number, customerCode, goods }: OrderInQuestion,
  loaded: Loaded,
  house: HouseFacts,
  openDemand: readonly OpenDemand[] = demandFor(goods, loaded),
): OrderContext {
  const ofOrder = <Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] =>
    number === null ? [] : loaded.records(kind).ofOrder(number);
  return contextOf(caller, {
    books: loaded,
    openDemand,
    customerOrders: loaded.records('order').ofCustomer(customerCode),
    customerHolds: loaded.records('hold').ofCustomer(customerCode),
    money: moneyIn(caller, customerCode, loaded, house),
    house,
    ofOrder,
  });
}

/** The same, to look at only. */
export async function readOrderContext(caller: Caller, { order, records }: OrderWithRecords): Promise<OrderContext> {
  const { read } = caller.company.store;
  const of = [order.state.customer.code];
  const [books, openDemand, customerOrders, customerHolds, money, house] = await Promise.all([
    read.books(),
    read.openDemand(),
    read.records('order').ofCustomers(of),
    read.records('hold').ofCustomers(of),
    readMoney(caller, order.state.customer.code),
    readHouse(caller),
  ]);
  if (money === null) throw new Error(`order ${order.state.number}: its customer has no account`);
  return contextOf(caller, {
    books: {
      prices: books.prices?.kind === 'prices' ? books.prices.content : null,
      stock: books.stock?.kind === 'stock' ? books.stock.content : null,
      customers: books.customers?.kind === 'customers' ? books.customers.content : null,
    },
    openDemand,
    customerOrders,
    customerHolds,
    money,
    house,
    ofOrder: (kind) => records[kind],
  });
}

interface Surroundings {
  readonly books: Pick<Loaded, 'prices' | 'stock' | 'customers'>;
  readonly openDemand: readonly OpenDemand[];
  readonly customerOrders: readonly RecordOf<'order'>[];
  readonly customerHolds: readonly RecordOf<'hold'>[];
  readonly money: MoneyBasis;
  readonly house: HouseFacts;
  ofOrder<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[];
}

function contextOf(caller: Caller, around: Surroundings): OrderContext {
  const { books, openDemand, money, ofOrder } = around;
  const { policy, profile } = caller;
  return {
    shipments: statesOf(ofOrder('shipment')),
    stock: { stock: books.stock, prices: books.prices, openDemand },
    policy,
    review: {
      factsOf: onceEach((order) => factsOf(caller, order, around)),
      time: workingTimeOf(policy, profile.timeZone),
    },
    routing: {
      staff: around.house.staff,
      regionOf: (code) => books.customers?.customers.find((customer) => customer.code === code)?.region ?? null,
      categoryOf: categoriesIn(books.prices),
    },
    money,
    holds: [...statesOf(ofOrder('hold')), ...statesOf(around.customerHolds)],
    invoices: statesOf(ofOrder('invoice')),
    openBeside: [
      ...statesOf(ofOrder('change')).flatMap(({ number, status }) => (isOver('change', status) ? [] : [number])),
      ...statesOf(ofOrder('return')).flatMap(({ number, status }) => (isOver('return', status) ? [] : [number])),
      ...statesOf(ofOrder('complaint')).flatMap(({ number, status }) => (isOver('complaint', status) ? [] : [number])),
    ],
  };
}

/** The one rule set again (X9), for nobody's authority in particular; the order itself doesn't count against its customer. */
function factsOf(caller: Caller, order: PostedContent, around: Surroundings): ReviewFacts {
  const { policy, moment, profile } = caller;
  const { books, openDemand, customerOrders, house, money } = around;
  const others = statesOf(customerOrders).filter(({ number }: OrderState) => number !== order.number);
  const { findings } = checkOrders({
    batch: rowsOf(order),
    knowledge: {
      ...books,
      openDemand: openDemand.filter(({ orderNumber }) => orderNumber !== order.number),
      ordersConfirmed: house.confirmedInAll,
      ...customerHistory(others, { today: moment.today, timeZone: profile.timeZone }),
    },
    today: moment.today,
    currency: profile.currency,
    policy: checkPolicyOf(policy),
    taxRate: profile.taxRate as Decimal,
    roles: [],
  });
  return reviewFactsOf(order, findings, { policy: money.policy, isCustomMade: customMadeIn(books.prices) });
}

/** A screen asks the same of every command it offers. */
function onceEach(facts: (order: PostedContent) => ReviewFacts): OrderContext['review']['factsOf'] {
  const known = new Map<string, ReviewFacts>();
  return (order) => {
    const found = known.get(order.contentHash) ?? facts(order);
    known.set(order.contentHash, found);
    return found;
  };
}

const statesOf = <State>(records: readonly { readonly state: State }[]): readonly State[] =>
  records.map(({ state }) => state);
