import type { CustomerBook, OpenDemand, StockBook } from '../../../core/check/knowledge.ts';
import { itemNamesIn } from '../../../core/check/stock-names.ts';
import type { Hold } from '../../../core/hold/hold.ts';
import type { Invoice } from '../../../core/invoice/invoice.ts';
import type { OrderCommand } from '../../../core/order/command.ts';
import type { OrderContext } from '../../../core/order/context.ts';
import { decide } from '../../../core/order/decide/decide.ts';
import type { OrderDecision } from '../../../core/order/decide/decision.ts';
import { demandOf } from '../../../core/order/demand.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import { evolve } from '../../../core/order/evolve.ts';
import { formatNumber } from '../../../core/order/number.ts';
import { type OrderAndShipments, statusOf } from '../../../core/order/progress.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderNumber, OrderState } from '../../../core/order/state.ts';
import type { OrderStatus } from '../../../core/order/status.ts';
import type { Payment } from '../../../core/payment/payment.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { moneyPolicyOf } from '../../../core/policy/money-policy.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import { type WorkingTime, workingTimeOf } from '../../../core/policy/working-time.ts';
import { type CustomerRecords, customerAccountOf } from '../../../core/receivable/customer-account.ts';
import type { ReviewFacts } from '../../../core/review/facts.ts';
import type { ShipmentCommand } from '../../../core/shipment/command.ts';
import { decideShipment } from '../../../core/shipment/decide.ts';
import type { ShipmentDecision } from '../../../core/shipment/decision.ts';
import { evolveShipment } from '../../../core/shipment/evolve.ts';
import { recheckPoints } from '../../../core/shipment/recheck.ts';
import type { Shipment, ShipmentEvent, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { Stock } from '../../../core/stock/stock.ts';
import { addDays, type Instant, type Month } from '../../../core/value/date.ts';
import { type Decimal, zero } from '../../../core/value/decimal.ts';
import { plainFacts } from '../review/given.ts';
import { Kept } from './kept.ts';
import { packer, shipper, today } from './sample-order.ts';

const policy = policyInForce({ version: 3, policy: standardPolicy }, 2);
const countedAt = '2026-11-01T00:00:00.000Z' as Instant;

/** The records of an office in memory: what the server does around decide, without the server. */
export class Office {
  readonly orders = new Kept<OrderNumber, OrderState, OrderEvent>(evolve);
  readonly shipments = new Kept<ShipmentNumber, Shipment, ShipmentEvent>(evolveShipment);
  readonly orderEvents = this.orders.events;
  readonly #notesOf = new Map<OrderNumber, ShipmentNumber[]>();
  readonly stock: StockBook;
  readonly policy: OrderContext['policy'];
  readonly time: WorkingTime;

  constructor(onHand: Readonly<Record<string, string>> = {}, settings: OrderContext['policy'] = policy) {
    const lines = Object.entries(onHand).map(([itemCode, count]) => ({
      itemCode,
      onHand: count as Decimal,
      inbound: '0' as Decimal,
    }));
    this.stock = { source: { from: 'published' }, lines };
    this.policy = settings;
    this.time = workingTimeOf(settings, 'Asia/Shanghai');
  }

  order = (number: OrderNumber): OrderState => this.orders.get(number);
  shipment = (number: ShipmentNumber): Shipment => this.shipments.get(number);
  shipmentsOf = (number: OrderNumber): readonly Shipment[] =>
    (this.#notesOf.get(number) ?? []).map((note) => this.shipment(note));
  followed = (): OrderAndShipments[] =>
    this.orders.all().map((order) => ({ order, shipments: this.shipmentsOf(order.number) }));
  status = (number: OrderNumber): OrderStatus => statusOf(this.order(number), this.shipmentsOf(number));
  demand = (): OpenDemand[] => this.followed().flatMap((followed) => [...demandOf(followed, countedAt)]);
  /** What lies there and nobody holds; null = the stock sheet doesn't keep the item. */
  available = (itemCode: string): Decimal | null => {
    const stock = new Stock({ book: this.stock, openDemand: this.demand(), items: itemNamesIn(null), today });
    return stock.of([itemCode])?.pool.freeBy({ by: null, unit: null }) ?? null;
  };
  /** Whoever buys has paid, and been invoiced, unless a test says otherwise. */
  isPaid: (order: OrderState) => boolean = () => true;
  isInvoiced: (order: OrderState) => boolean = () => true;
  holds: readonly Hold[] = [];
  openBeside: readonly string[] = [];
  /** Where a customer's credit limit stands; null = nobody has one. */
  customers: CustomerBook | null = null;
  facts: ReviewFacts = plainFacts;
  /** Who works here, and what the books say of customers and goods. */
  routing: OrderContext['routing'] = { staff: [packer, shipper], regionOf: () => null, categoryOf: () => null };

  /** What is looked up is looked up when it is asked for: most commands ask for little of it. */
  context(number: OrderNumber, customerCode = this.orders.find(number)?.customer.code ?? 'C001'): OrderContext {
    const office = this;
    return {
      shipments: this.shipmentsOf(number),
      get stock() {
        return { stock: office.stock, prices: null, openDemand: office.demand() };
      },
      policy: this.policy,
      review: { factsOf: () => this.facts, time: this.time },
      routing: this.routing,
      get money() {
        return office.money(customerCode);
      },
      holds: this.holds,
      get invoices() {
        return office.invoices();
      },
      openBeside: this.besideOf(number),
    };
  }

  money(customerCode: string): OrderContext['money'] {
    const money = moneyPolicyOf(this.policy, { currency: 'CNY', taxRate: '0.13' as Decimal });
    const facts = {
      policy: money,
      timeZone: 'Asia/Shanghai',
      customers: this.customers,
      isCustomMade: () => false,
      confirmedInAll: 0,
    };
    return { customer: customerAccountOf(this.records(customerCode), facts), policy: money };
  }

  /** Everything of the customer's, as the records tell it. */
  records(customerCode: string): CustomerRecords {
    const orders = this.orders.all().filter(({ customer }) => customer.code === customerCode);
    return {
      customerCode,
      orders,
      shipments: this.shipments.all(),
      payments: orders.filter((order) => this.isPaid(order)).map(paymentFor),
      writeOffs: [],
      openings: [],
      returns: [],
    };
  }

  invoices(): readonly Invoice[] {
    return this.orders
      .all()
      .filter((order) => this.isInvoiced(order))
      .map(invoiceOf);
  }

  besideOf(_order: OrderNumber): readonly string[] {
    return this.openBeside;
  }

  do(number: OrderNumber, command: OrderCommand): OrderDecision {
    const payer = command.type === 'post-order' ? command.order.customer.code : undefined;
    return this.orders.keep(number, decide(command, this.orders.find(number), this.context(number, payer)));
  }

  ship({
    type = 'ship-goods',
    ...command
  }: Omit<Exclude<ShipmentCommand, { type: 'record-receipt' }>, 'type' | 'number'> & {
    type?: 'ship-goods' | 'ship-emergency';
  }): ShipmentDecision {
    const sequence = this.shipments.events.size + 1;
    const number = formatNumber({ kind: 'DN', month: '2026-11' as Month, sequence }) as ShipmentNumber;
    const orders = this.followed();
    const named = command.order ?? command.lines[0]?.order;
    const payer = orders.find(({ order }) => order.number === named)?.order.customer.code;
    const money = payer === undefined ? null : this.money(payer);
    const decision = decideShipment({ type, recheck: rechecked, ...command, number }, null, {
      orders,
      money,
      ...this.#around(),
    });
    this.shipments.keep(number, decision);
    for (const order of decision.ok ? new Set(this.shipment(number).lines.map((line) => line.order)) : [])
      this.#notesOf.set(order, [...(this.#notesOf.get(order) ?? []), number]);
    return decision;
  }

  receive(number: ShipmentNumber, command: Omit<Extract<ShipmentCommand, { type: 'record-receipt' }>, 'type'>) {
    const context = { orders: this.followed(), money: null, ...this.#around() };
    const received = { type: 'record-receipt', ...command } as const;
    return this.shipments.keep(number, decideShipment(received, this.shipments.find(number), context));
  }

  #around() {
    const stock = { stock: this.stock, prices: null, openDemand: this.demand() };
    return { holds: this.holds, policy: this.policy, staff: this.routing.staff, stock };
  }
}

/** By somebody beside the shipper, who found everything as it should be. */
export const rechecked = { by: packer.userId, confirmed: recheckPoints };

const stamped = { at: '2026-11-20T02:00:00.000Z' as Instant, by: { userId: 'qian', name: 'qian' } };

/** All of the order's price, on the day before. */
const paymentFor = ({ number, customer, currency, total }: OrderState): Payment => ({
  number: number.replace('SO', 'PAY') as Payment['number'],
  customerCode: customer.code,
  kind: 'prepayment',
  means: { by: 'transfer' },
  amount: total,
  currency,
  receivedOn: addDays(today, -1),
  recorded: stamped,
  allocations: [{ order: number, amount: total }],
  refunds: [],
});

const invoiceOf = ({ number, customer, currency, lines }: OrderState): Invoice => ({
  number: number.replace('SO', 'INV') as Invoice['number'],
  taxNumber: number,
  customerCode: customer.code,
  currency,
  issuedOn: today,
  lines: lines.map(({ line, quantity, amount }) => ({
    order: number,
    line,
    quantity,
    amount,
    taxRate: zero,
    tax: zero,
  })),
  recorded: stamped,
  reversals: [],
});

/** The refusal, or a failed test. */
export function refused(decision: OrderDecision | ShipmentDecision): Refusal {
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  return decision.reason;
}
/** The events, or a failed test. */
export function events<Event>(decision: { ok: true; value: readonly Event[] } | { ok: false; reason: Refusal }) {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.reason)}`);
  return decision.value;
}
