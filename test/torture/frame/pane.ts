import { type Client, createClient, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import type { Batch } from '../../contract/api/rows.ts';
import type { Seen } from './invariants.ts';
import type { Outbox } from './outbox.ts';

/** A client of a server, signed in as the order desk of the sample company. */
export async function signedIn(baseUrl: string): Promise<Client> {
  let token: string | null = null;
  const client = createClient({
    baseUrl,
    token: () => token,
    locale: () => 'en',
    fetch: (url, init) => fetch(url, init as RequestInit),
  });
  token = (await client.call('signInSample', { body: { company: 'hardware', user: 'order-desk' } })).token;
  return client;
}

/**
 * Sends attempts, all at once; what got no answer, or was told that it may come again (503), stays in the outbox. Answers the
 * codes of what was told; anything else is thrown.
 */
export async function send(
  client: Client,
  outbox: Outbox<Batch, string>,
  attempts: Outbox<Batch, string>['open'],
): Promise<readonly string[]> {
  const told: string[] = [];
  await Promise.all(
    attempts.map(async ({ key, body }) => {
      try {
        const { results } = await client.call('postOrders', { body, query: { saveDraft: 'true' }, requestKey: key });
        outbox.take(key, results.flatMap((result) => ('number' in result ? [result.number] : [])).join());
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
