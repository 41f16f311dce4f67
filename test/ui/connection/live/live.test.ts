import { expect, test, vi } from 'vitest';
import { checkedWire } from '../../../../core/wire/checked-client.ts';
import { eventText, type LiveEvent, type TroubleView } from '../../../../core/wire/live.ts';
import { createLive, type News, waitsMs } from '../../../../ui/connection/live/live.ts';

const change: LiveEvent = { event: 'change', position: 3, orders: ['SO-1'], kinds: ['order'], books: [] };
const full: TroubleView = { code: 'disk-full', since: '2026-11-21T02:00:00.000Z' };
const calm: LiveEvent = { event: 'trouble', trouble: null };

/** A server of streams that the test writes, and a page that it shows and hides. */
function givenServer() {
  const streams: { write(event: LiveEvent): void; end(): void; readonly signal: AbortSignal }[] = [];
  const server = {
    streams,
    refuses: false,
    trouble: null as TroubleView | null,
    waits: [] as number[],
    /** Ends the wait between two tries. */
    next: () => {},
    isSeen: true,
    show: (_seen: boolean) => {},
  };
  const listeners = new Set<() => void>();
  server.show = (seen) => {
    server.isSeen = seen;
    for (const listener of listeners) listener();
  };
  const live = createLive({
    readEvent: checkedWire.readEvent,
    async open(signal) {
      if (server.refuses) throw new Error('no answer');
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const writer = writable.getWriter();
      signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => undefined));
      streams.push({
        write: (event) => void writer.write(new TextEncoder().encode(eventText(event))).catch(() => undefined),
        end: () => void writer.close().catch(() => undefined),
        signal,
      });
      return readable;
    },
    askTrouble: async () => server.trouble,
    page: {
      isSeen: () => server.isSeen,
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    pause: (ms, signal) =>
      new Promise((resolve) => {
        server.waits.push(ms);
        server.next = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
  });
  const news: News[] = [];
  live.onNews((what) => news.push(what));
  return { server, live, news };
}

test('a stream that opens makes everything be looked at once; then its changes are told', async () => {
  const { server, live, news } = givenServer();
  const stop = live.start();
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));
  server.streams[0]?.write({ event: 'trouble', trouble: full });
  await vi.waitFor(() => expect(live.trouble).toEqual(full));
  server.streams[0]?.write(change);
  await vi.waitFor(() => expect(news).toEqual([{ event: 'missed' }, change]));
  server.streams[0]?.write(calm);
  await vi.waitFor(() => expect(live.trouble).toBeNull());
  stop();
  expect(server.streams[0]?.signal.aborted).toBe(true);
});

test('where there is no stream it asks for trouble, and tries again after growing waits', async () => {
  const { server, live } = givenServer();
  server.refuses = true;
  server.trouble = full;
  const stop = live.start();
  for (let tries = 1; tries <= waitsMs.length + 1; tries += 1) {
    await vi.waitFor(() => expect(server.waits).toHaveLength(tries));
    server.next();
  }
  expect(live.trouble).toEqual(full);
  for (const [index, wait] of server.waits.entries()) {
    const most = waitsMs[Math.min(index, waitsMs.length - 1)] ?? 0;
    expect(wait).toBeGreaterThanOrEqual(most / 2);
    expect(wait).toBeLessThanOrEqual(most);
  }
  stop();
});

test('a stream that ended is opened again, after the shortest wait; what was missed is looked at', async () => {
  const { server, live, news } = givenServer();
  const stop = live.start();
  for (const round of [1, 2, 3]) {
    await vi.waitFor(() => expect(server.streams).toHaveLength(round));
    server.streams[round - 1]?.write(calm);
    await vi.waitFor(() => expect(news).toHaveLength(round));
    server.streams[round - 1]?.end();
    await vi.waitFor(() => expect(server.waits).toHaveLength(round));
    if (round === 2) live.wake();
    else server.next();
  }
  expect(news).toEqual([{ event: 'missed' }, { event: 'missed' }, { event: 'missed' }]);
  expect(Math.max(...server.waits)).toBeLessThanOrEqual(waitsMs[0] ?? 0);
  stop();
});

test('a page that nobody sees holds no connection', async () => {
  const { server, live } = givenServer();
  const stop = live.start();
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));
  server.show(false);
  await vi.waitFor(() => expect(server.streams[0]?.signal.aborted).toBe(true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(server.streams).toHaveLength(1);
  server.show(true);
  await vi.waitFor(() => expect(server.streams).toHaveLength(2));
  expect(server.waits).toEqual([]);
  stop();
});
