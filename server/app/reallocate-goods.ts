import type { OpenDemand } from '../../core/check/knowledge.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { demandOf } from '../../core/order/demand.ts';
import { refusal } from '../../core/order/door.ts';
import type { OrderEvent } from '../../core/order/event.ts';
import { evolve } from '../../core/order/evolve.ts';
import { parseOrderNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber, OrderState } from '../../core/order/state.ts';
import { stockedLineOf } from '../../core/order/stocked-line.ts';
import { reallocators } from '../../core/policy/reallocators.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { ReallocationRequest } from '../../core/wire/commands.ts';
import type { Decision, Loaded, OrderRecord } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { type HouseFacts, readHouse, withAccounts } from './customer-account.ts';
import { expectStill, type HeldGoods, heldGoods } from './held-goods.ts';
import { lookingAgain } from './look-again.ts';
import { once } from './once.ts';
import { orderContextIn } from './order-context.ts';
import { changedSince, versionOf } from './order-version.ts';

interface Reallocated {
  readonly from: OrderNumber;
  readonly to: OrderNumber;
}

/**
 * Row A (急单插单): goods held for one order go to another, which is approved with them. Both orders in one transaction, or
 * neither.
 */
export async function reallocateGoods(
  caller: Caller,
  request: ReallocationRequest,
  requestKey: string,
): Promise<Result<Reallocated, Refusal>> {
  // Who may not do this learns neither whether there is such an order nor what was done to it.
  if (!reallocators.some((role) => caller.user.roles.includes(role)))
    return no(refusal('reallocate-goods', 'none', 'role.not-allowed'));
  const { read } = caller.company.store;
  const [from, to] = await Promise.all(
    [request.from.order, request.to.order].map(async (text) => {
      const number = parseOrderNumber(text);
      return number === null ? null : read.records('order').byNumber(number);
    }),
  );
  if (!from || !to)
    return no({ code: 'order.not-found', data: { order: from ? request.to.order : request.from.order } });
  return lookingAgain(() => move(caller, request, [from.state, to.state], requestKey));
}

async function move(
  caller: Caller,
  request: ReallocationRequest,
  [from, to]: readonly [OrderState, OrderState],
  requestKey: string,
): Promise<Result<Reallocated, Refusal>> {
  const items = [...itemsOf(from), ...itemsOf(to)];
  const goods = await heldGoods(caller.company.store.read, items);
  const house = await readHouse(caller);
  const customers = [from.customer.code, to.customer.code];
  const numbers = [from.number, to.number];
  return once<Reallocated>(
    caller,
    { requestKey, asks: ['reallocate', request] },
    {
      ...withAccounts(customers, {
        locks: [...numbers.map((number) => `order:${number}`), ...goods.locks],
        load: {
          records: { order: { byNumber: numbers }, hold: { ofCustomer: customers } },
          holding: goods.codes,
        },
      }),
      decide: (loaded) => {
        const [loser, winner] = numbers.map((number) => loaded.records('order').byNumber(number));
        if (!loser || !winner) return { refuse: { code: 'version.stale' } };
        const stale = staleness(loser, request.from, loaded) ?? staleness(winner, request.to, loaded);
        if (stale !== null) return { refuse: stale };
        expectStill(goods, items, loaded);
        return decided(caller, { request, loser, winner, goods, house }, loaded);
      },
    },
  );
}

/** Either order changed since the manager looked at it: he would give away, or give to, what he hasn't seen. */
function staleness(record: OrderRecord, { version }: ReallocationRequest['from'], loaded: Loaded): Refusal | null {
  const { number } = record.state;
  const shipments = loaded.records('shipment').ofOrder(number);
  if (versionOf(record, shipments) === version) return null;
  const since = changedSince(record, shipments, version);
  const named = since.by === undefined ? {} : { context: 'order' };
  return { code: 'version.stale', data: { ...since, order: number, ...named } };
}

interface Moving {
  readonly request: ReallocationRequest;
  readonly loser: OrderRecord;
  readonly winner: OrderRecord;
  readonly goods: HeldGoods;
  readonly house: HouseFacts;
}

function decided(
  caller: Caller,
  { request, loser, winner, goods, house }: Moving,
  loaded: Loaded,
): Decision<Reallocated> {
  const contextOf = ({ number, customer }: OrderState, openDemand?: readonly OpenDemand[]) =>
    orderContextIn(caller, { number, customerCode: customer.code, goods }, loaded, house, openDemand);
  const meta = metaOf(caller, request.reason);
  const left = loaded.records('shipment').ofOrder(winner.state.number);
  const to = stockedLineOf(
    winner.state,
    left.map(({ state }) => state),
    request.to.line,
  );
  if (to === null) return { refuse: { code: 'change.line-unknown', data: { line: `${request.to.line}` } } };
  const { quantity, newDate } = request;
  const losing = contextOf(loser.state);
  const lost = decide(
    { type: 'reallocate-goods', line: request.from.line, quantity, newDate, to, ...meta },
    loser.state,
    losing,
  );
  if (!lost.ok) return { refuse: lost.reason };
  const after = lost.value.reduce<OrderState>((state, event: OrderEvent) => evolve(state, event), loser.state);
  // Its review, too, judges by what is free once the goods are given.
  const openDemand = [
    ...losing.stock.openDemand.filter(({ orderNumber, gone }) => orderNumber !== loser.state.number || gone),
    ...demandOf({ order: after, shipments: losing.shipments }, null),
  ];
  const won = decide({ type: 'approve-order', ...meta }, winner.state, contextOf(winner.state, openDemand));
  if (!won.ok) return { refuse: won.reason };
  const append = (record: OrderRecord, events: readonly OrderEvent[]) =>
    ({ stream: 'order', id: record.state.number, version: record.version, events }) as const;
  return {
    append: [append(loser, lost.value), append(winner, won.value)],
    answer: { from: loser.state.number, to: winner.state.number },
  };
}

const itemsOf = ({ lines }: OrderState): readonly string[] => [...new Set(lines.map(({ itemCode }) => itemCode))];
