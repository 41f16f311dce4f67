import type { BookSource, CustomerBook, PriceBook, StockBook } from '../../core/check/knowledge.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { Result } from '../../core/value/result.ts';
import type { Append, Loaded, PublishedBook } from '../ports.ts';
import type { Caller } from './company.ts';
import { once } from './once.ts';

export interface Books {
  readonly prices?: PriceBook;
  readonly stock?: StockBook;
  readonly customers?: CustomerBook;
}
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
        const published = publishedFrom(books, bookVersions, caller);
        const append = published.map((book): Append => ({ stream: 'book', book }));
        return { append, answer: Object.fromEntries(published.map(({ kind, version }) => [kind, version])) };
      },
    },
  );
}

function publishedFrom(books: Books, last: Loaded['bookVersions'], { moment, user }: Caller): readonly PublishedBook[] {
  const published: PublishedBook[] = [];
  const by = { at: moment.at, by: user.id };
  const { prices, stock, customers } = books;
  // What was counted or priced as of a day keeps that day; else the moment of publishing is all that is known.
  const source = ({ asOf = moment.at, ...from }: BookSource, version: number): BookSource => ({
    ...from,
    from: 'published',
    version,
    asOf,
  });
  if (prices) {
    const version = last.prices + 1;
    published.push({ kind: 'prices', version, ...by, content: { ...prices, source: source(prices.source, version) } });
  }
  if (stock) {
    const version = last.stock + 1;
    published.push({ kind: 'stock', version, ...by, content: { ...stock, source: source(stock.source, version) } });
  }
  if (customers) {
    const version = last.customers + 1;
    const content = { ...customers, source: source(customers.source, version) };
    published.push({ kind: 'customers', version, ...by, content });
  }
  return published;
}
