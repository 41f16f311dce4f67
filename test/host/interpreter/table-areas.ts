import type { Area } from './address.ts';
import type { Table } from './sheet-model.ts';

export const headerOf = ({ area }: Table): Area => ({ ...area, rows: 1 });

/** The rows between the headings and the totals. */
export const bodyOf = ({ area, showTotals }: Table): Area => ({
  ...area,
  row: area.row + 1,
  rows: area.rows - 1 - (showTotals ? 1 : 0),
});
