import { sql } from 'kysely';
import type { Instant, PlainDate } from '../../../../core/value/date.ts';
import type { PublishedBook } from '../../../ports.ts';
import { build } from '../connection/queries.ts';
import type { Runs } from './fetch-records.ts';

export type BookKind = PublishedBook['kind'];
export type BooksInForce = ReadonlyMap<BookKind, PublishedBook>;

const highestVersions = sql<{ kind: BookKind; version: number }>`
  SELECT kind, max(version) AS version FROM books GROUP BY kind`.compile(build);

/** The books in force. A version never changes: its content is fetched once a process, however many decisions look at it. */
export class BookShelf {
  readonly #known = new Map<BookKind, PublishedBook>();

  async inForce(over: Runs): Promise<BooksInForce> {
    const books = new Map<BookKind, PublishedBook>();
    // One after another: a connection takes one query at a time.
    for (const { kind, version } of await over.all(highestVersions))
      books.set(kind, await this.#book(over, kind, version));
    return books;
  }

  async #book(over: Runs, kind: BookKind, version: number): Promise<PublishedBook> {
    const known = this.#known.get(kind);
    if (known?.version === version) return known;
    const query = build.selectFrom('books').select('book').where('kind', '=', kind).where('version', '=', version);
    const [row] = await over.all(query);
    if (row === undefined) throw new Error(`version ${version} of the ${kind} has gone`);
    const book = JSON.parse(row.book) as PublishedBook;
    if ((this.#known.get(kind)?.version ?? 0) < version) this.#known.set(kind, book);
    return book;
  }
}

/** A sheet that doesn't say when it was counted was counted when it was published, at the latest. Null = there is none. */
export function countedAt(books: BooksInForce): Instant | PlainDate | null {
  const stock = books.get('stock');
  return stock?.kind === 'stock' ? (stock.content.source.asOf ?? stock.at) : null;
}
