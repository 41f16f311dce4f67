import { sameText } from '../../sheet/text.ts';
import { customerIdentity } from '../customer-index.ts';
import { customerPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * The first orders of a new customer go to finance before the rest, and are paid before delivery (R11, policy 7). While the
 * house has hardly any orders on record, nothing can be told of its customers.
 */
export const newCustomer: Rule = {
  name: 'new-customer',
  codes: ['customer.new'],
  scope: 'order',
  needs: ['customers', 'openAmounts'],
  check({ knowledge: { openAmounts = [], ordersConfirmed = 0 }, orders, policy: { credit } }) {
    if (ordersConfirmed < credit.youngRecordsOrders) return [];

    const confirmed = new Map(openAmounts.map((known) => [sameText(known.customerCode), known.confirmedOrders]));
    return orders.flatMap((order): Observation[] => {
      if (order.customer.kind !== 'found') return [];
      const before = confirmed.get(customerIdentity(order) ?? '') ?? 0;
      if (before >= credit.newCustomerOrders) return [];
      return [
        {
          code: 'customer.new',
          at: customerPlace(order),
          actual: { kind: 'text', value: order.customer.entry.name },
          data: { before: String(before), first: String(credit.newCustomerOrders) },
        },
      ];
    });
  },
};
