import { isEditable } from '../../core/order/decide/post-order.ts';
import { differingLines } from '../../core/order/differing-lines.ts';
import type { OrderState } from '../../core/order/state.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Shipment } from '../../core/shipment/shipment.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import type { Caller } from './company.ts';
import { checked } from './judge.ts';
import { knowledgeFor } from './knowledge.ts';
import { type OrderNames, orderNames } from './order-names.ts';

/** Enough to know whose change it is. */
const mostDiffering = 5;

interface KnownOrderAt extends KnownOrder {
  /** Its place in the batch. */
  readonly order: number;
}

/** The orders that have the keys of these rows already: what posting them would come to, before it is done (X4). */
export async function knownOrders(caller: Caller, batch: ParsedBatch): Promise<readonly KnownOrderAt[]> {
  const { company } = caller;
  const { orders } = checked(caller, batch, await knowledgeFor(caller, batch));
  const known = orders.map(
    async ({ order, checked: judged, customerCode }, index): Promise<readonly KnownOrderAt[]> => {
      if (customerCode === null) return [];
      const names = orderNames(company, order, customerCode);
      const found = await company.store.read.orderByKey(names.orderKey);
      if (found === null) return [];
      const { state, version } = found;
      const shipments = (await company.store.read.records('shipment').ofOrder(state.number)).map(({ state }) => state);
      const posting = postingOf(state, names, shipments);
      const differing =
        judged !== null && (posting === 'edits' || posting === 'refused')
          ? differingLines(state.lines, judged.lines).slice(0, mostDiffering)
          : [];
      return [{ order: index, number: state.number, version, posting, ...(differing.length > 0 && { differing }) }];
    },
  );
  return (await Promise.all(known)).flat();
}

function postingOf(
  order: OrderState,
  { contentHash }: OrderNames,
  shipments: readonly Shipment[],
): KnownOrder['posting'] {
  if (order.contentHash === contentHash) return 'same';
  if (order.status === 'faulty') return 'mends';
  return isEditable(order, { shipments }) ? 'edits' : 'refused';
}
