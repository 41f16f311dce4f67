import type { Actor, Role } from '../policy/roles.ts';
import type { ShipmentCommand } from '../shipment/command.ts';
import { decideShipment } from '../shipment/decide.ts';
import { recheckPoints } from '../shipment/recheck.ts';
import type { ShipmentNumber } from '../shipment/shipment.ts';
import { type Instant, monthOf, type PlainDate } from '../value/date.ts';
import { type Decimal, isZero, minimum } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';
import type { CommandMeta, OrderCommandType } from './command.ts';
import type { OrderContext } from './context.ts';
import { decide } from './decide/decide.ts';
import { closedDoor, refusal } from './door.ts';
import type { CreditTerms } from './letter-of-credit.ts';
import { sameOwner } from './owner.ts';
import { type LineProgress, progressOf, statusOf } from './progress.ts';
import type { Refusal } from './refusal.ts';
import { reviewNow } from './review-plan.ts';
import { stamp } from './stamp.ts';
import type { OrderState } from './state.ts';
import { type LifecycleCommand, transitions } from './transitions.ts';

/** One thing that can be done with an order, now and by this person, or why not and who could. */
export interface OrderAction {
  readonly command: LifecycleCommand;
  readonly allowed: boolean;
  /** The command is refused without a reason. */
  readonly needsReason: boolean;
  /** Present when it isn't allowed. */
  readonly refusal?: Refusal;
}

export interface Moment {
  readonly at: Instant;
  readonly today: PlainDate;
}

/**
 * Every command of the lifecycle in table order, except posting (which rows do). Each is tried on the order as if all that
 * a person fills in were filled in well, so that screen and decision can't disagree.
 */
export function availableActions(
  order: OrderState,
  actor: Actor,
  context: OrderContext,
  moment: Moment,
): readonly OrderAction[] {
  return commands.map((command) => {
    const plain = { by: actor, ...moment, policy: context.policy.version };
    const answer = tried(command, { ...plain, reason: '–' }, order, context);
    const silent = tried(command, plain, order, context);
    const needsReason = !silent.ok && silent.reason.code === 'reason.missing';
    return answer.ok
      ? { command, allowed: true, needsReason }
      : { command, allowed: false, needsReason, refusal: answer.reason };
  });
}

/** Rows post, a change request changes, another order takes goods: none is done to an order by itself. */
type Elsewhere = 'post-order' | 'save-draft' | 'change-order' | 'reallocate-goods';
type Offered = Exclude<LifecycleCommand, Elsewhere>;
type Tried = Exclude<OrderCommandType, Elsewhere>;

const elsewhere: readonly (LifecycleCommand | null)[] = [
  null,
  'post-order',
  'save-draft',
  'change-order',
  'reallocate-goods',
];
const commands = [...new Set<LifecycleCommand | null>(transitions.map(({ command }) => command))].filter(
  (command): command is Offered => !elsewhere.includes(command),
);

function tried(
  command: Offered,
  meta: CommandMeta,
  order: OrderState,
  context: OrderContext,
): Result<unknown, Refusal> {
  if (command === 'ship-goods' || command === 'ship-emergency') return triedShipping(command, meta, order, context);
  if (command === 'record-receipt') return triedReceipt(meta, order, context);
  return triedOnOrder(command, meta, order, context);
}

function triedOnOrder(
  type: Tried,
  meta: CommandMeta,
  order: OrderState,
  context: OrderContext,
): Result<unknown, Refusal> {
  switch (type) {
    case 'sign-off':
      return triedSignOff(meta, order, context);
    case 'approve-order':
      return triedApproval(meta, order, context);
    case 'ask-customer':
      return decide({ type, ...meta, question: '–' }, order, context);
    case 'record-answer':
      return triedAnswer(meta, order, context);
    case 'attach-paper':
      return decide({ type, ...meta, kind: 'other', file: { sha256: '', name: '–' } }, order, context);
    case 'record-sending':
      return decide({ type, ...meta, channel: 'e-mail', to: '–' }, order, context);
    case 'record-arrival':
    case 'reject-copy':
      return decide({ type, ...meta, on: meta.today }, order, context);

    case 'issue-letter':
      return decide({ type, ...meta, promisedOn: meta.today }, order, context);
    case 'record-countersign':
      return decide({ type, ...meta, on: meta.today }, order, context);
    case 'record-letter-of-credit':
      return decide({ type, ...meta, terms: creditFor(order, meta) }, order, context);
    case 'examine-letter-of-credit':
      return decide({ type, ...meta, verdict: 'clean' }, order, context);
    case 'assign-order':
      return decide({ type, ...meta, to: somebodyElse(order) }, order, context);
    case 'begin-supply':
      return decide({ type, ...meta, readyOn: meta.today }, order, context);
    case 'request-shipping':
      return decide({ type, ...meta, on: meta.today }, order, context);
    case 'archive-order':
      return decide({ type, ...meta, month: monthOf(meta.today) }, order, context);
    default:
      return decide({ type, ...meta }, order, context);
  }
}

type Shipping = 'ship-goods' | 'ship-emergency';

