import { datedName } from '../../sheet/as-of.ts';
import type { TableRole } from '../../sheet/fields.ts';
import type { ParsedTable } from '../../sheet/table.ts';

/**
 * Of sheets that are one book of several days (库存0304, 库存0305; 2025年价目表, 2026年价目表) the latest: counted together they
 * would promise goods twice. December comes before January where the names say no year.
 */
export function currentTables<Role extends TableRole>(
  tables: readonly ParsedTable<Role>[],
): readonly ParsedTable<Role>[] {
  const named = tables.map((table) => ({ table, ...datedName(table.table.sheet) }));
  const books = Map.groupBy(named, ({ base, table }) => JSON.stringify([table.table.file ?? null, base]));
  const latest = new Map(Array.from(books, ([book, dated]) => [book, latestOf(dated.map(({ order }) => order))]));
  return named
    .filter(({ base, order, table }) => {
      const last = latest.get(JSON.stringify([table.table.file ?? null, base]));
      return order === null || order === last;
    })
    .map(({ table }) => table);
}

const yearless = 10_000;

function latestOf(orders: readonly (number | null)[]): number | null {
  const dated = orders.filter((order) => order !== null);
  const overNewYear = dated.every((order) => order < yearless) && dated.some((order) => order >= 1100);
  const rank = (order: number): number => (overNewYear && order < 300 ? order + 1200 : order);
  return dated.reduce<number | null>((last, order) => (last === null || rank(order) > rank(last) ? order : last), null);
}
