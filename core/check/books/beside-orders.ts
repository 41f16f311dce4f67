import type { FoundTable, ParsedSheets } from '../../sheet/table.ts';

/** Does a book stand in the rows of orders? Then what it says of an item comes again with every order of it. */
export const besideOrders = ({ orders }: ParsedSheets, table: FoundTable): boolean =>
  orders.some((parsed) => isSamePlace(parsed.table, table));

const isSamePlace = (a: FoundTable, b: FoundTable): boolean =>
  a.file === b.file && a.sheet === b.sheet && a.headerRow === b.headerRow && a.area.left === b.area.left;
