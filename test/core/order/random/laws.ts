import { progressOf } from '../../../../core/order/progress.ts';
import type { OrderState } from '../../../../core/order/state.ts';
import { supplyOf } from '../../../../core/order/supply.ts';
import { amountsOf } from '../../../../core/payment/amounts.ts';
import { balancesOf } from '../../../../core/receivable/customer-balance.ts';
import { deliveredTotal } from '../../../../core/receivable/delivered.ts';
import { settledBefore } from '../../../../core/receivable/left-before.ts';
import { owedOf } from '../../../../core/receivable/owed.ts';
import { owesNothing } from '../../../../core/receivable/owes-nothing.ts';
import { statementOf } from '../../../../core/receivable/statement.ts';
import { claimedOf, returnedOf } from '../../../../core/return/returned.ts';
import { addDays, type PlainDate } from '../../../../core/value/date.ts';
import { add, compare, type Decimal, maximum, multiply, subtract, sum, zero } from '../../../../core/value/decimal.ts';
import { date } from '../sample-order.ts';
import type { WholeOffice } from './whole-office.ts';

/** Cheaper than `expect`: asked a few million times. */
function must(holds: boolean, what: string, ...values: readonly unknown[]): void {
  if (!holds) throw new Error(`${what}: ${values.map((value) => JSON.stringify(value)).join(', ')}`);
}
const atMost = (a: Decimal, b: Decimal, what: string): void => must(compare(a, b) <= 0, what, a, b);
const same = (a: unknown, b: unknown, what: string): void => must(a === b, what, a, b);

/** What must be true of an office at any moment. */
export function keepsLaws(office: WholeOffice): void {
  neverPromisedTwice(office);
  const { tolerance } = office.policy.goods;
  const given = gaveGoods(office);
  for (const { order, shipments } of office.followed())
    for (const line of progressOf(order, shipments)) {
      const where = `${order.number} line ${line.line}`;
      const { ordered, open, ready, shipped, cancelled, received, reserved } = line;
      const beyond = maximum(zero, subtract(shipped, ordered));
      same(sum([open, shipped, cancelled]), add(ordered, beyond), `${where}: ordered = open + shipped + cancelled`);
      atMost(beyond, multiply(ordered, tolerance), `${where}: shipped ≤ ordered + tolerance`);
      for (const part of [open, ready, received, cancelled, reserved]) atMost(zero, part, `${where}: nothing below 0`);
      atMost(ready, open, `${where}: ready ≤ open`);
      atMost(received, shipped, `${where}: received ≤ shipped`);
      if (order.status === 'cancelled') same(shipped, zero, `${where}: what has left is not cancelled`);
      const held = isHeld(order, line.line) ? open : zero;
      // What went to another order is held again when somebody says so.
      if (given.has(order.number)) atMost(reserved, held, `${where}: no more than is open is held`);
      else same(reserved, held, `${where}: what is open of it is held, and no more`);
      const supply = supplyOf(order, line.line);
      if (supply !== undefined) {
        atMost(supply.released, supply.reported, `${where}: released ≤ reported`);
        atMost(shipped, supply.released, `${where}: shipped ≤ released`);
        // A change may want less than was made.
        if (!office.changed.has(order.number))
          atMost(
            supply.reported,
            add(ordered, multiply(ordered, tolerance)),
            `${where}: reported ≤ ordered + tolerance`,
          );
      }
      const returns = office.returns.all();
      if (returns.length === 0) continue;
      const claimed = claimedOf(returns, order.number, line.line);
      atMost(returnedOf(returns, order.number, line.line), claimed, `${where}: returned ≤ claimed`);
      atMost(claimed, received, `${where}: claimed ≤ received`);
    }
}

/** Orders that have given goods they held to another. */
const gaveGoods = ({ orderEvents }: WholeOffice): ReadonlySet<string> =>
  new Set(
    [...orderEvents].flatMap(([order, events]) =>
      events.some(({ type }) => type === 'goods-reallocated') ? [order] : [],
    ),
  );

