import type { Area, Grid } from '../../core/sheet/grid.ts';
import { Unreadable } from '../problem.ts';

/**
 * Merges lie beside each other, so that together they cover no more than the grid. Many that cover it all would have each of
 * its cells looked at as many times; a few that overlap are only untidy.
 */
export function boundMerges(merges: readonly Area[], values: Grid['values'], part: string): void {
  const bottom = values.length - 1;
  const right = values.reduce((widest, row) => Math.max(widest, row.length), 0) - 1;
  let covered = 0;
  for (const merge of merges) {
    const rows = Math.max(0, Math.min(merge.bottom, bottom) - merge.top + 1);
    covered += rows * Math.max(0, Math.min(merge.right, right) - merge.left + 1);
  }
  if (covered > 4 * (bottom + 1) * (right + 1)) throw new Unreadable({ code: 'workbook.suspicious', data: { part } });
}
