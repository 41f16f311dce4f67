import { useCallback, useEffect, useState } from 'react';
import type { OrderStatus } from '../../core/order/status.ts';
import type { Answer } from '../../core/wire/client.ts';
import type { OrderSummary } from '../../core/wire/views.ts';
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
  const first = useAnswer(key, () => ask(), true);
  const [rest, setRest] = useState<{ of: unknown; orders: readonly OrderSummary[]; next: string | null } | null>(null);
  const [error, setError] = useState<unknown>(null);
  // A fresh first page begins the list anew: an older continuation may no longer join it.
  const continued = rest?.of === first.answer ? rest : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question forgets the old one's error
  useEffect(() => setError(null), [key]);

  const next = continued ? continued.next : (first.answer?.next ?? null);
  const loadMore = async () => {
    try {
      const page = await ask(next ?? undefined);
      setRest({ of: first.answer, orders: [...(continued?.orders ?? []), ...page.orders], next: page.next });
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
