import { unitOf } from '../check/unit.ts';
import { compare, type Decimal, zero } from '../value/decimal.ts';
import { numberIn, numberPattern } from './numbers.ts';
import { type Sureness, type Taken, taken } from './said.ts';

export interface SaidQuantity {
  readonly quantity: Decimal;
  /** As it was said; absent = none, so the item's own is meant. */
  readonly unit?: string;
}
interface Candidate extends SaidQuantity {
  readonly rank: number;
  readonly sure: Sureness;
  readonly from: number;
  readonly to: number;
}

/** Taken only where no counted thing is named: 3mm is a size, 200米 of cable an order. */
const measures: ReadonlySet<string> = new Set(['mass', 'length', 'volume', 'area', 'time', 'day', 'job']);

const withWord = new RegExp(
  String.raw`(?<![\w.\-/])(${numberPattern})\s*([\p{Script=Han}]{1,2}|[A-Za-z]{1,9})\.?(?:\s*of\b)?`,
  'giu',
);
const labelled = new RegExp(String.raw`(?:数量|數量|数|qty|quantity)\s*[:=.]?\s*(${numberPattern})`, 'iu');
const crossed = new RegExp(
  String.raw`(?<=^|[\s\ue000\p{Script=Han})])[xX*]\s*(${numberPattern})(?![\w*.]|\s*[xX*]\s*\d)`,
  'u',
);
const bare =
  /(?<![\w.\-/@¥$])(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)(?![\w.\-/%]|\s*[xX*]\s*\d)|[零〇一二两兩三四五六七八九]?[十百千万萬][零〇一二两兩三四五六七八九十百千万萬]*/g;
const halfDozen = /(?:半打|half\s+a\s+dozen)/i;
const dozen = /\ba\s+dozen\b/i;

/** How many the line wants: what is counted in a unit before what follows a cross or a label, a bare number last. */
export function quantityIn(text: string): Taken<SaidQuantity> | null {
  const [best] = [...counted(text), ...labels(text), ...dozens(text), ...bareNumbers(text)]
    .filter(({ quantity }) => compare(quantity, zero) > 0)
    .toSorted((a, b) => b.rank - a.rank || a.from - b.from);
  if (!best) return null;
  const { quantity, unit, sure, from, to } = best;
  return taken(text, { value: { quantity, ...(unit !== undefined && { unit }) }, sure, from, to });
}

function counted(text: string): readonly Candidate[] {
  return [...text.matchAll(withWord)].flatMap((found) => {
    const [whole, digits = '', word = ''] = found;
    const quantity = numberIn(digits);
    const unit = [word, word.slice(0, 1)].find((each) => isUnit(each, word));
    if (quantity === null || unit === undefined) return [];
    const rank = measures.has(unitOf(unit).kind) ? 2 : 5;
    const to = found.index + (unit === word ? whole.length : whole.lastIndexOf(word) + unit.length);
    return [{ quantity, unit, rank, sure: rank === 5 ? 'sure' : 'likely', from: found.index, to }];
  });
}

/** The first sign alone only of Chinese words: 只 of 只要. */
const isUnit = (unit: string, word: string): boolean =>
  (unit === word || /\p{Script=Han}/u.test(unit)) && unit.length > 0 && unitOf(unit).isKnown;

function labels(text: string): readonly Candidate[] {
  return [labelled, crossed].flatMap((shape, at) => {
    const found = shape.exec(text);
    const quantity = found && numberIn(found[1] ?? '');
    if (!found || !quantity) return [];
    return [
      { quantity, rank: at === 0 ? 4 : 3, sure: 'sure' as const, from: found.index, to: found.index + found[0].length },
    ];
  });
}

/** Everybody knows how many a dozen is; half of one is six pieces. */
function dozens(text: string): readonly Candidate[] {
  const half = halfDozen.exec(text);
  if (half)
    return [{ quantity: '6' as Decimal, rank: 6, sure: 'likely', from: half.index, to: half.index + half[0].length }];
  const whole = dozen.exec(text);
  return whole
    ? [{ quantity: '12' as Decimal, rank: 6, sure: 'likely', from: whole.index, to: whole.index + whole[0].length }]
    : [];
}

function bareNumbers(text: string): readonly Candidate[] {
  const found = [...text.matchAll(bare)];
  return found.flatMap((each) => {
    const quantity = numberIn(each[0]);
    if (!quantity) return [];
    const sure = found.length === 1 ? 'likely' : 'unsure';
    return [{ quantity, rank: 1, sure, from: each.index, to: each.index + each[0].length } as const];
  });
}
