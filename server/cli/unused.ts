import { partReadFrom } from '../../core/check/book-source.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { areaName, columnName } from '../../core/sheet/grid.ts';
import { isOtherHeading } from '../../core/sheet/headings.ts';
import type { FoundTable, MappedColumn, ParsedSheets, UnknownTable } from '../../core/sheet/table.ts';
import { placeOf } from './check-report.ts';
import { type CommonOptions, print, textsFor } from './terminal.ts';

/** Its rows are checked, or checked against: only the surest tables of orders, of each book the latest. */
export function isUsed(table: FoundTable, { orders }: ParsedSheets, knowledge: Knowledge): boolean {
  const { role } = table;
  if (role === 'orders') return orders.some((one) => one.table === table);
  return partReadFrom(knowledge[role]?.source ?? null, table) !== undefined;
}

/** Names what was not used of the files: a list that was overlooked must not pass for one that agrees. */
export function printUnused(sheets: ParsedSheets, knowledge: Knowledge, options: CommonOptions): void {
  const texts = textsFor(options);
  const used = sheets.tables.filter((table) => isUsed(table, sheets, knowledge));
  for (const table of sheets.tables.filter((one) => !used.includes(one)))
    print(
      table.role === 'orders'
        ? texts('cli:check.unsure', { place: areaOf(table) })
        : texts('cli:check.not-used', { place: areaOf(table), book: texts(`terms:table.${table.role}`) }),
    );
  for (const table of sheets.unknown ?? [])
    print(texts('cli:check.unknown-table', { place: areaOf(table), headings: shortened(table.headings) }));
  for (const [table, columns] of unusedColumns(used))
    print(texts('cli:check.unused-columns', { place: areaOf(table), headings: shortened(columns.map(nameOf)) }));
}

/**
 * Prices and stock may stand in the rows of the orders, one area with several tables: not used is what none of them uses.
 * Row numbers, pictures and the like are never used; naming them would hide what was overlooked.
 */
function unusedColumns(used: readonly FoundTable[]): readonly (readonly [FoundTable, readonly MappedColumn[]])[] {
  const byArea = Map.groupBy(used, areaKey);
  return [...byArea.values()].flatMap((tables) => {
    const all = tables.flatMap(({ columns }) => columns);
    const known = new Set(all.filter(({ field }) => field !== null).map(({ column }) => column));
    const left = new Map(
      all.filter((one) => !known.has(one.column) && isWorthNaming(one)).map((column) => [column.column, column]),
    );
    const [first] = tables;
    return first && left.size > 0 ? [[first, [...left.values()]] as const] : [];
  });
}

const areaKey = ({ file, sheet, area }: FoundTable): string => JSON.stringify([file, sheet, areaName(area)]);

const isWorthNaming = ({ heading, empty }: MappedColumn): boolean => !empty && !isOtherHeading(heading);

const areaOf = ({ file, sheet, area }: Pick<UnknownTable, 'file' | 'sheet' | 'area'>): string =>
  `${placeOf(file === undefined ? { sheet } : { file, sheet })} ${areaName(area)}`;

const nameOf = ({ column, heading }: MappedColumn): string => [columnName(column), heading].filter(Boolean).join(' ');

/** As much of it as fits beside a place. */
function shortened(headings: readonly string[]): string {
  const text = headings.join(' | ');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
