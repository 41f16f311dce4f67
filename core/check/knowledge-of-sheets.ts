import type { TableRole } from '../sheet/fields.ts';
import type { ParsedSheets, ParsedTable } from '../sheet/table.ts';
import { customerBookOf } from './books/customer-book.ts';
import { priceBookOf } from './books/price-book.ts';
import { stockBookOf } from './books/stock-book.ts';
import { homeCurrency } from './currency.ts';
import type { BookSource, Knowledge } from './knowledge.ts';

/**
 * What the rows are checked against: the books that stand in the workbook itself, several sheets of one kind joined; what
 * it lacks comes from the published books. Open orders are only known to the server.
 * @param currency of a price list that names none
 */
export function knowledgeOf(
  sheets: ParsedSheets,
  published: Partial<Knowledge> = {},
  currency: string = published.prices?.currency ?? homeCurrency,
): Knowledge {
  const { prices, stock, customers } = sheets;
  return {
    prices: hasRows(prices) ? priceBookOf(rowsOf(prices), sourceOf(prices), currency) : (published.prices ?? null),
    stock: hasRows(stock) ? stockBookOf(rowsOf(stock), sourceOf(stock)) : (published.stock ?? null),
    customers: hasRows(customers)
      ? customerBookOf(rowsOf(customers), sourceOf(customers))
      : (published.customers ?? null),
    openDemand: published.openDemand ?? [],
  };
}

const hasRows = <Role extends TableRole>(tables: readonly ParsedTable<Role>[]): boolean =>
  tables.some(({ rows }) => rows.length > 0);

const rowsOf = <Role extends TableRole>(tables: readonly ParsedTable<Role>[]) =>
  tables.flatMap(({ rows }) => rows.map(({ values }) => values));

/** Where a book was read: its file and the sheets' names. */
function sourceOf<Role extends TableRole>(tables: readonly ParsedTable<Role>[]): BookSource {
  const [first] = tables;
  const sheet = [...new Set(tables.map(({ table }) => table.sheet))].join(', ');
  return { from: 'workbook', ...(first?.table.file !== undefined && { file: first.table.file }), sheet };
}
