import type { HoldNumber } from '../../../../core/hold/hold.ts';
import type { InvoiceNumber } from '../../../../core/invoice/invoice.ts';
import type { CommandMeta } from '../../../../core/order/command.ts';
import { formatNumber, type SeriesKind } from '../../../../core/order/number.ts';
import type { Refusal } from '../../../../core/order/refusal.ts';
import type { PaymentNumber } from '../../../../core/payment/payment.ts';
import { owedOf } from '../../../../core/receivable/owed.ts';
import type { GoodsReturn, ReturnNumber } from '../../../../core/return/goods-return.ts';
import type { Instant, Month } from '../../../../core/value/date.ts';
import { compare, type Decimal, zero } from '../../../../core/value/decimal.ts';
import type { WriteOffNumber } from '../../../../core/write-off/write-off.ts';
import { customer, facts, plainFacts } from '../../review/given.ts';
import type { Kept } from '../kept.ts';
import { by, quantity, solo } from '../sample-order.ts';
import type { Moment } from './moment.ts';
import type { Beside } from './step.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal };
type Deed = (moment: Moment, meta: CommandMeta) => Answer | null;

/** Everybody may do everything here: who may, these records' own tests ask. Null = there was nothing to do it with. */
export const besideDeed = (deed: Beside, moment: Moment): Answer | null =>
  moment.office.orders.find(moment.order) === null ? null : deeds[deed](moment, by(solo, moment.day, 'because'));

const deeds: Readonly<Record<Beside, Deed>> = {
  pay: ({ office, order, step: { pick, size }, natural }, meta) => {
    const { customer, currency } = office.order(order);
    const { open } = owedOf(office.account(order));
    const amount = natural || size > 3 ? open : quantity(`${size}`);
    // Now and then the money lies free first.
    const allocations = pick === 0 && !natural ? [] : [{ order, amount }];
    const number = nextOf('PAY', office.payments) as PaymentNumber;
    return office.pay(number, {
      type: 'receive-payment',
      number,
      customerCode: customer.code,
      kind: 'balance',
      means: { by: 'transfer' },
      amount,
      currency,
      receivedOn: meta.today,
      allocations,
      ...meta,
    });
  },
  allocate: ({ office, order, step: { pick, size } }, meta) => {
    const payment = office.payments.all().at(-1 - pick);
    const allocations = [{ order, amount: quantity(`${size}`) }];
    return payment ? office.pay(payment.number, { type: 'allocate-payment', allocations, ...meta }) : null;
  },
  'take-back-money': ({ office, order, step: { size } }, meta) => {
    const payment = office.payments.all().find(({ allocations }) => allocations.some((each) => each.order === order));
    const allocations = [{ order, amount: quantity(`${size}`) }];
    return payment ? office.pay(payment.number, { type: 'release-allocation', allocations, ...meta }) : null;
  },
  bounce: ({ office, order }, meta) => {
    const payment = office.payments.all().find(({ allocations }) => allocations.some((each) => each.order === order));
    const bounced = { type: 'reverse-payment', cause: 'bounced', on: meta.today } as const;
    return payment ? office.pay(payment.number, { ...bounced, ...meta }) : null;
  },
  'write-off': ({ office, order, step: { size }, natural }, meta) => {
    const { open } = owedOf(office.account(order));
    const amount = natural ? open : quantity(`${size}`);
    const number = nextOf('WO', office.writeOffs) as WriteOffNumber;
    const cause = size % 2 === 0 ? 'rounding' : 'bad-debt';
    return office.writeOff(number, order, { type: 'write-off-debt', number, amount, cause, ...meta });
  },
  'undo-write-off': ({ office, order }, meta) => {
    const found = office.writeOffs.all().find((each) => each.order === order && each.undone === undefined);
    return found ? office.writeOff(found.number, order, { type: 'undo-write-off', ...meta }) : null;
  },
  bill: ({ office, order, step: { pick, size }, natural }, meta) => {
    const number = nextOf('INV', office.bills) as InvoiceNumber;
    const parts = natural ? [] : [{ order, line: Math.max(1, pick), quantity: quantity(`${size}`) }];
    const orders = natural || pick === 0 ? [order] : [];
    const recorded = { type: 'record-invoice', number, taxNumber: number, issuedOn: meta.today } as const;
    return office.bill(number, { ...recorded, orders, parts: orders.length > 0 ? [] : parts, ...meta });
  },
  'red-letter': ({ office, order, step: { size } }, meta) => {
    const found = office.bills.all().find(({ lines }) => lines.some((line) => line.order === order));
    const [line] = found?.lines ?? [];
    if (found === undefined || line === undefined) return null;
    const parts = size > 3 ? 'all' : [{ order: line.order, line: line.line, quantity: quantity(`${size}`) }];
    const redNumber = `${found.number}-${found.reversals.length}`;
    return office.bill(found.number, { type: 'reverse-invoice', redNumber, on: meta.today, parts, ...meta });
  },
  'raise-hold': ({ office, order, step: { pick, size } }, meta) => {
    const number = nextOf('HD', office.watches) as HoldNumber;
    const code = (['credit', 'dispute', 'customer-wish', 'payment'] as const)[pick] ?? 'credit';
    const scopes = [
      { on: 'order', order },
      { on: 'line', order, line: 1 },
      { on: 'customer', customerCode: office.order(order).customer.code },
    ] as const;
    const scope = scopes[size % 3] ?? scopes[0];
    const deadline = '2099-01-01T00:00:00.000Z' as Instant;
    return office.watch(number, { type: 'raise-hold', number, code, scope, deadline, ...meta }, order);
  },
  'see-to-hold': ({ office, order, step: { pick }, natural }, meta) => {
    const open = office.watches.all().filter(({ status }) => status !== 'released');
    const hold = open[natural ? 0 : pick];
    if (hold === undefined) return null;
    const resolved = { type: 'resolve-hold', what: 'paid up', lesson: 'ask before' } as const;
    const next = hold.status === 'resolved' ? ({ type: 'release-hold' } as const) : resolved;
    return office.watch(hold.number, { ...next, ...meta }, order);
  },
  'ask-return': ({ office, order, step: { pick, size } }, meta) => {
    const number = nextOf('RT', office.returns) as ReturnNumber;
    const lines = [{ order, line: Math.max(1, pick), quantity: quantity(`${size}`) }];
    return office.takeBack(number, { type: 'ask-return', number, kind: 'return', lines, ...meta });
  },
  'see-to-return': (moment, meta) => {
    const { office, order } = moment;
    const found = office.returns
      .all()
      .find(({ status, lines }) => status in nextOfReturn && lines.some((line) => line.order === order));
    return found ? office.takeBack(found.number, { ...nextStep(found, moment), ...meta }) : null;
  },
  doubt: ({ office, step: { size } }) => {
    office.facts = [plainFacts, newCustomer, dear, plainFacts][size % 4] ?? plainFacts;
    return null;
  },
};

