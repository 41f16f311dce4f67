import { randomUUID } from 'node:crypto';
import { add, compare, type Decimal, maximum, multiply, round, subtract, sum, zero } from '../../core/value/decimal.ts';
import type { Answer, Client } from '../../core/wire/client.ts';
import type { OrderView } from '../../core/wire/views.ts';

type Account = Answer<'customerAccount'>;

/**
 * The customers of these orders pay what is due, and what their terms ask for before the goods leave: a transfer each,
 * allocated over all of his orders it is for. Answers how many came in.
 */
export async function receiveWhatIsAsked(finance: Client, leaving: readonly OrderView[]): Promise<number> {
  const numbers = new Set(leaving.map(({ number }) => number));
  let received = 0;
  for (const code of new Set(leaving.map(({ customer }) => customer.code))) {
    const account = await finance.call('customerAccount', { params: { code } });
    for (const [currency, orders] of Map.groupBy(account.orders, (order) => order.currency)) {
      const allocations = orders
        .map((order) => ({ order: order.number, amount: askedOf(order, numbers.has(order.number)) }))
        .filter(({ amount }) => compare(amount, zero) > 0);
      if (allocations.length === 0) continue;
      await finance.call('receivePayment', {
        body: {
          customerCode: code,
          kind: 'balance',
          means: { by: 'transfer' },
          amount: sum(allocations.map(({ amount }) => amount)),
          currency,
          receivedOn: account.today,
          allocations,
        },
        requestKey: randomUUID(),
      });
      received += 1;
    }
  }
  return received;
}

/** What is due by today, or, of goods about to leave, must be in before; whichever is more. */
function askedOf({ total, paid, due, open, terms }: Account['orders'][number], leaves: boolean): Decimal {
  const before = terms.filter(({ at }) => at === 'order' || at === 'shipping').map(({ share }) => share);
  const required = leaves ? round(multiply(total, before.reduce(add, zero)), 2) : zero;
  const asked = maximum(due, subtract(required, paid));
  return compare(asked, open) > 0 ? open : asked;
}
