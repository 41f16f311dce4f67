import { expect, test } from 'vitest';
import { callsOf } from '../../../core/wire/calls.ts';
import { ServerAway } from '../../../core/wire/client.ts';
import { endpoints } from '../../../core/wire/endpoints.ts';
import { wireOf } from '../../../core/wire/wire.ts';
import { createConnection } from '../../../ui/connection/connection.ts';
import { patienceWith } from '../../../ui/connection/patience.ts';

test('a server that never answers counts as away', async () => {
  const connection = createConnection({
    fetch: (_url, { signal }) =>
      new Promise((_, reject) =>
        (signal as AbortSignal).addEventListener('abort', () => reject((signal as AbortSignal).reason)),
      ),
    baseUrl: '',
    tokens: { token: () => null, keep: () => undefined, forget: () => undefined } as never,
    locale: () => 'en',
    wire: wireOf(callsOf(endpoints)),
    version: '1',
    patience: () => AbortSignal.timeout(1),
  });
  await expect(connection.client.call('session', {})).rejects.toBeInstanceOf(ServerAway);
  expect(connection.state.away).toBe(true);
});

test('who gives up earlier is heard', () => {
  const own = new AbortController();
  const signal = patienceWith({}, own.signal);
  expect(signal.aborted).toBe(false);
  own.abort();
  expect(signal.aborted).toBe(true);
  expect(patienceWith({ givesFile: true }, undefined).aborted).toBe(false);
});
