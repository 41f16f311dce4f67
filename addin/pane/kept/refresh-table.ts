import type { BookSource } from '../../../core/check/knowledge.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import { openOrdersTable } from '../../../core/sheet/kept-names.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { KeptTables, PutOutcome } from '../../../ui/kept-tables/port.ts';
import { formatDate, formatMoment } from '../../../ui/language/format.ts';
import { dayOf, type KeptBook, type KeptIn, keptBooks, keptPrices, keptStock } from './kept-books.ts';
import { keptOrders } from './kept-orders.ts';
import { loadOpenOrders } from './load-open-orders.ts';

/** Something the server knows that can be kept as a sheet. */
export interface Keepable {
  readonly id: typeof openOrdersTable | KeptBook;
  /** The text that names it. */
  readonly name: string;
  /** The text about rows that are no longer on the server and stayed. */
  readonly stayed: string;
  /** What a workbook may hold of its own as well. */
  readonly book: KeptBook | null;
  /** Asks the server how it is now, and brings the workbook's copy up to it. */
  readonly refresh: (kept: RefreshIn) => Promise<Refreshed>;
}

/** What a refresh came to, and of when it is now, in the user's words; null = nobody has published this book. */
export type Refreshed = { readonly outcome: PutOutcome; readonly asOf: string } | null;

interface RefreshIn extends KeptIn {
  readonly client: Client;
  readonly tables: KeptTables;
  readonly locale: Locale;
  readonly now?: () => Instant;
}

/** As they stand in the pane. */
export const keepables: readonly Keepable[] = [
  {
    id: openOrdersTable,
    name: 'screens:kept.open-orders',
    stayed: 'screens:kept.stayed-orders',
    book: null,
    refresh: (kept) => refreshOrders(kept),
  },
  ...keptBooks.map((book) => ({
    id: book,
    name: `terms:table.${book}`,
    stayed: 'screens:kept.stayed',
    book,
    refresh: (kept: RefreshIn) => refreshBook(book, kept),
  })),
];

async function refreshOrders({ client, tables, locale, now = clock, ...kept }: RefreshIn): Promise<Refreshed> {
  const asOf = formatMoment(now(), kept.timeZone, locale);
  const table = keptOrders(await loadOpenOrders(client), asOf, kept);
  return { outcome: await tables.put(table), asOf };
}

async function refreshBook(book: KeptBook, { client, tables, locale, ...kept }: RefreshIn): Promise<Refreshed> {
  const { prices, stock } = await client.call('knowledge', {});
  const table = book === 'prices' ? prices && keptPrices(prices, kept) : stock && keptStock(stock, kept);
  if (!table) return null;
  const asOf = (book === 'prices' ? prices : stock)?.source.asOf;
  const day = asOf === undefined ? '–' : formatDate(dayOf(asOf, kept.timeZone), locale);
  return { outcome: await tables.put(table), asOf: day };
}

const clock = (): Instant => new Date().toISOString() as Instant;

/** Sheets with a book of the workbook's own, which counts instead of the published one. */
export const ownSheets = (source: BookSource | null, keptOn: string | undefined): readonly string[] =>
  source?.from === 'workbook'
    ? [...new Set((source.parts ?? []).map(({ sheet }) => sheet))].filter((sheet) => sheet !== keptOn)
    : [];
