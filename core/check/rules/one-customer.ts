import { customerFields } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/** An order has one customer: a row under the same order number that names another is reported. */
export const oneCustomer: Rule = {
  name: 'one-customer',
  codes: ['customer.conflict'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { otherCustomer } = line.parsed;
      if (otherCustomer === undefined) return [];
      const { code, name } = line.order.parsed.customer;
      return [
        {
          code: 'customer.conflict',
          at: { line, field: customerFields(line) },
          expected: { kind: 'text', value: name ?? code ?? '' },
          actual: { kind: 'text', value: otherCustomer },
        },
      ];
    }),
};
