import { type CheckContext, type OrderInCheck, ordersInSheetOrder } from '../context.ts';
import { customerIdentity } from '../customer-index.ts';
import { itemVariant } from '../item-index.ts';
import { orderSignature } from '../line-signature.ts';
import { cellOf, orderPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * The same lines for the same customer under two order numbers: most often one order typed twice, or a sheet copied. The
 * first one stands, the later ones are reported.
 */
export const repeatedOrder: Rule = {
  name: 'repeated-order',
  codes: ['order.repeated'],
  scope: 'check',
  needs: [],
  check(context) {
    const firsts = new Map<string, OrderInCheck>();
    return ordersInSheetOrder(context).flatMap((order): Observation[] => {
      const content = contentOf(order);
      if (content === null) return [];
      const first = firsts.get(content);
      if (first) return [repetition(order, first, context)];
      firsts.set(content, order);
      return [];
    });
  },
};

/** Who orders what, as one text; null while that isn't clear. */
function contentOf(order: OrderInCheck): string | null {
  const [customer, lines] = [customerIdentity(order), orderSignature(order)];
  if (customer === null || lines === null) return null;
  return JSON.stringify([customer, order.currency, lines, order.lines.map(itemVariant).sort()]);
}

const repetition = (order: OrderInCheck, first: OrderInCheck, { tables }: CheckContext): Observation => {
  const { table, name } = cellOf(orderPlace(first), tables);
  return {
    code: 'order.repeated',
    at: orderPlace(order),
    actual: { kind: 'text', value: order.parsed.key ?? '' },
    data: {
      first: `${table.sheet} ${name}`,
      ...(first.parsed.key !== null && { order: first.parsed.key, context: 'named' }),
    },
  };
};
