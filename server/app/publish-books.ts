import { keepCosts, keepCredit } from '../../core/check/keep-secrets.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import type { Result } from '../../core/value/result.ts';
import type { Append, Loaded } from '../ports.ts';
import type { Caller } from './company.ts';
import { once } from './once.ts';
import { type Books, publishedFrom } from './published-books.ts';

/** The version each published book got. */
export type PublishedVersions = { -readonly [Kind in keyof Books]?: number };

/** New versions of the books that were sent, all or none; older versions stay. */
export function publishBooks(
  caller: Caller,
  books: Books,
  requestKey: string,
): Promise<Result<PublishedVersions, Refusal>> {
  return once<PublishedVersions>(
    caller,
    { requestKey, asks: ['publish', books] },
    {
      locks: ['books'],
      load: {},
      decide(loaded) {
        const whole = withUnseen(caller, books, loaded);
        const published = publishedFrom(whole, loaded.bookVersions, { at: caller.moment.at, by: caller.user.id });
        const append = published.map((book): Append => ({ stream: 'book', book }));
        return { append, answer: Object.fromEntries(published.map(({ kind, version }) => [kind, version])) };
      },
    },
  );
}

/** Who publishes a book doesn't delete what he may not see of the last one. */
function withUnseen({ user }: Caller, { prices, customers, ...books }: Books, last: Loaded): Books {
  const unseen = secretsFrom(user.roles);
  return {
    ...books,
    ...(prices && { prices: keepCosts(prices, last.prices, unseen) }),
    ...(customers && { customers: keepCredit(customers, last.customers, unseen) }),
  };
}
