import { applied } from '../../../../core/change/applied.ts';
import type { ChangeNumber } from '../../../../core/change/change.ts';
import type { ChangeItem } from '../../../../core/change/change-item.ts';
import { changeableOrderOf } from '../../../../core/change/changeable-order-of.ts';
import { obstacle } from '../../../../core/change/possible.ts';
import type { CustomerBook, StockBook } from '../../../../core/check/knowledge.ts';
import type { HoldCommand } from '../../../../core/hold/command.ts';
import { decideHold } from '../../../../core/hold/decide.ts';
import type { HoldDecision } from '../../../../core/hold/decision.ts';
import { standardEscalation } from '../../../../core/hold/escalation.ts';
import type { HoldEvent } from '../../../../core/hold/event.ts';
import { evolveHold } from '../../../../core/hold/evolve.ts';
import type { Hold, HoldNumber } from '../../../../core/hold/hold.ts';
import type { InvoiceCommand } from '../../../../core/invoice/command.ts';
import { decideInvoice } from '../../../../core/invoice/decide.ts';
import type { InvoiceDecision } from '../../../../core/invoice/decision.ts';
import { evolveInvoice } from '../../../../core/invoice/evolve.ts';
import type { Invoice, InvoiceEvent, InvoiceNumber } from '../../../../core/invoice/invoice.ts';
import type { CommandMeta } from '../../../../core/order/command.ts';
import type { OrderDecision } from '../../../../core/order/decide/decision.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { PaymentCommand } from '../../../../core/payment/command.ts';
import { decidePayment } from '../../../../core/payment/decide.ts';
import type { PaymentDecision } from '../../../../core/payment/decision.ts';
import { evolvePayment } from '../../../../core/payment/evolve.ts';
import type { Payment, PaymentEvent, PaymentNumber } from '../../../../core/payment/payment.ts';
import { policyInForce } from '../../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../../core/policy/policy.ts';
import type { CustomerRecords } from '../../../../core/receivable/customer-account.ts';
import type { TermedAccount } from '../../../../core/receivable/order-account.ts';
import type { ReturnCommand } from '../../../../core/return/command.ts';
import { decideReturn } from '../../../../core/return/decide.ts';
import type { ReturnDecision } from '../../../../core/return/decision.ts';
import type { ReturnEvent } from '../../../../core/return/event.ts';
import { evolveReturn } from '../../../../core/return/evolve.ts';
import type { GoodsReturn, ReturnNumber } from '../../../../core/return/goods-return.ts';
import { returnableOrderOf } from '../../../../core/return/returnable-order-of.ts';
import type { WriteOffCommand } from '../../../../core/write-off/command.ts';
import { decideWriteOff, type WriteOffDecision } from '../../../../core/write-off/decide.ts';
import { evolveWriteOff } from '../../../../core/write-off/evolve.ts';
import type { WriteOff, WriteOffEvent, WriteOffNumber } from '../../../../core/write-off/write-off.ts';
import { Kept } from '../kept.ts';
import { Office } from '../office.ts';
import { date, packer, person, quantity, shipper } from '../sample-order.ts';

/** Few goods, some of which are still to come: three orders compete for them. */
const stock: StockBook = {
  source: { from: 'published', asOf: date('2026-11-01') },
  lines: [
    { itemCode: 'A01', onHand: quantity('9'), inbound: quantity('0') },
    { itemCode: 'B02', onHand: quantity('5'), inbound: quantity('0') },
    { itemCode: 'C03', onHand: quantity('2'), inbound: quantity('3'), inboundDate: date('2026-12-04') },
  ],
};
const customers: CustomerBook = {
  source: { from: 'published' },
  customers: [{ code: 'C001', name: 'customer C001', creditLimit: quantity('12'), active: true }],
};

/** Of three pieces and more one more may leave. */
const tolerant = withSetting(standardPolicy, 'goods.tolerance', '0.34');
const rules = policyInForce({ version: 3, policy: tolerant }, 2);
const asking = policyInForce({ version: 3, policy: withSetting(tolerant, 'goods.shippingRequest', true) }, 2);

/** By the step's pick. */
type Terms = readonly (string | undefined)[];

/** What an office is like where it differs from others. */
export interface OfficeWays {
  readonly terms?: Terms;
  readonly makesToOrder?: boolean;
  /** Nothing leaves without a shipping request. */
  readonly asksToShip?: boolean;
}

/** An office with every record beside its orders: real payments and invoices open its doors, real holds shut them. */
export class WholeOffice extends Office {
  override readonly stock = stock;

  /** Two of one name: nothing is handed to either by it. */
  override readonly routing: Office['routing'] = {
    staff: [packer, shipper, ...[1, 2].map((each) => ({ ...person(`namesake-${each}`, 'sales'), name: 'namesake' }))],
    regionOf: () => null,
    categoryOf: () => null,
  };

  /** What orders say of their payment; undefined = nothing. */
  readonly terms: Terms;

