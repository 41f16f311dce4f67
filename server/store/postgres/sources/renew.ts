import { sql } from 'kysely';
import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { type BooksInForce, countedAt } from '../load/book-shelf.ts';
import { fetchRecords, type Runs } from '../load/fetch-records.ts';
import { heldItems } from '../load/held-items.ts';
import { RecordsFound } from '../load/records-found.ts';
import { insertAllocations, insertSources, rowsFrom } from './rows.ts';

const versionOf = (books: BooksInForce, kind: 'prices' | 'stock'): number => books.get(kind)?.version ?? 0;

/** Whether the sources are of the books in force. */
export async function areOfTheBooks(over: Runs, books: BooksInForce): Promise<boolean> {
  const known = build
    .selectFrom('sources_of')
    .select('sole')
    .where('prices', '=', versionOf(books, 'prices'))
    .where('stock', '=', versionOf(books, 'stock'));
  return (await over.all(known)).length > 0;
}

/** Makes the sources anew where they are of other books, or of none yet: after a migration, or filled from another store. */
export async function bringUpToDate(session: Session, books: BooksInForce): Promise<void> {
  if (await areOfTheBooks(session, books)) return;
  // Another may be making them: what it made shows once it is kept.
  await session.all(sql`SELECT sole FROM sources_of FOR UPDATE`.compile(build));
  if (!(await areOfTheBooks(session, books))) await renew(session, books);
}

/** Makes the sources anew of what is kept. Nobody promises anything by it, so what no source covers is a shortfall. */
async function renew(session: Session, books: BooksInForce): Promise<void> {
  await session.all(build.deleteFrom('allocations'));
  await session.all(build.deleteFrom('sources'));
  const { sources, allocations } = rowsFrom(books, await openDemand(session, books));
  await insertSources(session, sources);
  await insertAllocations(session, allocations);
  const versions = { prices: versionOf(books, 'prices'), stock: versionOf(books, 'stock') };
  await session.all(build.updateTable('sources_of').set(versions));
}

/** What all orders take from the stock book. */
export async function openDemand(over: Runs, books: BooksInForce): Promise<readonly OpenDemand[]> {
  const at = countedAt(books);
  const items = await heldItems(over, at);
  const { records, whole } = await fetchRecords(over, { taking: { items, countedAt: at } });
  const found = new RecordsFound(records, { whole, countedAt: at });
  return [...whole].flatMap((number) => found.demandOfOrder(number));
}
