import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { Caller } from './company.ts';
import type { Posting } from './enter-order.ts';
import { orderNames } from './order-names.ts';
import { standingOf } from './order-standing.ts';
import { isAsBefore } from './post-order.ts';

/** Rows that wouldn't be taken today, but were: the order is here, unchanged. */
export async function asBefore(
  caller: Caller,
  order: ParsedOrder,
  customerCode: string | null,
  submit: boolean,
): Promise<Posting | null> {
  const { company } = caller;
  if (customerCode === null) return null;
  const names = orderNames(company, order, customerCode);
  const known = await company.store.read.orderByKey(names.orderKey);
  if (known === null || !isAsBefore(known, names, submit)) return null;
  const { number } = known.state;
  const shipments = await company.store.read.records('shipment').ofOrder(number);
  return {
    outcome: 'unchanged',
    number,
    ...standingOf(
      known.state,
      shipments.map(({ state }) => state),
      caller,
    ),
  };
}
