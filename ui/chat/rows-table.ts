import type { FoundSheets } from '../sheet-session/examiner.ts';
import type { RowsOfSheet } from '../sheet-session/orders-in-rows.ts';
import { foundTable } from '../sheet-session/row-statuses.ts';
import { keyOfTable } from '../sheet-session/rows-place.ts';

/**
 * The order table that new rows go to, by its index in the batch: the one the user chose, else the one he looks at, else the first.
 * @param lookedAt the rows selected in the grid; null = nobody knows
 */
export function tableForRows(found: FoundSheets, chosen: string | null, lookedAt: RowsOfSheet | null): number {
  const { tables } = found.batch;
  const isLookedAt = (index: number): boolean => {
    const { area } = foundTable(found, index);
    return lookedAt?.spans.some(({ from, to }) => from <= area.bottom && to >= area.top) ?? false;
  };
  const onSheet = tables.flatMap(({ sheet }, index) => (sheet === lookedAt?.sheet ? [index] : []));
  const isChosen = tables.findIndex((table) => keyOfTable(table) === chosen);
  return isChosen >= 0 ? isChosen : (onSheet.find(isLookedAt) ?? onSheet[0] ?? 0);
}
