import type { RowSpan } from '../../../core/sheet/grid.ts';

/** So many rows are asked for together: one that is struck through leaves those further away alone. */
export const rowsTogether = 200;

export const inStretches = ({ top, bottom }: RowSpan): readonly RowSpan[] =>
  Array.from({ length: Math.ceil((bottom - top + 1) / rowsTogether) }, (_, at) => {
    const from = top + at * rowsTogether;
    return { top: from, bottom: Math.min(from + rowsTogether - 1, bottom) };
  });
