import type { BookSource } from '../../../core/check/knowledge.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { KeptTables, PutOutcome } from '../../../ui/kept-tables/port.ts';
import { dayOf, type KeptBook, type KeptIn, keptPrices, keptStock } from './kept-books.ts';

/** What a refresh came to; null = nobody has published this book. */
export type Refreshed = { readonly outcome: PutOutcome; readonly asOf: PlainDate | null } | null;

/** Asks for the published book and brings the workbook's copy up to it. */
export async function refreshBook(
  book: KeptBook,
  { client, tables, ...kept }: KeptIn & { readonly client: Client; readonly tables: KeptTables },
): Promise<Refreshed> {
  const { prices, stock } = await client.call('knowledge', {});
  const table = book === 'prices' ? prices && keptPrices(prices, kept) : stock && keptStock(stock, kept);
  if (!table) return null;
  const source = (book === 'prices' ? prices : stock)?.source;
  const asOf = source?.asOf === undefined ? null : dayOf(source.asOf, kept.timeZone);
  return { outcome: await tables.put(table), asOf };
}

/** Sheets with a book of the workbook's own, which counts instead of the published one. */
export const ownSheets = (source: BookSource | null, keptOn: string | undefined): readonly string[] =>
  source?.from === 'workbook'
    ? [...new Set((source.parts ?? []).map(({ sheet }) => sheet))].filter((sheet) => sheet !== keptOn)
    : [];
