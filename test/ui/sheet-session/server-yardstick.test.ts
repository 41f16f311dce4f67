import { expect, test } from 'vitest';
import { standardPolicy } from '../../../core/policy/policy.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { type Client, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import { serverYardstick } from '../../../ui/sheet-session/server-yardstick.ts';

const known = { published: {}, today: '2026-11-19' as PlainDate, currency: 'CNY' };

function givenServer() {
  const server = {
    asked: 0,
    failure: null as Error | null,
    today: '2026-11-20',
    policy: standardPolicy,
    client: {} as Client,
  };
  server.client = {
    async call(name: string) {
      server.asked += 1;
      if (server.failure) throw server.failure;
      if (name === 'policy') return { policy: server.policy } as never;
      if (name === 'session') return { today: server.today, currency: 'USD' } as never;
      return { prices: null, stock: null, customers: null, openDemand: [] } as never;
    },
  };
  return server;
}

test('books, policy and the day come from the server, once a minute', async () => {
  const server = givenServer();
  let now = 0;
  const yardstick = serverYardstick(server.client, known, () => now);
  expect(await yardstick()).toEqual({
    published: { openDemand: [] },
    today: '2026-11-20',
    currency: 'USD',
    policy: standardPolicy,
  });
  server.today = '2026-11-21';
  now = 59_999;
  expect((await yardstick()).today).toBe('2026-11-20');
  expect(server.asked).toBe(3);
  now = 60_000;
  expect((await yardstick()).today).toBe('2026-11-21');
});

test('while the server is away the last answer holds, and it is asked again at once', async () => {
  const server = givenServer();
  server.failure = new ServerAway('away');
  const yardstick = serverYardstick(server.client, known, () => 0);
  expect(await yardstick()).toBe(known);
  server.failure = null;
  expect((await yardstick()).today).toBe('2026-11-20');
});

test('a refusal of the server is not taken for its absence', async () => {
  const server = givenServer();
  server.failure = new ProblemAnswer(403, { code: 'permission.denied', message: 'no' });
  await expect(serverYardstick(server.client, known, () => 0)()).rejects.toBe(server.failure);
});
