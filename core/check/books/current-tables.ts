import { datedName } from '../../sheet/as-of.ts';
import type { TableRole } from '../../sheet/fields.ts';
import type { ParsedTable } from '../../sheet/table.ts';

/**
 * Of sheets that are one book of several days (库存0304, 库存0305; 2025年价目表, 2026年价目表) the latest: counted together they
 * would promise goods twice; so would a copy beside its sheet. December comes before January where the names say no year.
 */
export function currentTables<Role extends TableRole>(
  tables: readonly ParsedTable<Role>[],
): readonly ParsedTable<Role>[] {
  const named = withoutCopies(tables).map((table) => ({ table, ...datedName(table.table.sheet) }));
  const books = Map.groupBy(named, ({ base, table }) => JSON.stringify([table.table.file ?? null, base]));
  const latest = new Map(Array.from(books, ([book, dated]) => [book, latestOf(dated.map(({ order }) => order))]));
  return named
    .filter(({ base, order, table }) => {
      const last = latest.get(JSON.stringify([table.table.file ?? null, base]));
      return order === null || order === last;
    })
    .map(({ table }) => table);
}

/** 库存 (2), 库存 - 副本: Excel names a duplicated sheet so. Beside the sheet itself it is no second book. */
function withoutCopies<Role extends TableRole>(tables: readonly ParsedTable<Role>[]): readonly ParsedTable<Role>[] {
  const place = (file: string | undefined, sheet: string): string => JSON.stringify([file ?? null, sheet]);
  const books = new Set(tables.map(({ table: { file, sheet } }) => place(file, sheet)));
  return tables.filter(({ table: { file, sheet } }) => {
    const original = sheet.replace(copy, '');
    return original === sheet || !books.has(place(file, original));
  });
}

const copy = /\s*(?:[(（]\d+[)）]|(?:-\s*|的)副本(?:\s*[(（]\d+[)）])?|\s-\s*copy(?:\s*\(\d+\))?)$|^copy of\s+/i;

const yearless = 10_000;

function latestOf(orders: readonly (number | null)[]): number | null {
  const dated = orders.filter((order) => order !== null);
  const overNewYear = dated.every((order) => order < yearless) && dated.some((order) => order >= 1100);
  const rank = (order: number): number => (overNewYear && order < 300 ? order + 1200 : order);
  return dated.reduce<number | null>((last, order) => (last === null || rank(order) > rank(last) ? order : last), null);
}