const newCustomer = customer({ ordersConfirmed: 0 });
const dear = facts({ discount: { item: 'A01', share: '0.08' as Decimal } });

const nextOf = (kind: SeriesKind, kept: Pick<Kept<string, unknown, unknown>, 'all'>): string =>
  formatNumber({ kind, month: '2026-11' as Month, sequence: kept.all().length + 1 });

const nextOfReturn = { asked: true, approved: true, inspected: true, disposed: true };

/** Some of what was asked comes, all of which is put back; some of its worth is given back. */
function nextStep(goods: GoodsReturn, { office, step: { pick, size }, day }: Moment) {
  const [asked] = goods.lines;
  if (asked === undefined) throw new Error(`${goods.number} is about nothing`);
  const { order, line } = asked;
  if (goods.status === 'asked') {
    const turned = size === 0 ? ('refuse-return' as const) : ('approve-return' as const);
    return { type: turned };
  }
  if (goods.status === 'approved') {
    const [accepted, rejected] = pick === 0 ? [zero, asked.quantity] : [asked.quantity, zero];
    const lines = [{ order, line, accepted, rejected, condition: 'opened' as const }];
    return { type: 'inspect-return' as const, arrivedOn: day, lines, fault: 'company' as const };
  }
  if (goods.status === 'inspected') {
    const [{ accepted } = { accepted: zero }] = goods.inspection.lines;
    const [restocked, scrapped] = pick === 1 ? [zero, accepted] : [accepted, zero];
    return { type: 'dispose-return' as const, lines: [{ order, line, restocked, scrapped, repaired: zero }] };
  }
  const { unitPrice } = office.order(order).lines.find((each) => each.line === line) ?? { unitPrice: zero };
  const amount = compare(unitPrice, zero) > 0 ? unitPrice : quantity('1');
  return { type: 'refund-return' as const, amount, currency: 'CNY', paper: 'CN-7' };
}
