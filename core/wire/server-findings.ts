import type { CheckResult } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { ParsedBatch } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';
import { type Client, ProblemAnswer, ServerAway } from './client.ts';

/** What the server takes in one request (core/wire/batch.ts, with room for the rest of the body). */
const ordersPerRequest = 500;
const linesPerRequest = 5000;

/**
 * Has the server make the checks that couldn't be made here: what a customer bought before, what he owes, what the goods
 * cost. Null when there is nothing to ask, or the server is away or doesn't let this user: it then stays "not checked".
 */
export async function serverFindings(
  client: Client,
  batch: ParsedBatch,
  { unchecked }: Pick<CheckResult, 'unchecked'>,
): Promise<readonly Finding[] | null> {
  if (unchecked.length === 0 || batch.orders.length === 0) return null;
  try {
    const findings: Finding[] = [];
    for (const body of requestsOf(batch)) findings.push(...(await client.call('check', { body })).findings);
    return findings;
  } catch (error) {
    if (error instanceof ServerAway || (error instanceof ProblemAnswer && [401, 403].includes(error.status)))
      return null;
    throw error;
  }
}

/** All orders of one customer go together: what he owes is counted over all of them, as far as one request can hold them. */
function requestsOf({ tables, orders }: ParsedBatch): readonly ParsedBatch[] {
  const byCustomer = Map.groupBy(orders, ({ customer: { code, name } }) => sameText(code ?? name ?? ''));
  const requests: ParsedBatch['orders'][number][][] = [[]];
  const fits = (group: ParsedBatch['orders']): boolean => {
    const pending = [...(requests.at(-1) ?? []), ...group];
    return pending.length <= ordersPerRequest && linesOf(pending) <= linesPerRequest;
  };
  for (const group of byCustomer.values()) {
    if (!fits(group)) requests.push([]);
    for (const order of group) {
      if (!fits([order])) requests.push([]);
      requests.at(-1)?.push(order);
    }
  }
  return requests.filter(({ length }) => length > 0).map((part) => ({ tables, orders: part }));
}

const linesOf = (orders: ParsedBatch['orders']): number =>
  orders.reduce((lines, order) => lines + order.lines.length, 0);