/** All that may leave; where some of that isn't on hand, the first line of which something is, or should be by now. */
function triedShipping(
  type: Shipping,
  meta: CommandMeta,
  order: OrderState,
  context: OrderContext,
): Result<unknown, Refusal> {
  const whole = shippedAsTold(type, meta, order, { order: order.number, lines: [] }, context);
  if (whole.ok || whole.reason.code !== 'shipment.not-arrived') return whole;
  const lines = progressOf(order, context.shipments).filter(({ ready }) => !isZero(ready));
  const tries = lines.map((line) => triedLine(type, meta, order, line, context));
  return tries.find(({ ok: done }) => done) ?? whole;
}

/** One of it, or all of less. Goods whose day has come may have come: whoever ships says by which paper, or that they haven't. */
function triedLine(
  type: Shipping,
  meta: CommandMeta,
  order: OrderState,
  { line, ready }: LineProgress,
  context: OrderContext,
): Result<unknown, Refusal> {
  const one = { order: order.number, line, quantity: minimum(ready, '1' as Decimal) };
  const answer = shippedAsTold(type, meta, order, { lines: [one] }, context);
  if (answer.ok || answer.reason.code !== 'shipment.not-arrived') return answer;
  const { date } = answer.reason.data ?? {};
  if (date === undefined || date > meta.today) return answer;
  return shippedAsTold(type, meta, order, { lines: [{ ...one, takenIn: '–' }] }, context);
}

function shippedAsTold(
  type: Shipping,
  meta: CommandMeta,
  order: OrderState,
  goods: Pick<ShipCommand, 'order' | 'lines'>,
  { shipments, stock, money, holds, policy, routing }: OrderContext,
): Result<unknown, Refusal> {
  const number = 'DN' as ShipmentNumber; // never kept: the events of a trial are thrown away
  const colleague = routing.staff.find(({ userId }) => userId !== meta.by.userId);
  const recheck = { by: colleague?.userId ?? '–', confirmed: recheckPoints };
  return decideShipment({ type, ...meta, number, ...goods, recheck }, null, {
    orders: [{ order, shipments }],
    money,
    holds,
    policy,
    staff: routing.staff,
    stock,
  });
}
type ShipCommand = Exclude<ShipmentCommand, { readonly type: 'record-receipt' }>;

/** Some role that it doesn't belong to. */
const somebodyElse = ({ owner }: OrderState): { readonly role: Role } =>
  sameOwner(owner, { role: 'sales' }) ? { role: 'order-desk' } : { role: 'sales' };

/** Any step that the actor may sign by the plan as it is now, whatever it was at submission; with all that could be written down. */
function triedSignOff(meta: CommandMeta, order: OrderState, context: OrderContext): Result<unknown, Refusal> {
  const signed = (step: string) =>
    decide(
      { type: 'sign-off', ...meta, step, verdict: 'agree', statement: '–', contentHash: order.contentHash },
      order,
      context,
    );
  const { review } = order.status === 'in-review' ? reviewNow(order, context, stamp(meta)) : order;
  const steps = review?.plan.steps.map(({ id }) => id) ?? [];
  const tries = steps.map(signed);
  return tries.find(({ ok: done }) => done) ?? tries[0] ?? signed('');
}

/** One that would do. */
const creditFor = ({ total, currency }: OrderState, { today }: CommandMeta): CreditTerms => ({
  ...{ credit: '–', bank: '–', amount: total, currency },
  ...{ receivedOn: today, latestShipment: today, expires: today },
});

/** From stock; where there is too little of something, with everything made or bought for the order. */
function triedApproval(meta: CommandMeta, order: OrderState, context: OrderContext): Result<unknown, Refusal> {
  const type = 'approve-order';
  const fromStock = decide({ type, ...meta }, order, context);
  if (fromStock.ok || fromStock.reason.code !== 'stock.short') return fromStock;
  const untouched = progressOf(order, context.shipments).filter(({ shipped }) => isZero(shipped));
  const supply = untouched.map(({ line }) => ({ line, mode: 'production' as const }));
  return decide({ type, ...meta, supply }, order, context);
}

/** The oldest question without an answer. */
function triedAnswer(meta: CommandMeta, order: OrderState, context: OrderContext): Result<unknown, Refusal> {
  const open = order.review?.questions.find(({ answered }) => answered === undefined);
  const answer = { from: '–', answer: '–', receivedAt: meta.at };
  return decide({ type: 'record-answer', ...meta, ...answer, number: open?.number ?? 0 }, order, context);
}

/** Some shipment must be on its way; which one is received is asked of that shipment. */
function triedReceipt(meta: CommandMeta, order: OrderState, { shipments }: OrderContext): Result<unknown, Refusal> {
  const type = 'record-receipt';
  const status = statusOf(order, shipments);
  const closed = closedDoor({ type, ...meta }, status);
  if (closed !== null) return no(closed);
  const waits = shipments.some(({ received }) => received === undefined);
  return waits ? ok(null) : no(refusal(type, status, 'shipment.none-on-the-way'));
}
