import type { CheckCode } from '../../../core/check/codes.ts';
import type { RawCell } from './raw-workbook.ts';

/** What must be said about a cell, worked out from raw cells. Values as plain decimals, dates, texts. */
export interface Said {
  readonly code: CheckCode;
  /** "订单!H12". */
  readonly at: string;
  readonly expected?: string;
  readonly actual?: string;
  /** The one right content of the cell, where there is one. */
  readonly fix?: string;
  /** Further facts the finding must hold: who may approve, how much is short, who holds it. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** One thing looked at: the cells, the working in words and numbers, and what came of it. */
export interface Step {
  readonly cells: readonly RawCell[];
  readonly words: string;
  readonly says: readonly Said[];
}

export const fine = (words: string, ...cells: readonly RawCell[]): Step => ({ words, cells, says: [] });
export const wrong = (said: Said, words: string, ...cells: readonly RawCell[]): Step => ({
  words,
  cells,
  says: [said],
});
