import { expect, test } from 'vitest';
import { ProblemAnswer } from '../../../core/wire/client.ts';
import type { Wire } from '../../../core/wire/wire.ts';
import { createConnection } from '../../../ui/connection/connection.ts';
import { createTokenStore } from '../../../ui/connection/token-store.ts';

/** A server that knows some tokens, and a device where somebody is signed in. */
function given(...knownTokens: readonly string[]) {
  const kept = new Map<string, string>();
  const tokens = createTokenStore({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  const asked: (string | null)[] = [];
  const wire: Pick<Wire, 'client'> = {
    client: ({ token }) => ({
      async call() {
        asked.push(token());
        if (!knownTokens.includes(token() ?? '')) throw new ProblemAnswer(401, { code: 'token', message: '' });
        return {} as never;
      },
    }),
  };
  const connection = createConnection({
    wire: wire as Wire,
    tokens,
    fetch: () => Promise.reject(new Error('not asked here')),
    baseUrl: '',
    locale: () => 'en',
    version: '1',
  });
  return { connection, tokens, asked };
}

test('what is one user’s goes under his token, whoever is signed in by then', async () => {
  const { connection, tokens, asked } = given('his', 'hers');
  tokens.save('his');
  const his = connection.clientOf(() => 'his');
  await his.call('session', {});
  tokens.save('hers');
  await his.call('session', {});
  await connection.client.call('session', {});
  expect(asked).toEqual(['his', 'his', 'hers']);
});

test('a token that ended takes nobody else’s along', async () => {
  const { connection, tokens } = given('hers');
  tokens.save('hers');
  await connection
    .clientOf(() => 'his')
    .call('session', {})
    .catch(() => null);
  expect(connection.state.turnedAway).toBe('his');
  tokens.forget(connection.state.turnedAway);
  expect(tokens.token()).toBe('hers');
  tokens.forget('hers');
  expect(tokens.token()).toBeNull();
});
