import type { CheckResult } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { BookNeeded } from '../check/missing-books.ts';
import type { TurnedAway } from '../check/turned-away.ts';
import type { ParsedBatch, ParsedOrder } from '../sheet/parsed-order.ts';
import { fits, requestsOf } from './check-requests.ts';
import { type Client, ProblemAnswer, ServerAway } from './client.ts';

/** What the server said: of the rows, and of what posting would do with their orders. */
export interface ServerAnswer {
  readonly findings: readonly Finding[];
  readonly turnedAway: TurnedAway;
}

/**
 * Has the server make the checks that couldn't be made here: what a customer bought before, what he owes, what the goods
 * cost. It judges by its own published books, as it will when the orders are posted. Null when there is nothing to ask, or
 * the server is away or doesn't let this user: it then stays "not checked".
 */
export async function serverFindings(
  client: Client,
  { tables }: Pick<ParsedBatch, 'tables'>,
  result: Pick<CheckResult, 'unchecked' | 'orders'>,
): Promise<ServerAnswer | null> {
  const orders = result.orders.filter(fits).map(({ order }) => order);
  if (result.unchecked.length === 0 || orders.length === 0) return null;
  try {
    const findings: Finding[] = [];
    const missing = new Set<BookNeeded>();
    const away = new Map<ParsedOrder, readonly Finding[]>();
    for (const body of requestsOf({ tables, orders })) {
      const answer = await client.call('check', { body });
      findings.push(...answer.findings);
      for (const book of answer.missing) missing.add(book);
      for (const { order: at, findings: errors } of answer.turnedAway) {
        const order = body.orders[at];
        if (order) away.set(order, errors);
      }
    }
    return { findings, turnedAway: { missing: [...missing], orders: away } };
  } catch (error) {
    if (error instanceof ServerAway || (error instanceof ProblemAnswer && [401, 403].includes(error.status)))
      return null;
    throw error;
  }
}
