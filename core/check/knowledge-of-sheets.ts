import type { TableRole } from '../sheet/fields.ts';
import { areaName } from '../sheet/grid.ts';
import { fieldColumns } from '../sheet/map-columns.ts';
import type { ParsedSheets, ParsedTable } from '../sheet/table.ts';
import type { PlainDate } from '../value/date.ts';
import { besideOrders } from './books/beside-orders.ts';
import { currentTables } from './books/current-tables.ts';
import { customerBookOf } from './books/customer-book.ts';
import { priceBookOf } from './books/price-book.ts';
import { type StockGiven, stockBookOf } from './books/stock-book.ts';
import { homeCurrency } from './currency.ts';
import type { BookPart, BookSource, Knowledge, Secret } from './knowledge.ts';

/**
 * What the rows are checked against: the books that stand in the workbook itself, several sheets of one kind joined; what
 * it lacks comes from the published books. Open orders are only known to the server. What stands in the workbook's own books
 * whoever has it may see, also where the published ones withhold it.
 * @param currency of a price list that names none
 */
export function knowledgeOf(
  sheets: ParsedSheets,
  published: Partial<Knowledge> = {},
  currency: string = published.prices?.currency ?? homeCurrency,
): Knowledge {
  const [lists, counts, customers] = [used(sheets.prices), used(sheets.stock), used(sheets.customers)];
  const prices = lists.length > 0 ? priceBookOf(lists, sourceOf(lists), currency) : (published.prices ?? null);
  const { withheld = [], ...known } = published;
  const read: readonly Secret[] = [
    ...(lists.length > 0 ? (['costs'] as const) : []),
    ...(customers.length > 0 ? (['credit'] as const) : []),
  ];
  const hidden = withheld.filter((secret) => !read.includes(secret));
  return {
    ...known,
    ...(hidden.length > 0 && { withheld: hidden }),
    prices,
    stock:
      counts.length > 0
        ? stockBookOf(counts, sourceOf(counts), { prices, ...stockPlaces(sheets, counts) })
        : (published.stock ?? null),
    customers:
      customers.length > 0
        ? customerBookOf(
            customers.flatMap(({ rows }) => rows.map(({ values }) => values)),
            sourceOf(customers),
          )
        : (published.customers ?? null),
    openDemand: published.openDemand ?? [],
  };
}

/** Tables that say something, the latest of those that are one book of several days. */
const used = <Role extends TableRole>(tables: readonly ParsedTable<Role>[]): readonly ParsedTable<Role>[] =>
  currentTables(tables.filter(({ rows }) => rows.length > 0));

function stockPlaces(
  all: ParsedSheets,
  counts: readonly ParsedTable<'stock'>[],
): Pick<StockGiven, 'besideOrders' | 'warehouseOf'> {
  const sheets = new Set(counts.map(({ table }) => table.sheet));
  return {
    besideOrders: ({ table }) => besideOrders(all, table),
    warehouseOf: ({ table }) => {
      const named = fieldColumns(table.columns).warehouse !== undefined;
      return !named && (sheets.size > 1 || warehouseName.test(table.sheet)) ? table.sheet : undefined;
    },
  };
}

/** 东莞仓, East warehouse; but not 仓库, Warehouse. */
const warehouseName = /[^\s\d]+(?:仓|倉)(?!库|庫|储|儲)|\S\s+warehouse$/i;

/** Where a book was read, and of which day it is: the latest its titles, names or columns speak of. */
function sourceOf<Role extends TableRole>(tables: readonly ParsedTable<Role>[]): BookSource {
  const parts = tables.map(partOf);
  const [file, otherFile] = new Set(parts.map((part) => part.file));
  const asOf = parts
    .flatMap((part) => part.asOf ?? [])
    .sort()
    .at(-1);
  return {
    from: 'workbook',
    ...(file !== undefined && otherFile === undefined && { file }),
    sheet: [...new Set(parts.map(({ sheet }) => sheet))].join(', '),
    ...(asOf && { asOf }),
    parts,
  };
}

function partOf<Role extends TableRole>({ table, rows }: ParsedTable<Role>): BookPart {
  const counted = rows.flatMap(({ values }) => ('countedOn' in values ? ((values.countedOn as PlainDate) ?? []) : []));
  const asOf = counted.sort().at(-1) ?? table.asOf;
  return {
    ...(table.file !== undefined && { file: table.file }),
    sheet: table.sheet,
    range: areaName(table.area),
    rows: rows.length,
    ...(asOf && { asOf }),
  };
}
