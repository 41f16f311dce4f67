import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderStatus } from '../../core/order/status.ts';
import type { Answer } from '../../core/wire/client.ts';
import type { OrderSummary } from '../../core/wire/order-views.ts';
import { useNews } from '../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { useDesk } from '../session/desk-context.ts';

const pageSize = 100;
type Counts = Pick<Answer<'orders'>, 'counts' | 'late'>;

/** The list as far as it was scrolled; `more` is there while the server has further pages. */
export function useOrders(
  status: OrderStatus | null,
  search: string,
): {
  readonly orders: readonly OrderSummary[] | undefined;
  readonly counts: Counts;
  readonly error: unknown;
  readonly loading: boolean;
  readonly more: (() => void) | null;
  readonly reload: () => void;
} {
  const { client, me } = useDesk();
  const ask = useCallback(
    (after?: string) =>
      client.call('orders', {
        query: {
          limit: pageSize,
          ...(status !== null && { status }),
          ...(search !== '' && { search }),
          ...(after !== undefined && { after }),
        },
      }),
    [client, status, search],
  );
  const key = JSON.stringify([me.user.id, status, search]);
  /** How far the list was scrolled: looked at again, it is as long as it was and nothing jumps. */
  const length = useRef({ of: key, orders: pageSize });
  if (length.current.of !== key) length.current = { of: key, orders: pageSize };
  const first = useAnswer(key, () => asFarAs(ask, length.current.orders), true);
  const [rest, setRest] = useState<{ of: unknown; orders: readonly OrderSummary[]; next: string | null } | null>(null);
  const [error, setError] = useState<unknown>(null);
  // A fresh list begins anew: an older continuation may no longer join it.
  const continued = rest?.of === first.answer ? rest : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question forgets the old one's error
  useEffect(() => setError(null), [key]);
  useNews(({ orders }) => orders.length > 0, first.reload);

  const next = continued ? continued.next : (first.answer?.next ?? null);
  const loadMore = async () => {
    try {
      const page = await ask(next ?? undefined);
      const orders = [...(continued?.orders ?? []), ...page.orders];
      length.current = { of: key, orders: (first.answer?.orders.length ?? 0) + orders.length };
      setRest({ of: first.answer, orders, next: page.next });
    } catch (failure) {
      setError(failure);
    }
  };
  return {
    orders: first.answer && [...first.answer.orders, ...(continued?.orders ?? [])],
    counts: first.answer ?? { counts: {}, late: {} },
    error: first.error ?? error,
    loading: first.loading,
    more: next === null ? null : () => void loadMore(),
    reload: first.reload,
  };
}

type Page = Answer<'orders'>;

/** The first so many orders, in pages; one page more than that is never asked for. */
async function asFarAs(ask: (after?: string) => Promise<Page>, length: number): Promise<Page> {
  let list = await ask();
  while (list.next !== null && list.orders.length < length) {
    const page = await ask(list.next);
    list = { ...list, orders: [...list.orders, ...page.orders], next: page.next };
  }
  return list;
}
