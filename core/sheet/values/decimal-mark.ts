import type { CellValue } from '../grid.ts';
import { type DecimalMark, type MarkSeen, markIn } from './digits.ts';
import { typedText } from './typed-text.ts';

const run = /\d[\d.,' ]*(?=\D|$)/g;
/** Who writes these writes 1,234.5. */
const pointHouse = /[\u3400-\u9fff¥]|nt\$|hk\$|rmb|cny|twd|ntd|hkd/i;
/** Pieces are counted whole: 1,200 PCS is no 1.2. */
const pieces =
  /(?<![a-z])(?:pcs?|pieces?|ea|each|sets?|units?|ctns?|cartons?|box(?:es)?|cases?|bottles?|bags?|packs?|pairs?|rolls?)(?![a-z])/i;
const hundredths = (number: number): boolean => Math.abs(number * 100 - Math.round(number * 100)) < 1e-6;

/**
 * The decimal mark of a column, from all its cells: 1,234.5 and 1.234,5 tell it, Chinese words do (nobody there writes a
 * decimal comma). Where only 1,234 stands among numbers of at most two decimals, the comma groups thousands. Null when
 * nothing tells, or when the cells contradict each other.
 */
export function decimalMarkOf(contents: Iterable<CellValue>, heading: string): DecimalMark | null {
  const seen = new Set<MarkSeen>();
  if (pointHouse.test(heading)) seen.add('point');
  let coarse = false;
  let fine = false;
  for (const content of contents) {
    if (typeof content === 'number') {
      if (hundredths(content)) coarse = true;
      else fine = true;
    }
    if (typeof content !== 'string' || !/\d/.test(content)) continue;
    const text = typedText(content);
    for (const [digits] of text.matchAll(run)) {
      const mark = markIn(digits.replace(/[.,' ]+$/, ''));
      if (mark === null) coarse = true;
      else seen.add(mark);
      if (mark !== null && (pointHouse.test(text) || pieces.test(text))) seen.add('point');
    }
  }
  const comma = seen.has('comma') || seen.has('slip');
  if (seen.has('point')) return comma ? null : 'point';
  if (comma) return seen.has('thousands') && !seen.has('comma') ? null : 'comma';
  return coarse && !fine && !seen.has('decimals') ? 'point' : null;
}
