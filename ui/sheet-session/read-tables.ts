import type { FoundTable, ParsedRow, ParsedSheets } from '../../core/sheet/table.ts';

/** A found table with what its rows tell about it as a whole. */
export interface ReadTable extends FoundTable {
  /** Rows that say something; null = it looked too little like orders to be read. */
  readonly rows: number | null;
  /** Of these, hidden or filtered away; they count all the same. */
  readonly hiddenRows: number;
}

/** Every table that was found, with the number of its rows. */
export function readTables(sheets: ParsedSheets): readonly ReadTable[] {
  const { orders, prices, stock, customers } = sheets;
  const read = new Map<FoundTable, readonly Pick<ParsedRow<'orders'>, 'hidden'>[]>(
    [...orders, ...prices, ...stock, ...customers].map(({ table, rows }) => [table, rows]),
  );
  return sheets.tables.map((table) => {
    const rows = read.get(table);
    return { ...table, rows: rows?.length ?? null, hiddenRows: rows?.filter(({ hidden }) => hidden).length ?? 0 };
  });
}
