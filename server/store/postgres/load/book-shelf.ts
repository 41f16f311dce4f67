import { sql } from 'kysely';
import type { Instant, PlainDate } from '../../../../core/value/date.ts';
import type { PublishedBook } from '../../../ports.ts';
import { build } from '../connection/queries.ts';
import type { Runs } from './fetch-records.ts';

export type BookKind = PublishedBook['kind'];
export type BooksInForce = ReadonlyMap<BookKind, PublishedBook>;

/** What is published. */
export interface Published {
  readonly books: BooksInForce;
  /** The highest version ever given out: that of the book in force, or of one that was lost where the company came from. */
  readonly highest: ReadonlyMap<BookKind, number>;
}

/** `there`: the highest that can be read; null = all of them were lost. A lost one is named as its document was (prices-0007). */
const versions = sql<{ kind: BookKind; there: number | null; highest: number }>`
  SELECT kind, max(version) FILTER (WHERE is_there) AS there, max(version) AS highest FROM (
    SELECT kind, version, true AS is_there FROM books
    UNION ALL SELECT name[1], name[2]::integer, false
      FROM lost, regexp_match(document, '^books/(prices|stock|customers)-(\\d{4,9})\\.json$') AS name WHERE name IS NOT NULL
  ) AS known GROUP BY kind`.compile(build);

/** The books in force. A version never changes: its content is fetched once a process, however many decisions look at it. */
export class BookShelf {
  readonly #known = new Map<BookKind, PublishedBook>();

  async inForce(over: Runs): Promise<BooksInForce> {
    return (await this.published(over)).books;
  }

  async published(over: Runs): Promise<Published> {
    const books = new Map<BookKind, PublishedBook>();
    const highest = new Map<BookKind, number>();
    // One after another: a connection takes one query at a time.
    for (const found of await over.all(versions)) {
      highest.set(found.kind, found.highest);
      if (found.there !== null) books.set(found.kind, await this.#book(over, found.kind, found.there));
    }
    return { books, highest };
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
