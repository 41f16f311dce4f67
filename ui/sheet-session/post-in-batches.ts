import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { type Client, OtherVersion, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import type { PostResult } from '../../core/wire/posting-views.ts';
import type { Problem } from '../../core/wire/refusals.ts';
import { isToSend, type Outbox, type OutboxEntry } from './outbox.ts';

/** One order's fate; `failed`: the whole batch was turned away (no permission, malformed), nothing of it was done. */
export type OrderFate =
  | PostResult
  | { readonly outcome: 'failed'; readonly key: string | null; readonly problem: Problem };

/** Judged by books that the user can publish anew: what was said about the order may be different then. */
export const isTurnedAway = ({ outcome }: OrderFate): boolean => outcome === 'failed' || outcome === 'findings';

const done = new Set<OrderFate['outcome']>(['posted', 'edited', 'unchanged']);
/** The server has the order as it was sent. */
export const isOnServer = ({ outcome }: OrderFate): boolean => done.has(outcome);

/** Why posting stopped before its end; what isn't answered stays in the outbox. */
export type Stop = 'server-away' | 'signed-out' | 'other-version' | 'cancelled';

export interface PostingOptions {
  readonly client: Client;
  readonly outbox: Outbox;
  readonly cancelled: () => boolean;
  /** Ends the waiting for an answer. */
  readonly signal: AbortSignal;
  /** After each answer: the entry and its orders' fates, in the entry's order. */
  readonly onAnswer: (entry: OutboxEntry, fates: readonly OrderFate[]) => void;
}

/** Small batches: progress is seen, cancelling is quick, and one lost answer repeats little. */
const linesPerBatch = 200;
const ordersPerBatch = 50;

/** Cuts a batch into the pieces that are sent, orders whole and in order. */
export function cutIntoBatches(whole: ParsedBatch): readonly ParsedBatch[] {
  const pieces: ParsedBatch[] = [];
  let orders: ParsedBatch['orders'][number][] = [];
  let lines = 0;
  for (const order of whole.orders) {
    if (orders.length > 0 && (orders.length === ordersPerBatch || lines + order.lines.length > linesPerBatch)) {
      pieces.push({ tables: whole.tables, orders });
      orders = [];
      lines = 0;
    }
    orders.push(order);
    lines += order.lines.length;
  }
  if (orders.length > 0) pieces.push({ tables: whole.tables, orders });
  return pieces;
}

/** How sending ended. */
export interface PostingEnd {
  /** null = everything was answered. */
  readonly stop: Stop | null;
  /** Request keys of what was sent and not answered: it may be done. */
  readonly unanswered: ReadonlySet<string>;
  /** What nobody foresaw, of entries that stay in the outbox; the others were sent all the same. */
  readonly faults: readonly unknown[];
}

/**
 * Sends what the outbox holds, one batch after the other, each under the request key it got when it was put there. One that
 * can't be sent or read holds up no other.
 */
export async function postInBatches(options: PostingOptions): Promise<PostingEnd> {
  const { client, outbox, cancelled, signal, onAnswer } = options;
  const unanswered = new Set<string>();
  const faults: unknown[] = [];
  for (const { requestKey } of outbox.entries()) {
    if (cancelled()) return { stop: 'cancelled', unanswered, faults };
    // Dropped meanwhile, perhaps in another page.
    const entry = outbox.entries().find((each) => each.requestKey === requestKey);
    if (!entry || !isToSend(entry)) continue;
    const answer = await send(client, entry, signal).catch((fault: unknown) => {
      faults.push(fault);
      return null;
    });
    if (answer !== null && typeof answer !== 'string') {
      outbox.remove(requestKey);
      onAnswer(entry, answer);
      continue;
    }
    unanswered.add(requestKey);
    // Who cancels while nothing is answered wants it to end, whatever else there is to say.
    if (answer !== null) return { stop: cancelled() ? 'cancelled' : answer, unanswered, faults };
  }
  return { stop: null, unanswered, faults };
}

async function send(
  client: Client,
  entry: OutboxEntry,
  signal: AbortSignal,
): Promise<readonly OrderFate[] | Exclude<Stop, 'cancelled'>> {
  try {
    const { results } = await client.call('postOrders', {
      body: entry.batch,
      query: {
        submit: 'true',
        ...(entry.saveDraft && { saveDraft: 'true' }),
        ...(entry.changes && { changes: entry.changes.join() }),
      },
      requestKey: entry.requestKey,
      signal,
    });
    if (results.length !== entry.batch.orders.length)
      throw new Error(`${entry.batch.orders.length} orders were sent, ${results.length} answered`);
    return results;
  } catch (error) {
    if (error instanceof ServerAway) return 'server-away';
    // It may be done already; a page of that version reads the answer under the same request key.
    if (error instanceof OtherVersion) return 'other-version';
    if (!(error instanceof ProblemAnswer)) throw error;
    if (error.status === 401) return 'signed-out';
    // The server is there but can't do it now; whether it was done is as unknown as without an answer.
    if (error.status >= 500 || error.status === 408 || error.status === 429) return 'server-away';
    return entry.batch.orders.map(({ key }) => ({ outcome: 'failed', key, problem: error.problem }));
  }
}
