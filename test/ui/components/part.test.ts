import { afterEach, expect, test, vi } from 'vitest';
import { OtherVersion, ServerAway } from '../../../core/wire/client.ts';
import { versionHeader } from '../../../core/wire/headers.ts';
import { PartMissing, partOf } from '../../../ui/components/part.ts';

const Component = () => null;
afterEach(() => vi.unstubAllGlobals());
const givenServer = (answers: boolean | { readonly status: number; readonly isOurs: boolean }) =>
  vi.stubGlobal('fetch', async () => {
    if (answers === false) throw new TypeError('Failed to fetch');
    const { status, isOurs } = answers === true ? { status: 200, isOurs: true } : answers;
    return new Response(null, { status, headers: isOurs ? { [versionHeader]: '1.2.0' } : {} });
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

test.each([
  ['a sign-in page of the network', { status: 200, isOurs: false }, ServerAway],
  ['a proxy without a server', { status: 502, isOurs: false }, ServerAway],
  ['a server in trouble', { status: 503, isOurs: true }, ServerAway],
  ['a server that was updated', { status: 404, isOurs: true }, OtherVersion],
])('%s is not asked for it', async (_, answers, trouble) => {
  givenServer(answers);
  const load = vi.fn(async () => Component);
  await expect(partOf(load).fetch()).rejects.toThrow(trouble);
  expect(load).not.toHaveBeenCalled();
});

test('one that broke off on its way is another trouble', async () => {
  givenServer(true);
  await expect(partOf(() => Promise.reject(new TypeError('broken off'))).fetch()).rejects.toThrow(PartMissing);
});
