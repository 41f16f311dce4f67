import { sql } from 'kysely';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { OrderFilter } from '../../../ports.ts';
import { comparable } from '../../search-text.ts';
import { build, type Query } from '../connection/queries.ts';
import { keyText, searchableText, textOf } from '../key-text.ts';
import { ageOf } from '../order-age.ts';

/**
 * Numbers of one page, newest first, and one more where there is a next. Walks an index from where the page before ended. A
 * search reads every order's text until the page is full: rare words cost a walk over all of them.
 */
export function orderList({ status, month, search, numbers, after, limit }: OrderFilter): Query<{ number: string }> {
  let query = build
    .selectFrom('orders')
    .select('number')
    .orderBy('age', 'desc')
    .limit(limit + 1);
  if (status !== undefined) query = query.where('status', '=', status);
  if (month !== undefined) query = query.where('month', '=', month);
  // An empty list in parentheses would be no SQL.
  if (numbers !== undefined) query = query.where(sql<boolean>`number = any(${numbers.map(keyText)})`);
  if (after !== undefined) query = query.where('age', '<', ageOf(after));
  const wanted = search === undefined ? '' : searchableText(comparable(search.trim()));
  if (wanted !== '') query = query.where(sql<boolean>`position(${wanted} in search) > 0`);
  return query;
}

/** The page among what `orderList` answered, and what to pass as `after` for the following one. */
export function pageOf(
  rows: readonly { readonly number: string }[],
  limit: number,
): { readonly numbers: readonly OrderNumber[]; readonly next: OrderNumber | null } {
  const numbers = rows.slice(0, limit).map(({ number }) => textOf(number) as OrderNumber);
  return { numbers, next: rows.length > limit ? (numbers.at(-1) ?? null) : null };
}

/** Orders that may have a part in a month's report: those of the month, and those not over that had begun by its end. */
export const ordersOfMonth = (month: string): Query<{ number: string }> =>
  build
    .selectFrom('order_months')
    .where('month', '=', month)
    .select('order_number as number')
    .union(build.selectFrom('orders').where('over', '=', false).select('number'));

export const statusCounts: Query<{ status: string; count: number }> = build
  .selectFrom('orders')
  .groupBy('status')
  .select(({ fn }) => ['status', fn.countAll<number>().as('count')]);

export const takingOrders = (countedAt: string | null): Query<{ number: string }> =>
  build
    .selectFrom('demand')
    .where('held', '=', true)
    .select('order_number as number')
    .union(build.selectFrom('demand').where('left_at', '>', countedAt).select('order_number as number'));

export const latestOfKey = (key: string): Query<{ number: string }> =>
  build.selectFrom('orders').where('order_key', '=', keyText(key)).orderBy('age', 'desc').limit(1).select('number');
