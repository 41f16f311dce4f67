import type { Refusal } from '../../../core/order/refusal.ts';
import { recordActions } from '../../../core/record/record-actions.ts';
import type { ReturnCommand } from '../../../core/return/command.ts';
import { decideReturn } from '../../../core/return/decide.ts';
import type { ReturnContext } from '../../../core/return/decision.ts';
import type { GoodsReturn } from '../../../core/return/goods-return.ts';
import { returnableOrderOf } from '../../../core/return/returnable-order-of.ts';
import { returnLifecycle } from '../../../core/return/transitions.ts';
import { no } from '../../../core/value/result.ts';
import type { ReturnAsked } from '../../../core/wire/side-records/return.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import type { RecordUse, Situation } from './record-use.ts';

/** Goods that come back (R43), whatever became of their order since. */
export const returnUse: RecordUse<'return', ReturnAsked> = {
  kind: 'return',
  named(request) {
    switch (request.type) {
      case 'ask-return':
        return { orders: request.lines.map(({ order }) => order) };
      case 'replace-return':
        return { orders: [request.order] };
      default:
        return {};
    }
  },
  decide(request, situation) {
    const { number, state, meta } = situation;
    const foreign = foreignTo(request, situation);
    if (foreign !== null) return no(foreign);
    const { reason: _reason, ...asked } = request;
    // The numbers of orders were looked up: those that are none have been refused.
    const command = { ...asked, ...(request.type === 'ask-return' && { number }), ...meta } as ReturnCommand;
    return decideReturn(command, state, contextOf(situation));
  },
};

function contextOf({ caller, orders, loaded }: Situation<'return'>): ReturnContext {
  const returns = new Map<string, GoodsReturn>();
  for (const { order } of orders)
    for (const { state } of loaded.records('return').ofOrder(order.number)) returns.set(state.number, state);
  return { orders: orders.map(returnableOrderOf), returns: [...returns.values()], policy: caller.policy };
}

/** What replaces a customer's goods is an order of his own, and money goes back in the currency it came in. */
function foreignTo(request: ReturnAsked, { state, orders }: Situation<'return'>): Refusal | null {
  if (state === null) return null;
  if (request.type === 'replace-return') {
    const other = orders.find(({ order }) => order.number === request.order)?.order.customer.code;
    if (other === undefined || other === state.customerCode) return null;
    return { code: 'return.customers-differ', data: { customer: state.customerCode, other } };
  }
  if (request.type !== 'refund-return') return null;
  const { currency } = request;
  const odd = orders.find(({ order }) => order.currency !== currency)?.order;
  if (odd === undefined) return null;
  return { code: 'payment.currencies-differ', data: { order: odd.number, other: odd.currency, currency } };
}

export const returnViewOf = ({ state, version }: RecordOf<'return'>, caller: Caller) => ({
  ...state,
  version,
  actions: recordActions(returnLifecycle, state, actorOf(caller)),
});