  /** More lines are made or bought than taken from stock. */
  readonly makesToOrder: boolean;

  constructor({
    terms = [undefined, undefined, '货到付款', undefined],
    makesToOrder = false,
    asksToShip,
  }: OfficeWays = {}) {
    super({}, asksToShip ? asking : rules);
    this.terms = terms;
    this.makesToOrder = makesToOrder;
  }

  override customers: CustomerBook | null = customers;
  readonly payments = new Kept<PaymentNumber, Payment, PaymentEvent>(evolvePayment);
  readonly writeOffs = new Kept<WriteOffNumber, WriteOff, WriteOffEvent>(evolveWriteOff);
  readonly bills = new Kept<InvoiceNumber, Invoice, InvoiceEvent>(evolveInvoice);
  readonly watches = new Kept<HoldNumber, Hold, HoldEvent>(evolveHold);
  readonly returns = new Kept<ReturnNumber, GoodsReturn, ReturnEvent>(evolveReturn);
  /** Orders whose content a change request has changed. */
  readonly changed = new Set<OrderNumber>();

  override records(customerCode: string): CustomerRecords {
    const own = <Of extends { readonly customerCode: string }>(kept: { all(): readonly Of[] }): readonly Of[] =>
      kept.all().filter((record) => record.customerCode === customerCode);
    return {
      ...super.records(customerCode),
      payments: own(this.payments),
      writeOffs: own(this.writeOffs),
      openings: [],
      returns: own(this.returns),
    };
  }
  override invoices = (): readonly Invoice[] => this.bills.all();
  override besideOf = (order: OrderNumber): readonly string[] =>
    this.returns
      .all()
      .filter(({ status, lines }) => openReturns.includes(status) && lines.some((line) => line.order === order))
      .map(({ number }) => number);

  account(order: OrderNumber): TermedAccount {
    const { customer } = this.money(this.order(order).customer.code);
    const found = customer.accounts.find((account) => account.order.number === order);
    if (found === undefined) throw new Error(`${order} has no account`);
    return found;
  }

  pay(number: PaymentNumber, command: PaymentCommand): PaymentDecision {
    const accounts = customersOf(this).flatMap((code) => this.money(code).customer.accounts);
    const context = { accounts, isCustomer: true };
    return this.payments.keep(number, decidePayment(command, this.payments.find(number), context));
  }

  writeOff(number: WriteOffNumber, order: OrderNumber, command: WriteOffCommand): WriteOffDecision {
    const { policy } = this.money('C001');
    const context = { account: this.account(order), policy };
    return this.writeOffs.keep(number, decideWriteOff(command, this.writeOffs.find(number), context));
  }

  bill(number: InvoiceNumber, command: InvoiceCommand): InvoiceDecision {
    const orders = this.orders
      .all()
      .map((order) => ({ order, deliveries: this.shipmentsOf(order.number), invoices: this.invoices() }));
    const context = { orders, numbersTaken: [], policy: this.money('C001').policy };
    return this.bills.keep(number, decideInvoice(command, this.bills.find(number), context));
  }

  watch(number: HoldNumber, command: HoldCommand, order: OrderNumber): HoldDecision {
    const { lines } = this.order(order);
    const held = { number: order, status: this.status(order), lines: lines.map(({ line }) => line) };
    const context = { order: held, checks: { credit: true, stock: true }, chain: standardEscalation };
    const decision = this.watches.keep(number, decideHold(command, this.watches.find(number), context));
    this.holds = this.watches.all();
    return decision;
  }

  takeBack(number: ReturnNumber, command: ReturnCommand): ReturnDecision {
    const context = {
      orders: this.followed().map(returnableOrderOf),
      returns: this.returns.all().filter((goods) => goods.number !== number),
      policy: { duties: 'single-person' as const },
    };
    return this.returns.keep(number, decideReturn(command, this.returns.find(number), context));
  }

  /** Brings a change into force that nothing stands in the way of; null where something does: no request is let through then. */
  change(order: OrderNumber, items: readonly ChangeItem[], meta: CommandMeta): OrderDecision | null {
    const followed = { order: this.order(order), shipments: this.shipmentsOf(order) };
    const changeable = changeableOrderOf(followed, this.orderEvents.get(order) ?? []);
    if (obstacle(items, changeable, meta.today) !== null) return null;
    const change = `CR-202611-${String(this.changed.size + 1).padStart(5, '0')}` as ChangeNumber;
    const hash = `${changeable.content.contentHash}+`;
    const content = items.some(({ kind }) => kind === 'cancel')
      ? null
      : applied(changeable, { items, assessments: [] }, hash);
    const decision = this.do(order, { type: 'change-order', change, content, answeredBy: [], ...meta });
    if (decision.ok) this.changed.add(order);
    return decision;
  }
}

const openReturns: readonly string[] = ['asked', 'approved', 'inspected', 'disposed'];

const customersOf = (office: Office): readonly string[] => [
  ...new Set(office.orders.all().map(({ customer }) => customer.code)),
];