/** Promised from stock, and not over yet. */
const isHeld = (order: OrderState, of: number): boolean =>
  (order.status === 'to-confirm' || order.status === 'awaiting-countersign' || order.status === 'released') &&
  order.reservations.some(({ line }) => line === of);

/** What is held and what has left is there, or arrives by the day it is held for. */
function neverPromisedTwice(office: WholeOffice): void {
  const demand = office.demand();
  for (const { itemCode, onHand, inbound, inboundDate } of office.stock.lines) {
    const own = demand.filter((each) => each.itemCode === itemCode);
    const wanted = (before?: PlainDate): Decimal =>
      sum(own.filter(({ dueDate }) => before === undefined || (dueDate ?? '') < before).map((each) => each.quantity));
    atMost(wanted(), add(onHand, inbound), `${itemCode}: held ≤ there and on the way`);
    const left = own.filter(({ gone, dueDate }) => gone === true && dueDate === undefined);
    atMost(sum(left.map((each) => each.quantity)), onHand, `${itemCode}: left, and not taken in since ≤ there`);
    // Goods may leave before the day they are held for; what is there then is the next count's business.
    if (inboundDate !== undefined && own.every(({ gone }) => gone === undefined))
      atMost(wanted(inboundDate), onHand, `${itemCode}: held until ${inboundDate} ≤ there`);
  }
}

/** What must be true of its money; asked when the day is over. */
export function sumsExactly(office: WholeOffice, day: PlainDate): void {
  const payments = office.payments.all();
  for (const payment of payments) {
    const { allocated, free, refunded, reversed } = amountsOf(payment);
    same(
      sum([allocated, free, refunded, reversed]),
      sum([payment.amount]),
      `${payment.number}: all of it is somewhere`,
    );
    atMost(zero, free, `${payment.number}: nothing is given twice`);
  }
  for (const order of office.orders.all()) {
    const { number, status, lines, total } = order;
    same(sum(lines.map(({ amount }) => amount)), total, `${number}: its lines come to its total`);
    const account = office.account(number);
    const { owed, open, overpaid } = owedOf(account);
    if (status === 'closed' && !owesNothing(order))
      same(add(deliveredTotal(account), settledBefore(account)), total, `${number}: in however many parts`);
    const paid = sum(payments.flatMap(({ allocations }) => partFor(number, allocations)));
    const given = office.writeOffs.all().filter((each) => each.order === number && each.undone === undefined);
    const settled = add(paid, sum(given.map(({ amount }) => amount)));
    same(subtract(add(settled, open), overpaid), owed, `${number}: owed = paid + written off + open − overpaid`);
    if (owesNothing(order)) same(owed, zero, `${number}: nothing is owed for nothing`);
  }
  for (const code of ['C001', 'C002']) statementCloses(office, code, day);
}

const partFor = (number: string, allocations: readonly { readonly order: string; readonly amount: Decimal }[]) =>
  allocations.filter(({ order }) => order === number).map(({ amount }) => amount);

/** Rows lead from the opening to the balance, and periods join on. */
function statementCloses(office: WholeOffice, code: string, day: PlainDate): void {
  const { customer, policy } = office.money(code);
  const [from, to] = [date('2026-11-15'), addDays(day, 6000)];
  const whole = statementOf(customer, 'CNY', { from: date('2026-11-01'), to });
  same(add(whole.opening, sum(whole.rows.map(({ amount }) => amount))), whole.closing, `${code}: rows add up`);
  const later = statementOf(customer, 'CNY', { from, to });
  same(later.closing, whole.closing, `${code}: periods join on`);
  const balance = balancesOf(customer, to, policy).find(({ currency }) => currency === 'CNY')?.balance;
  if (balance !== undefined) same(whole.closing, balance, `${code}: closes with the balance`);
}

/** Written down and read again, every record tells what it told. */
export function tellsTheSame(office: WholeOffice): void {
  const { orders, shipments, payments, writeOffs, bills, watches, returns } = office;
  const kept = [orders, shipments, payments, writeOffs, bills, watches, returns];
  const mistold = kept.flatMap((each): readonly string[] => each.mistold());
  must(mistold.length === 0, 'replayed from paper', mistold);
}
