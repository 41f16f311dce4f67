import type { CheckedEntry, CheckResult } from '../check/check.ts';
import type { CheckCode } from '../check/codes.ts';
import type { Finding } from '../check/finding.ts';
import type { BookNeeded } from '../check/missing-books.ts';
import { fittingLength } from '../check/rules/fitting-length.ts';
import type { TurnedAway } from '../check/turned-away.ts';
import type { ParsedBatch, ParsedOrder } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';
import { type Client, ProblemAnswer, ServerAway } from './client.ts';

/** What the server takes in one request (core/wire/batch.ts, with room for the rest of the body). */
const ordersPerRequest = 500;
const linesPerRequest = 5000;

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

/** What is too long for the server would have it turn the whole request away; it is said here already. */
const fits = ({ findings }: CheckedEntry): boolean => !findings.some(({ code }) => tooMuch.has(code));
const tooMuch: ReadonlySet<CheckCode> = new Set(fittingLength.codes);

/** All orders of one customer go together: what he owes is counted over all of them, as far as one request can hold them. */
function requestsOf({ tables, orders }: ParsedBatch): readonly ParsedBatch[] {
  const byCustomer = Map.groupBy(orders, ({ customer: { code, name } }) => sameText(code ?? name ?? ''));
  const requests: ParsedBatch['orders'][number][][] = [[]];
  const hasRoomFor = (group: ParsedBatch['orders']): boolean => {
    const pending = [...(requests.at(-1) ?? []), ...group];
    return pending.length <= ordersPerRequest && linesOf(pending) <= linesPerRequest;
  };
  for (const group of byCustomer.values()) {
    if (!hasRoomFor(group)) requests.push([]);
    for (const order of group) {
      if (!hasRoomFor([order])) requests.push([]);
      requests.at(-1)?.push(order);
    }
  }
  return requests.filter(({ length }) => length > 0).map((part) => ({ tables, orders: part }));
}

const linesOf = (orders: ParsedBatch['orders']): number =>
  orders.reduce((lines, order) => lines + order.lines.length, 0);
