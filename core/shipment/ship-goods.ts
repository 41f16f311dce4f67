import { closedDoor, refusal } from '../order/door.ts';
import { securedBy } from '../order/export-door.ts';
import { heldBack } from '../order/held-back.ts';
import { isGiven } from '../order/order-type.ts';
import { type OrderAndShipments, progressOf, statusOf } from '../order/progress.ts';
import type { Refusal, RefusalCode } from '../order/refusal.ts';
import { requestedOf } from '../order/shipping-request.ts';
import { stamp } from '../order/stamp.ts';
import type { OrderState } from '../order/state.ts';
import { doorsOf } from '../order/transitions.ts';
import { isPartOfPiece } from '../order/whole-pieces.ts';
import { workingCalendarOf } from '../policy/check-policy.ts';
import type { Role } from '../policy/roles.ts';
import { addWorkingDays } from '../policy/working-days.ts';
import { mayShip } from '../receivable/doors.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, isZero, sum, zero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { LeavingLine, ShipmentCommand } from './command.ts';
import type { ShipmentContext, ShipmentDecision } from './decision.ts';
import { type NotThere, notOnHand } from './goods-on-hand.ts';
import { mostInAll, mostThatMayLeave } from './most-that-may-leave.ts';
import { rechecked } from './recheck.ts';
import type { BatchQuantity, ShipmentLine } from './shipment.ts';

type ShipGoods = Exclude<ShipmentCommand, { readonly type: 'record-receipt' }>;

/**
 * Row 10: goods of one or several orders of one customer leave together (合并发货), and his payments let them (R37). Row 11: in
 * an emergency a supervisor lets them go ahead of the countersigned copy and of the money.
 */
