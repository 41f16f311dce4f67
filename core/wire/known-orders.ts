import type { CheckedEntry } from '../check/check.ts';
import type { DifferingLine } from '../order/differing-lines.ts';
import type { ParsedBatch, ParsedOrder } from '../sheet/parsed-order.ts';
import { fits, requestsOf } from './check-requests.ts';
import { type Client, ProblemAnswer, ServerAway } from './client.ts';

/** What posting an order's rows would come to: nothing new, a draft without its errors, a changed order, or a refusal. */
export interface KnownOrder {
  readonly number: string;
  /** Of the order as it was told: whoever changes it says which one he saw. */
  readonly version: number;
  readonly posting: 'same' | 'mends' | 'edits' | 'refused';
  /** Of an order that would be changed, the first lines that change for the goods; none where only words differ. */
  readonly differing?: readonly DifferingLine[];
}

/** An order that rows are meant to change, as their sender saw it. */
export type ChangeMeant = Pick<KnownOrder, 'number' | 'version'>;

export const changeText = ({ number, version }: ChangeMeant): string => `${number}@${version}`;

/**
 * The orders on the server that these rows would be taken for; those it doesn't know are not in the answer. Null when it is
 * away or doesn't let this user ask: then nobody knows.
 */
export async function knownOrders(
  client: Client,
  { tables }: Pick<ParsedBatch, 'tables'>,
  entries: readonly Pick<CheckedEntry, 'order' | 'findings'>[],
): Promise<ReadonlyMap<ParsedOrder, KnownOrder> | null> {
  const known = new Map<ParsedOrder, KnownOrder>();
  try {
    for (const body of requestsOf({ tables, orders: entries.filter(fits).map(({ order }) => order) })) {
      const answer = await client.call('known', { body });
      for (const { order: at, ...is } of answer.known) {
        const order = body.orders[at];
        if (order) known.set(order, is);
      }
    }
    return known;
  } catch (error) {
    if (error instanceof ServerAway || (error instanceof ProblemAnswer && [401, 403].includes(error.status)))
      return null;
    throw error;
  }
}
