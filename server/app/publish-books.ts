import type { Refusal } from '../../core/order/refusal.ts';
import type { Result } from '../../core/value/result.ts';
import type { Append } from '../ports.ts';
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
      decide({ bookVersions }) {
        const published = publishedFrom(books, bookVersions, { at: caller.moment.at, by: caller.user.id });
        const append = published.map((book): Append => ({ stream: 'book', book }));
        return { append, answer: Object.fromEntries(published.map(({ kind, version }) => [kind, version])) };
      },
    },
  );
}
