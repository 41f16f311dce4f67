import { createCheckedClient } from '../../../core/wire/checked-client.ts';
import { type Client, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import type { Batch } from '../../contract/api/rows.ts';
import type { Seen } from './invariants.ts';
import type { Outbox } from './outbox.ts';

/** A client of a server, signed in to the sample company. */
export async function signedIn(baseUrl: string, user = 'order-desk'): Promise<Client> {
  let token: string | null = null;
  const client = createCheckedClient({
    baseUrl,
    token: () => token,
    locale: () => 'en',
    fetch: (url, init) => fetch(url, init as RequestInit),
  });
  token = (await client.call('signInSample', { body: { company: 'hardware', user } })).token;
  return client;
}

/** Orders: one customer's number is one order, whatever key it comes under. */
const post: Asking<Batch> = async (client, { key, body }) => {
  const { results } = await client.call('postOrders', { body, query: { saveDraft: 'true' }, requestKey: key });
  return results.flatMap((result) => ('number' in result ? [result.number] : [])).join();
};

/** Money: only the request key says that two are the same. Answers the number of the payment. */
export const pay: Asking<string> = async (client, { key, body: amount }) => {
  const body = {
    customerCode: 'C001',
    kind: 'balance',
    means: { by: 'transfer' },
    amount,
    currency: 'CNY',
    receivedOn: '2026-11-20',
  } as const;
  return (await client.call('receivePayment', { body, requestKey: key })).number;
};

/** Asks for what an attempt is about; answers what is to be compared. */
type Asking<Body> = (client: Client, attempt: { readonly key: string; readonly body: Body }) => Promise<string>;

/**
 * Sends attempts, all at once; what got no answer, or was told that it may come again (503), stays in the outbox. Answers the
 * codes of what was told; anything else is thrown.
 */
export const send = (
  client: Client,
  outbox: Outbox<Batch, string>,
  attempts: Outbox<Batch, string>['open'],
): Promise<readonly string[]> => sendBy(post, client, outbox, attempts);

export async function sendBy<Body>(
  ask: Asking<Body>,
  client: Client,
  outbox: Outbox<Body, string>,
  attempts: Outbox<Body, string>['open'],
): Promise<readonly string[]> {
  const told: string[] = [];
  await Promise.all(
    attempts.map(async (attempt) => {
      try {
        outbox.take(attempt.key, await ask(client, attempt));
      } catch (error) {
        if (error instanceof ProblemAnswer && error.status === 503) told.push(error.problem.code);
        else if (!(error instanceof ServerAway)) throw error;
      }
    }),
  );
  return told;
}

/** Every order there is. */
export async function allOrders(client: Client): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (let after: string | undefined; ; ) {
    const { orders, next } = await client.call('orders', { query: { limit: 500, ...(after && { after }) } });
    for (const { number, key } of orders) seen.push({ number, name: key ?? '' });
    if (!next) return seen;
    after = next;
  }
}
