import { isStillCovered } from '../../../core/hold/still-covered.ts';
import { type OrderAndShipments, progressOf } from '../../../core/order/progress.ts';
import type { OrderState } from '../../../core/order/state.ts';
import { mayGoOn } from '../../../core/receivable/doors.ts';
import { isZero } from '../../../core/value/decimal.ts';
import { moneyIn } from '../customer-account.ts';
import type { Situation } from './record-use.ts';

/** What is asked again before a hold is released: the world went on meanwhile (row H). */

type Asking = Pick<Situation<'hold'>, 'caller' | 'loaded' | 'openDemand' | 'house'>;

/** The stock book still has what the order holds of it. */
export const stockAllows = (held: OrderAndShipments, { caller, loaded, openDemand }: Asking): boolean =>
  isStillCovered(held, { stock: loaded.stock, prices: loaded.prices, openDemand, today: caller.moment.today });

/**
 * The customer may be trusted with what was held: of an order what is still to leave, and of a customer who was held all
 * that was confirmed to him. Or who releases it may let him go beyond.
 */
export function creditAllows(
  customerCode: string,
  held: readonly OrderAndShipments[],
  { caller, loaded, house }: Asking,
): boolean {
  const { customer, policy } = moneyIn(caller, customerCode, loaded, house);
  const released = held.length > 0 ? held : confirmedTo(customerCode, { loaded });
  const goods = released.flatMap((each) =>
    progressOf(each.order, each.shipments)
      .filter(({ open }) => !isZero(open))
      .map(({ line, open }) => ({ order: each.order.number, line, quantity: open })),
  );
  return mayGoOn(goods, customer, { today: caller.moment.today, roles: caller.user.roles, policy }) === null;
}

function confirmedTo(customerCode: string, { loaded }: Pick<Asking, 'loaded'>): readonly OrderAndShipments[] {
  const shipments = loaded
    .records('shipment')
    .ofCustomer(customerCode)
    .map(({ state }) => state);
  const orders = loaded.records('order').ofCustomer(customerCode);
  return orders.filter(({ state }) => runs(state)).map(({ state }) => ({ order: state, shipments }));
}

const runs = ({ status }: OrderState): boolean =>
  status === 'to-confirm' || status === 'awaiting-countersign' || status === 'released';
