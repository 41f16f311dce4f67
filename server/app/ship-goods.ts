import { parseOrderNumber, seriesOf } from '../../core/order/number.ts';
import type { OrderAndShipments } from '../../core/order/progress.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber, OrderState } from '../../core/order/state.ts';
import type { LeavingLine } from '../../core/shipment/command.ts';
import { decideShipment } from '../../core/shipment/decide.ts';
import { replayShipment } from '../../core/shipment/evolve.ts';
import type { ShipmentNumber } from '../../core/shipment/shipment.ts';
import { monthOf } from '../../core/value/date.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { ShipCommandRequest } from '../../core/wire/commands.ts';
import type { Append, Decision, Loaded } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { type HouseFacts, moneyIn, readHouse, withAccounts } from './customer-account.ts';
import { demandFor, expectStill, type HeldGoods, heldGoods } from './held-goods.ts';
import { issueShippingPapers, printing } from './issue-paper.ts';
import { lookingAgain } from './look-again.ts';
import { once } from './once.ts';

interface Shipped {
  readonly shipment: ShipmentNumber;
  /** The notice. */
  readonly paper: string;
}

/**
 * Goods leave: the shipment and its papers are recorded together, the papers are printed in the background. What the customer
 * owes and has paid is loaded with it: his terms, debts and limit decide in the same transaction.
 */
export async function shipGoods(
  caller: Caller,
  request: ShipCommandRequest,
  requestKey: string,
): Promise<Result<Shipped, Refusal>> {
  const named = 'order' in request ? [request.order] : [...new Set(request.lines.map(({ order }) => order))];
  const orders: OrderNumber[] = [];
  for (const text of named) {
    const number = parseOrderNumber(text);
    if (number === null) return no({ code: 'order.not-found', data: { order: text } });
    orders.push(number);
  }
  return lookingAgain(() => leave(caller, request, orders, requestKey));
}

async function leave(
  caller: Caller,
  request: ShipCommandRequest,
  orders: readonly OrderNumber[],
  requestKey: string,
): Promise<Result<Shipped, Refusal>> {
  const series = seriesOf('DN', monthOf(caller.moment.today));
  const seen = await ordersSeen(caller, orders);
  // An order never changes its customer: his lock can be taken.
  const payers = [...new Set(seen.map(({ customer }) => customer.code))];
  const goods = await heldGoods(caller.company.store.read, itemsOf(seen));
  const house = await readHouse(caller);
  return once<Shipped>(
    caller,
    { requestKey, asks: ['ship', request] },
    {
      ...withAccounts(payers, {
        // What is open of an order depends on all its shipments: two of them must not take the same remainder, nor one piece.
        locks: [...orders.map((order) => `order:${order}`), `series:${series}`, ...goods.locks],
        load: { records: { order: { byNumber: orders }, hold: { ofCustomer: payers } }, holding: goods.codes },
      }),
      decide: (loaded) => decided(caller, { request, orders, payers, goods, house, series }, loaded),
    },
  );
}

/** As they are now; which of them are there is decided in the transaction. */
async function ordersSeen({ company }: Caller, orders: readonly OrderNumber[]): Promise<readonly OrderState[]> {
  const reader = company.store.read.records('order');
  const found = await Promise.all(orders.map((number) => reader.byNumber(number)));
  return found.flatMap((order) => (order === null ? [] : [order.state]));
}

const itemsOf = (orders: readonly OrderState[]): readonly string[] => [
  ...new Set(orders.flatMap(({ lines }) => lines.map(({ itemCode }) => itemCode))),
];

interface Leaving {
  readonly request: ShipCommandRequest;
  readonly orders: readonly OrderNumber[];
  /** Several are refused, whatever they paid. */
  readonly payers: readonly string[];
  readonly goods: HeldGoods;
  readonly house: HouseFacts;
  readonly series: string;
}

function decided(
  caller: Caller,
  { request, payers, goods, house, series, ...named }: Leaving,
  loaded: Loaded,
): Decision<Shipped> {
  const meta = metaOf(caller, request.reason);
  const orders = ordersWithShipments(named.orders, loaded);
  expectStill(goods, itemsOf(orders.map(({ order }) => order)), loaded);
  const [payer] = payers;
  const money = payer === undefined ? null : moneyIn(caller, payer, loaded, house);
  const number = loaded.nextNumber(series) as ShipmentNumber;
  const type = request.emergency ? 'ship-emergency' : 'ship-goods';
  const command = { type, number, ...goodsOf(request), ...carriageOf(request), ...meta } as const;
  const decision = decideShipment(command, null, {
    orders,
    money,
    holds: [
      ...named.orders.flatMap((order) => loaded.records('hold').ofOrder(order)),
      ...payers.flatMap((each) => loaded.records('hold').ofCustomer(each)),
    ].map(({ state }) => state),
    policy: caller.policy,
    staff: house.staff,
    stock: { stock: loaded.stock, prices: loaded.prices, openDemand: demandFor(goods, loaded) },
  });
  if (!decision.ok) return { refuse: decision.reason };
  const shipment = replayShipment(decision.value);
  const papers = issueShippingPapers(
    caller,
    shipment,
    orders.map(({ order }) => order),
    meta,
  );
  if (!papers.ok) return { refuse: papers.reason };
  const { note, notice } = papers.value;
  const append: readonly Append[] = [
    { stream: 'shipment', id: number, version: 0, events: decision.value },
    note,
    notice,
  ];
  return { append, answer: { shipment: number, paper: notice.id }, jobs: printing(append) };
}

const goodsOf = (request: ShipCommandRequest): { order?: OrderNumber; lines: readonly LeavingLine[] } =>
  'order' in request
    ? { order: request.order as OrderNumber, lines: [] }
    : { lines: request.lines.map((line) => ({ ...line, order: line.order as OrderNumber })) };

const carriageOf = ({ carrier, tracking, expectedArrival, recheck }: ShipCommandRequest) => ({
  ...(carrier === undefined ? {} : { carrier }),
  ...(tracking === undefined ? {} : { tracking }),
  ...(expectedArrival === undefined ? {} : { expectedArrival }),
  ...(recheck === undefined ? {} : { recheck }),
});

/** Those that exist, each with all its shipments; decide says which is missing. */
export const ordersWithShipments = (numbers: readonly OrderNumber[], loaded: Loaded): readonly OrderAndShipments[] =>
  numbers.flatMap((number) => {
    const record = loaded.records('order').byNumber(number);
    const shipments = loaded.records('shipment').ofOrder(number);
    return record ? [{ order: record.state, shipments: shipments.map(({ state }) => state) }] : [];
  });
