import { randomUUID } from 'node:crypto';
import { compare, type Decimal, maximum, multiply, round, subtract, sum, zero } from '../../core/value/decimal.ts';
import type { Answer, Client } from '../../core/wire/client.ts';
import type { OrderView } from '../../core/wire/order-views.ts';

type Account = Answer<'customerAccount'>;

/**
 * The customers of these orders pay what is due and what is agreed as prepayment, and of goods that are leaving what their
 * terms ask for before they do: a transfer each, allocated over all of his orders it is for. Answers how many came in.
 */
export async function receiveWhatIsAsked(
  finance: Client,
  orders: readonly OrderView[],
  leaving: ReadonlySet<string>,
): Promise<number> {
  const confirmed = new Set(orders.map(({ number }) => number));
  const momentsOf = (order: string): readonly Moment[] =>
    leaving.has(order) ? ['order', 'shipping'] : confirmed.has(order) ? ['order'] : [];
  let received = 0;
  for (const code of new Set(orders.map(({ customer }) => customer.code))) {
    const account = await finance.call('customerAccount', { params: { code } });
    for (const [currency, own] of Map.groupBy(account.orders, (order) => order.currency)) {
      const allocations = own
        .map((order) => ({ order: order.number, amount: askedOf(order, momentsOf(order.number)) }))
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

type AccountOrder = Account['orders'][number];
type Moment = AccountOrder['terms'][number]['at'];

/** What is due by today, or must be in for the moments that are near; whichever is more. */
function askedOf({ total, paid, due, open, terms }: AccountOrder, near: readonly Moment[]): Decimal {
  const shares = terms.filter(({ at }) => near.includes(at)).map(({ share }) => share);
  const required = round(multiply(total, sum(shares)), 2);
  const asked = maximum(due, subtract(required, paid));
  return compare(asked, open) > 0 ? open : asked;
}
