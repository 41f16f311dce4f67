import { unitOf } from '../check/unit.ts';
import { add, compare, type Decimal, multiply, zero } from '../value/decimal.ts';
import { numberIn, numberPattern } from './numbers.ts';
import { gap, type Sureness, type Taken, taken } from './said.ts';

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

/** What follows belongs to another number or word; a dash right behind the item doesn't: DP001-12盒. */
const notWithin = String.raw`(?<![\w.+]|(?<!${gap}-*)[\-/])`;
const withWord = new RegExp(
  String.raw`${notWithin}(${numberPattern})\s*([\p{Script=Han}]{1,2}|[A-Za-z]{1,9})\.?(?:\s*of\b)?`,
  'giu',
);
const labelled = new RegExp(String.raw`(?:数量|數量|数|qty|quantity)\s*[:=.]?\s*(${numberPattern})`, 'iu');
const crossed = new RegExp(
  String.raw`(?<=^|[\s\ue000\p{Script=Han})])[xX*]\s*(${numberPattern})(?![\w*.]|\s*[xX*]\s*\d)`,
  'u',
);
const bare =
  /(?<![\w.+@¥$]|(?<!\ue000-*)[-/])(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)(?![\w.\-/%]|\s*[xX*]\s*\d)|[零〇一二两兩三四五六七八九]?[十百千万萬][零〇一二两兩三四五六七八九十百千万萬]*/g;
const halfDozen = /(?:半打|half\s+a\s+dozen)/i;
const dozen = /\ba\s+dozen\b/i;

/** 1盒半; not of 半成品, 半价, 半年. */
const andHalf = /^半(?![成价價年月天个個圆圓])/;
const halfOf = /(?<![一大小多\d])半(?!打)(\p{Script=Han}{1,2})/gu;

/** How many the line wants: what is counted in a unit before what follows a cross or a label, a bare number last. */
export function quantityIn(text: string): Taken<SaidQuantity> | null {
  const [best] = [...counted(text), ...halves(text), ...labels(text), ...dozens(text), ...bareNumbers(text)]
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
    // 20个/箱 says what one holds.
    if (/^\s*\/\s*(?:\p{Script=Han}|[A-Za-z]{2})/u.test(text.slice(to)))
      return [{ quantity, unit, rank: 1.5, sure: 'unsure', from: found.index, to }];
    const sure = rank === 5 ? 'sure' : 'likely';
    const and = andHalf.exec(text.slice(to));
    if (!and) return [{ quantity, unit, rank, sure, from: found.index, to }];
    const both = { quantity: add(quantity, half), unit, rank, sure: sureOfHalf(unit) };
    return [{ ...both, from: found.index, to: to + and[0].length }];
  });
}

/** 半吨, 半箱. */
function halves(text: string): readonly Candidate[] {
  return [...text.matchAll(halfOf)].flatMap(({ 0: whole, 1: word = '', index }) => {
    const unit = [word, word.slice(0, 1)].find((each) => isUnit(each, word));
    if (unit === undefined || /^(?:time|day|job)$/.test(unitOf(unit).kind)) return [];
    const to = index + whole.length - word.length + unit.length;
    return [{ quantity: half, unit, rank: 4, sure: sureOfHalf(unit), from: index, to }];
  });
}

const half = '0.5' as Decimal;
/** Half of a piece is hardly meant; 半打 are six. */
const sureOfHalf = (unit: string): Sureness => {
  const { isCounted, size } = unitOf(unit);
  return isCounted && multiply(half, size).includes('.') ? 'unsure' : 'likely';
};

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