export function shipGoods(command: ShipGoods, context: ShipmentContext): ShipmentDecision {
  const named = new Set([...command.lines.map(({ order }) => order), ...(command.order ? [command.order] : [])]);
  const orders: OrderAndShipments[] = [];
  for (const number of named) {
    const found = context.orders.find(({ order }) => order.number === number);
    if (found === undefined) return no(refusal(command.type, 'none', 'order.not-found', { order: number }));
    const closed = closedDoor(command, statusOf(found.order, found.shipments));
    if (closed !== null) return no({ ...closed, data: { ...closed.data, order: number } });
    orders.push(found);
  }
  const lines = merged([...openOf(command, orders), ...command.lines]);
  const refused =
    differingCustomers(orders) ??
    firstRefusal(command.lines, orders, quantityNotPositive) ??
    firstRefusal(lines, orders, partOfPiece) ??
    firstRefusal(lines, orders, exceedsOpen(context));
  if (refused !== null) return no(asCommanded(refused, command));
  const missing = notOnHand(lines, orders, { ...context.stock, today: command.today });
  const absent = firstAbsent(missing, orders);
  if (absent !== null) return no(asCommanded(absent, command));
  const held = heldBackIn(command, lines, orders, context);
  if (held !== null) return no(held);
  const [first] = orders;
  if (first === undefined || lines.length === 0) return no(asCommanded(refuse(first, 'shipment.nothing'), command));
  const isEmergency = command.type === 'ship-emergency';
  const kept = isEmergency
    ? null
    : (notRequested(lines, orders, context) ??
      keptByMoney(command, orders, lines, context) ??
      unsecured(command, orders, context));
  if (kept !== null) return no(kept);
  const recheck = rechecked(command.recheck, command, { duties: context.policy.duties, staff: context.staff });
  if (!recheck.ok) return no(asCommanded(refuse(first, recheck.reason.code, recheck.reason.data), command));
  const { number, carrier, tracking, expectedArrival } = command;
  const shipment = {
    number,
    customerCode: first.order.customer.code,
    lines: lines.map(drawnFrom(missing)),
    shippedOn: command.today,
    recheck: recheck.value,
    ...(isEmergency && { emergency: { papersBy: papersBy(command, context) } }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(tracking === undefined ? {} : { tracking }),
    ...(expectedArrival === undefined ? {} : { expectedArrival }),
  };
  return ok([{ type: 'goods-shipped', shipment, ...stamp(command) }]);
}

/** Row 11, policy 10: so many working days from today. */
const papersBy = ({ today }: ShipGoods, { policy }: ShipmentContext): PlainDate =>
  addWorkingDays(today, policy.goods.emergencyPapersDays, workingCalendarOf(policy.work));

/** A refusal of row 10, said of the emergency that was asked for. */
const asCommanded = ({ code, status, data }: Refusal, { type }: ShipGoods): Refusal =>
  refusal(type, status ?? 'none', code, data);

/** Row H: nothing of what leaves is held. */
function heldBackIn(
  command: ShipGoods,
  lines: readonly ShipmentLine[],
  orders: readonly OrderAndShipments[],
  { holds }: ShipmentContext,
): Refusal | null {
  for (const { order, shipments } of orders) {
    const own = lines.filter((line) => line.order === order.number).map(({ line }) => line);
    const held = heldBack(command.type, 'ship', order, { holds, status: statusOf(order, shipments) }, own);
    if (held !== null) return held;
  }
  return null;
}

/** Row 9b (R36): where the policy wants it, nothing leaves that nobody asked to send; a tolerated little more goes with it. */
function notRequested(
  lines: readonly ShipmentLine[],
  orders: readonly OrderAndShipments[],
  { policy }: ShipmentContext,
): Refusal | null {
  if (!policy.goods.shippingRequest) return null;
  return firstRefusal(lines, orders, (entry, followed) => {
    const { order, shipments } = followed;
    const progress = progressOf(order, shipments).find(({ line }) => line === entry.line);
    const requested = progress === undefined ? zero : requestedOf(order, progress);
    const isAll = progress !== undefined && compare(requested, progress.open) >= 0;
    if (isAll || compare(entry.quantity, requested) <= 0) return null;
    const place = { order: entry.order, line: `${entry.line}`, item: itemOf(order, entry.line) };
    const refused = refuse(followed, 'shipment.not-requested', { ...place, wanted: entry.quantity, requested });
    return { ...refused, who: doorsOf('request-shipping').flatMap(({ roles }) => roles) };
  });
}

/** R30: goods whose price a bank is to pay leave once its promise is good. */
function unsecured(
  { today }: ShipGoods,
  orders: readonly OrderAndShipments[],
  { money }: ShipmentContext,
): Refusal | null {
  for (const followed of orders) {
    const { order } = followed;
    if (order.status !== 'released' || isGiven(order) || money === null) continue;
    const obstacle = securedBy(order, { money }, today);
    if (obstacle !== null) return { ...refuse(followed, obstacle.code, obstacle.data), who: obstacle.who };
  }
  return null;
}

/** The terms of every order in the shipment, the customer's debts and his limit; asked last, of goods that could leave. */
function keptByMoney(
  { by, today }: ShipGoods,
  orders: readonly OrderAndShipments[],
  lines: readonly ShipmentLine[],
  { money }: ShipmentContext,
): Refusal | null {
  const [first] = orders;
  const paying = orders.filter(({ order }) => !isGiven(order)).map(({ order }) => order.number);
  if (first === undefined || paying.length === 0) return null;
  const { code } = first.order.customer;
  if (money?.customer.customerCode !== code) throw new Error(`the account of customer ${code} was not loaded`);
  const goods = lines.filter(({ order }) => paying.includes(order));
  const answeredBy = answeredFor(orders.filter(({ order }) => paying.includes(order.number)));
  const refused = mayShip(goods, money.customer, { today, roles: by.roles, policy: money.policy, answeredBy });
  if (refused === null) return null;
  const { code: why, who, data } = refused;
  // Who may go beyond a limit stands in the refusal; who may answer for what is unpaid, in the door of row 10a.
  return { ...refuse(first, why, data), who: who ?? answerers };
}

/** Row 10a: who answers for what is unpaid, for every order in the shipment and for nothing that left since he said so. */
function answeredFor(orders: readonly OrderAndShipments[]): readonly Role[] {
  const words = orders.map(({ order, shipments }) => {
    const allowed = order.status === 'released' ? order.shippingAllowed : undefined;
    const used = shipments.some(({ shipped }) => allowed !== undefined && shipped.at >= allowed.at);
    return used ? undefined : allowed?.as;
  });
  if (!words.every((word) => word !== undefined)) return [];
  // Where one word goes further than another, the nearer one holds for all of them.
  const least = answerers.find((role) => words.includes(role));
  return least === undefined ? [] : [least];
}

/** The one whose word goes furthest stands last. */
const answerers: readonly Role[] = doorsOf('allow-shipping').flatMap(({ roles }) => roles);

/** Everything of the order named whole that may leave. */
function openOf(command: ShipGoods, orders: readonly OrderAndShipments[]): readonly ShipmentLine[] {
  const whole = orders.find(({ order }) => order.number === command.order);
  if (whole === undefined) return [];
  return progressOf(whole.order, whole.shipments)
    .filter(({ ready }) => !isZero(ready))
    .map(({ line, ready }) => ({ order: whole.order.number, line, quantity: ready }));
}

/** One entry a line: two entries of one line must not each take the same remainder. Batches stay apart. */
function merged(lines: readonly LeavingLine[]): readonly ShipmentLine[] {
  const byLine = Map.groupBy(lines, ({ order, line }) => `${order}/${line}`);
  return [...byLine.values()].flatMap((entries): readonly ShipmentLine[] => {
    const [first] = entries;
    if (first === undefined) return [];
    const { batch: _batch, takenIn: _takenIn, ...place } = first;
    const batches = batchesOf(entries);
    const takenIn = papersOf(entries);
    const said = { ...(batches.length > 0 && { batches }), ...(takenIn !== '' && { takenIn }) };
    return [{ ...place, quantity: totalOf(entries), ...said }];
  });
}

/** Batches of one line may have come by different papers. */
const papersOf = (entries: readonly LeavingLine[]): string =>
  [...new Set(entries.flatMap(({ takenIn }) => takenIn?.trim() || []))].join(', ');

function batchesOf(entries: readonly LeavingLine[]): readonly BatchQuantity[] {
  const named = entries.filter(({ batch }) => batch?.trim());
  const byBatch = Map.groupBy(named, ({ batch = '' }) => batch.trim());
  return [...byBatch].map(([batch, own]) => ({ batch, quantity: totalOf(own) }));
}

const totalOf = (entries: readonly LeavingLine[]): Decimal => sum(entries.map(({ quantity }) => quantity));

function differingCustomers(orders: readonly OrderAndShipments[]): Refusal | null {
  const [first, ...others] = orders;
  const other = others.find(({ order }) => order.customer.code !== first?.order.customer.code);
  if (first === undefined || other === undefined) return null;
  return refuse(first, 'shipment.customers-differ', {
    customer: first.order.customer.name,
    other: other.order.customer.name,
    order: other.order.number,
  });
}

type LineGuard = (entry: ShipmentLine, followed: OrderAndShipments) => Refusal | null;

function firstRefusal(
  lines: readonly ShipmentLine[],
  orders: readonly OrderAndShipments[],
  guard: LineGuard,
): Refusal | null {
  for (const entry of lines) {
    const followed = orders.find(({ order }) => order.number === entry.order);
    const refused = followed === undefined ? null : guard(entry, followed);
    if (refused !== null) return refused;
  }
  return null;
}

/** Asked of each entry as it was sent, before entries of one line are summed: a negative one must not hide in a sum. */
const quantityNotPositive: LineGuard = (entry, followed) =>
  compare(entry.quantity, zero) > 0
    ? null
    : refuse(followed, 'shipment.quantity-not-positive', {
        order: entry.order,
        line: `${entry.line}`,
        wanted: entry.quantity,
      });

/** Where a part of a piece is left from before, it may leave with the rest. */
const partOfPiece: LineGuard = (entry, followed) => {
  const { order, shipments } = followed;
  const content = order.lines.find(({ line }) => line === entry.line);
  const ready = progressOf(order, shipments).find(({ line }) => line === entry.line)?.ready ?? zero;
  if (content === undefined || compare(entry.quantity, ready) === 0 || !isPartOfPiece(entry.quantity, content))
    return null;
  const place = { order: entry.order, line: `${entry.line}`, item: content.itemCode };
  return refuse(followed, 'quantity.part-of-piece', { ...place, wanted: entry.quantity });
};

/** What is open and may leave, and beyond what is open as little as the policy lets pass (policy 9). */
const exceedsOpen =
  ({ policy, stock }: ShipmentContext): LineGuard =>
  (entry, followed) => {
    const { order, shipments } = followed;
    const place = { order: entry.order, line: `${entry.line}` };
    const progress = progressOf(order, shipments).find(({ line }) => line === entry.line);
    const rules = { policy, prices: stock.prices };
    const most = mostThatMayLeave(followed, entry.line, rules);
    if (progress === undefined || most === null) return refuse(followed, 'shipment.line-unknown', place);
    if (compare(entry.quantity, most) <= 0) return null;
    const amounts = { ...place, item: itemOf(order, entry.line), wanted: entry.quantity };
    const { open } = progress;
    return compare(entry.quantity, open) > 0 && compare(entry.quantity, mostInAll(followed, entry.line, rules)) > 0
      ? refuse(followed, 'shipment.exceeds-open', { ...amounts, open })
      : refuse(followed, 'shipment.not-ready', { ...amounts, ready: most });
  };

/**
 * What leaves is on hand: what is held for it against goods to come waits for them, and what leaves beyond that is nobody else's.
 * Goods of a line that were expected and have come since the stock was counted leave by the paper that took these very goods in.
 */
function firstAbsent(missing: readonly NotThere[], orders: readonly OrderAndShipments[]): Refusal | null {
  const hasCome = ({ entry, expected }: NotThere): boolean => expected !== null && entry.takenIn !== undefined;
  const absent = missing.find((each) => !hasCome(each));
  if (absent === undefined) return null;
  const { entry, isHeld, wanted, onHand, expected } = absent;
  const followed = orders.find(({ order }) => order.number === entry.order);
  const item = followed === undefined ? '' : itemOf(followed.order, entry.line);
  const place = { order: entry.order, line: `${entry.line}`, item, wanted };
  if (!isHeld) return refuse(followed, 'shipment.not-free', { ...place, free: onHand });
  const until = expected === null ? {} : { date: expected, context: 'expected' };
  return refuse(followed, 'shipment.not-arrived', { ...place, available: onHand, ...until });
}

/**
 * Lines that draw on goods to come say by when those stood in the stock sheet, which is where they are taken from, and by which
 * paper they came; what was on hand needs none.
 */
const drawnFrom =
  (missing: readonly NotThere[]) =>
  (line: ShipmentLine): ShipmentLine => {
    const dates = missing.flatMap(({ entry, expected }) => (entry === line && expected !== null ? [expected] : []));
    const inbound = dates.toSorted().at(-1);
    const { takenIn, ...onHand } = line;
    return inbound === undefined ? onHand : { ...onHand, inbound, ...(takenIn !== undefined && { takenIn }) };
  };

const itemOf = (order: OrderState, line: number): string =>
  order.lines.find((candidate) => candidate.line === line)?.itemCode ?? '';

const refuse = (
  followed: OrderAndShipments | undefined,
  code: RefusalCode,
  data?: Readonly<Record<string, string | Decimal>>,
): Refusal =>
  refusal('ship-goods', followed === undefined ? 'none' : statusOf(followed.order, followed.shipments), code, data);
