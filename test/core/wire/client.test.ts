import { describe, expect, test } from 'vitest';
import { callsOf } from '../../../core/wire/calls.ts';
import { createCheckedClient } from '../../../core/wire/checked-client.ts';
import { createClient, type Fetch, OtherVersion, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import { endpoints } from '../../../core/wire/endpoints.ts';
import { versionHeader } from '../../../core/wire/headers.ts';

/** What stands at the other end, as a page sees it. */
const answering =
  (status: number, body: string, version: string | null = '1.2.0'): Fetch =>
  async () =>
    new Response(body, { status, headers: version === null ? {} : { [versionHeader]: version } });
const options = (fetch: Fetch) => ({ fetch, baseUrl: '', token: () => null, locale: () => 'en', version: '1.2.0' });
const clients = {
  'as it is': (fetch: Fetch) => createClient({ ...options(fetch), calls: callsOf(endpoints) }),
  examined: (fetch: Fetch) => createCheckedClient(options(fetch)),
};
const progress = { orders: [{ number: 'SO-202611-00001', status: 'shipped', promised: null }] };
const ask = { query: { numbers: 'SO-202611-00001' } };

describe.each(Object.entries(clients))('a client that takes answers %s', (_, clientOver) => {
  test('gives what the server of its version says', async () => {
    const client = clientOver(answering(200, JSON.stringify(progress)));
    expect(await client.call('orderProgress', ask)).toEqual(progress);
  });

  test('gives a file’s bytes', async () => {
    const client = clientOver(answering(200, '%PDF'));
    const bytes = await client.call('paper', { params: { number: 'SO-202611-00001', paper: 'P' } } as never);
    expect(new TextDecoder().decode(bytes as never)).toBe('%PDF');
  });

  test('doesn’t read what a server of another version says, not even a refusal', async () => {
    for (const status of [200, 409])
      await expect(
        clientOver(answering(status, JSON.stringify(progress), '1.3.0')).call('orderProgress', ask),
      ).rejects.toThrow(OtherVersion);
  });

  test('takes the server for away when something in between answers', async () => {
    const portal = answering(200, '<html>Please sign in to the guest network</html>', null);
    await expect(clientOver(portal).call('orderProgress', ask)).rejects.toThrow(ServerAway);
  });

  test('names a refusal that it can’t read', async () => {
    for (const body of ['<html>', '[]', '{"message":"x"}', '{"code":1,"message":"x"}'])
      await expect(clientOver(answering(502, body)).call('orderProgress', ask)).rejects.toMatchObject({
        status: 502,
        problem: { code: 'answer.unreadable' },
      });
    await expect(
      clientOver(answering(409, '{"code":"order.gone","message":"Gone."}')).call('orderProgress', ask),
    ).rejects.toThrow(ProblemAnswer);
  });
});

test('an examined answer of another shape is a fault', async () => {
  const client = createCheckedClient(options(answering(200, '{"orders":[{"number":1}]}')));
  await expect(client.call('orderProgress', ask)).rejects.toThrow();
});
