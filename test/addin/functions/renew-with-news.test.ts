import { expect, test, vi } from 'vitest';
import { concerns, renewWithNews } from '../../../addin/functions/renew-with-news.ts';
import type { Lookup } from '../../../core/lookup/lookup.ts';
import type { News } from '../../../ui/connection/live/live.ts';

const order = 'SO-202611-00001';
const lookups: readonly Lookup[] = [
  { ask: 'price', item: 'A' },
  { ask: 'available', item: 'A' },
  { ask: 'earliest', item: 'A', quantity: '1' as never },
  { ask: 'status', order },
];
const change = (orders: string[], books: ('prices' | 'stock' | 'customers')[] = []): News => ({
  event: 'change',
  position: 1,
  orders,
  kinds: [],
  books,
});
const renewedBy = (news: News) => lookups.filter((lookup) => concerns(news, lookup)).map(({ ask }) => ask);

test('each formula is asked again after what may change its answer, and not after the rest', () => {
  expect(renewedBy(change([order]))).toEqual(['available', 'earliest', 'status']);
  expect(renewedBy(change(['SO-202611-00002']))).toEqual(['available', 'earliest']);
  expect(renewedBy(change([], ['prices']))).toEqual(['price', 'available', 'earliest']);
  expect(renewedBy(change([], ['stock']))).toEqual(['price', 'available', 'earliest']);
  expect(renewedBy(change([]))).toEqual([]);
  expect(renewedBy({ event: 'missed' })).toEqual(['price', 'available', 'earliest', 'status']);
});

test('what happens together is asked for together', () => {
  vi.useFakeTimers();
  const expired: string[] = [];
  let asked = 0;
  let tell: (news: News) => void = () => undefined;
  const end = renewWithNews(
    {
      onNews(listener) {
        tell = listener;
        return () => {
          tell = () => undefined;
        };
      },
    },
    {
      expire: (which) => expired.push(...lookups.filter(which).map(({ ask }) => ask)),
      askAgain: () => {
        asked += 1;
      },
    },
  );
  tell(change([order]));
  tell(change([], ['prices']));
  // At once: whoever asks before it is asked again for all has the new answer.
  expect(new Set(expired)).toEqual(new Set(['price', 'available', 'earliest', 'status']));
  expect(asked).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(asked).toBe(1);
  tell(change([]));
  end();
  vi.advanceTimersByTime(10_000);
  expect(asked).toBe(1);
  vi.useRealTimers();
});
