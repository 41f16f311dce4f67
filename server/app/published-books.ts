import type { BookSource, CustomerBook, PriceBook, StockBook } from '../../core/check/knowledge.ts';
import type { Loaded, PublishedBook } from '../ports.ts';

export interface Books {
  readonly prices?: PriceBook;
  readonly stock?: StockBook;
  readonly customers?: CustomerBook;
}

/** The next versions of these books, as they are kept: their source says that, and when, they were published. */
export function publishedFrom(
  books: Books,
  last: Loaded['bookVersions'],
  by: Pick<PublishedBook, 'at' | 'by'>,
): readonly PublishedBook[] {
  const published: PublishedBook[] = [];
  const { prices, stock, customers } = books;
  // What was counted or priced as of a day keeps that day; else the moment of publishing is all that is known.
  const source = ({ asOf = by.at, ...from }: BookSource, version: number): BookSource => ({
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
