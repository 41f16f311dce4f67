import type { Refusal } from '../../../core/order/refusal.ts';
import type { PersonKey } from '../../../core/record/person.ts';
import { recordActions } from '../../../core/record/record-actions.ts';
import type { CommunicationCommand } from '../../../core/service/communication/command.ts';
import { decideCommunication } from '../../../core/service/communication/decide.ts';
import { communicationLifecycle } from '../../../core/service/communication/transitions.ts';
import { no } from '../../../core/value/result.ts';
import type { CommunicationAsked } from '../../../core/wire/side-records/service.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import type { RecordUse, Situation } from './record-use.ts';

type LogAsked = Extract<CommunicationAsked, { readonly type: 'log-communication' }>;
/** With whom it was said is a key here already: nothing that is kept knows his name. */
export type KeyedCommunication =
  | Exclude<CommunicationAsked, { readonly type: 'log-communication' }>
  | (Omit<LogAsked, 'withWhom'> & { readonly withWhom: PersonKey });

/** The communication log (R63). */
export const communicationUse: RecordUse<'communication', KeyedCommunication> = {
  kind: 'communication',
  named: (request) =>
    request.type === 'log-communication' ? { orders: request.orders, customers: [request.customerCode] } : {},
  decide(request, situation) {
    const { number, state, meta } = situation;
    const foreign = request.type === 'log-communication' ? othersOrder(request.customerCode, situation) : null;
    if (foreign !== null) return no(foreign);
    const { reason: _reason, ...asked } = request;
    const command = { ...asked, ...(request.type === 'log-communication' && { number }), ...meta };
    return decideCommunication(command as CommunicationCommand, state);
  },
};

/** An entry stands in one customer's log; another's order has no place in it. */
function othersOrder(customer: string, { orders }: Situation<'communication'>): Refusal | null {
  const odd = orders.find(({ order }) => order.customer.code !== customer)?.order;
  if (odd === undefined) return null;
  return { code: 'communication.customers-differ', data: { order: odd.number, other: odd.customer.code, customer } };
}

export async function communicationViewOf({ state, version }: RecordOf<'communication'>, caller: Caller) {
  const person = await caller.company.store.people.read(state.withWhom);
  return {
    ...state,
    withWhom: { key: state.withWhom, person },
    version,
    actions: recordActions(communicationLifecycle, state, actorOf(caller)),
  };
}
