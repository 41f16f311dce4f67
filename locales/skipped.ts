import type { PassedOverRow } from '../core/sheet/skipped-rows.ts';
import { runsOf } from '../core/sheet/skipped-runs.ts';
import type { Texts } from './index.ts';

/** Why rows were passed over, a sentence for each run of rows: "Sheet1: rows 12–40 have no quantity …". */
export const describeSkipped = (rows: readonly PassedOverRow[], texts: Texts): readonly string[] =>
  runsOf(rows).map(({ sheet, row, to, because }) => {
    const numbers = row === to ? `${row + 1}` : `${row + 1}–${to + 1}`;
    return texts(`findings:skipped.${because}`, { sheet, rows: numbers, count: to - row + 1 });
  });
