import { afterEach, expect, test, vi } from 'vitest';
import { ServerAway } from '../../../core/wire/client.ts';
import { PartMissing, partOf } from '../../../ui/components/part.ts';

const Component = () => null;
afterEach(() => vi.unstubAllGlobals());
const givenServer = (answers: boolean) =>
  vi.stubGlobal('fetch', async () => {
    if (!answers) throw new TypeError('Failed to fetch');
    return new Response();
  });

test('a part that came stays, whatever becomes of the server', async () => {
  givenServer(true);
  const part = partOf(async () => Component);
  expect(part.known()).toBeNull();
  expect(await part.fetch()).toBe(Component);
  givenServer(false);
  expect(await part.fetch()).toBe(Component);
  expect(part.known()).toBe(Component);
});

test('without a server it isn’t even asked for, since it would never come any more', async () => {
  givenServer(false);
  const load = vi.fn(async () => Component);
  const part = partOf(load);
  await expect(part.fetch()).rejects.toThrow(ServerAway);
  expect(load).not.toHaveBeenCalled();
  givenServer(true);
  expect(await part.fetch()).toBe(Component);
});

test('one that broke off on its way is another trouble', async () => {
  givenServer(true);
  await expect(partOf(() => Promise.reject(new TypeError('broken off'))).fetch()).rejects.toThrow(PartMissing);
});
