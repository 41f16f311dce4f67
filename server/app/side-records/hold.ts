import { checksToRelease } from '../../../core/hold/blocks.ts';
import type { HoldCommand } from '../../../core/hold/command.ts';
import { decideHold } from '../../../core/hold/decide.ts';
import type { HeldOrder, HoldContext } from '../../../core/hold/decision.ts';
import { escalationDue, inCharge, standardEscalation, urgencyOf } from '../../../core/hold/escalation.ts';
import { holdActions } from '../../../core/hold/hold-actions.ts';
import { statusOf } from '../../../core/order/progress.ts';
import { workingTimeOf } from '../../../core/policy/working-time.ts';
import type { HoldAsked } from '../../../core/wire/side-records/hold.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import type { RecordUse, Situation } from './record-use.ts';
import { creditAllows, stockAllows } from './release-checks.ts';

/** Holds and exceptions (R46–R48). */
export const holdUse: RecordUse<'hold', HoldAsked> = {
  kind: 'hold',
  named(request) {
    if (request.type !== 'raise-hold') return {};
    const { scope } = request;
    return scope.on === 'customer' ? { customers: [scope.customerCode] } : { orders: [scope.order] };
  },
  goods: (request, orders) =>
    request.type === 'release-hold' ? orders.flatMap(({ lines }) => lines.map(({ itemCode }) => itemCode)) : [],
  decide(request, situation) {
    const { number, state, meta } = situation;
    const { reason: _reason, ...asked } = request;
    const command = { ...asked, ...(request.type === 'raise-hold' && { number }), ...meta } as HoldCommand;
    return decideHold(command, state, contextOf(request, situation));
  },
};

function contextOf({ type }: HoldAsked, situation: Situation<'hold'>): HoldContext {
  return {
    order: heldOrder(situation),
    checks: type === 'release-hold' ? checksOf(situation) : {},
    chain: standardEscalation,
  };
}

function heldOrder({ orders: [held] }: Situation<'hold'>): HeldOrder | null {
  if (held === undefined) return null;
  const { order, shipments } = held;
  return { number: order.number, status: statusOf(order, shipments), lines: order.lines.map(({ line }) => line) };
}

function checksOf(situation: Situation<'hold'>): HoldContext['checks'] {
  const { state, orders } = situation;
  if (state === null) return {};
  const customer = state.scope.on === 'customer' ? state.scope.customerCode : orders[0]?.order.customer.code;
  const asked = checksToRelease(state);
  return {
    ...(asked.includes('credit') && { credit: customer === undefined || creditAllows(customer, orders, situation) }),
    ...(asked.includes('stock') && { stock: orders.every((held) => stockAllows(held, situation)) }),
  };
}

export function holdViewOf({ state, version }: RecordOf<'hold'>, caller: Caller) {
  const { owner, deadline } = inCharge(state);
  return {
    ...state,
    version,
    inCharge: { owner, deadline },
    escalationDue: escalationDue(state, caller.moment.at, standardEscalation),
    asked: urgencyOf(state, caller.moment.at, standardEscalation, workingTimeOf(caller.policy, caller.profile.timeZone))
      .asked,
    actions: holdActions(state, actorOf(caller), caller.moment.at, standardEscalation),
  };
}
