/**
 * What the server knows may be kept in a workbook as a table. It is known again by hidden names of its heading cells, as
 * "countersign.prices.itemCode": they follow a cell through sorting, moving and renaming, and are saved with the workbook.
 */
export const keptName = (table: string, column: string): string => `countersign.${table}.${column}`;

/** The orders that are open on the server. */
export const openOrdersTable = 'openOrders';

/**
 * Names of a table that only shows how things are on the server. Books that are kept are read as any other; out of a view
 * nothing is read, or its orders would be taken for rows to post.
 */
export const isNameOfView = (name: string): boolean =>
  name.startsWith(keptName(openOrdersTable, '')) && name !== keptName(openOrdersTable, titleColumn);

/** The cell above the headings; it may stand on while the table below it was replaced. */
export const titleColumn = 'title';

/** More of them than any sheet has; a file may claim millions. */
export const mostNamesOfViews = 1000;
