import type { CheckContext, OrderInCheck } from './context.ts';
import { hasItem, type ItemLine } from './item-line.ts';
import { pricePaid } from './line-amount.ts';
import type { Observation } from './rule.ts';

/** Floor prices and costs are in the book's currency only; without a rate no other can be compared with them. */
export const isPayableInBook = ({ currency }: OrderInCheck, { knowledge }: CheckContext): boolean =>
  currency === knowledge.prices?.currency;

/**
 * Orders in another currency with something a rule would have compared: each is said to be unchecked, once, at the first row
 * it would have looked at.
 */
export const uncomparedOrders = (
  rule: string,
  context: CheckContext,
  isCompared: (line: ItemLine) => boolean,
): readonly Observation[] =>
  context.orders
    .filter((order) => !isPayableInBook(order, context))
    .flatMap((order): Observation[] => {
      const line = order.lines.filter(hasItem).find((each) => pricePaid(each.parsed) !== null && isCompared(each));
      if (!line) return [];
      return [
        {
          code: 'check.not-run',
          at: { line, field: 'unitPrice' },
          expected: { kind: 'text', value: context.knowledge.prices?.currency ?? '' },
          actual: { kind: 'text', value: order.currency },
          data: { rule, context: 'list-currency' },
        },
      ];
    });
