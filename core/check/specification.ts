import { sameText } from '../sheet/text.ts';
import { type SizeNumber, type SizePart, sizeParts } from './size-parts.ts';

/**
 * M8×40, m8*40 and M8 x 40 are one size; so is one that says more than the other, in any order: M8×40 304. A part of a word is
 * no word: L is no XL, 40 no 40.5, 20×30 no 30×20, 大 no 特大, 黑 no 黑白; but 20 is 20mm, 0.5 l is 500ml, 8×40 is M8×40 and 透明 is 透明色.
 */
export function sameSize(a: string, b: string): boolean {
  if (a === b || plainSize(a) === plainSize(b)) return true;
  const [one, other] = [sizeParts(a), sizeParts(b)];
  return saysAll(one, other) || saysAll(other, one);
}

/** A size without the signs people write it with. For comparing, never for showing. */
export const plainSize = (text: string): string =>
  sameText(text)
    .replace(/[×*✕╳]/g, 'x')
    .replace(/[-_/,，、()（）]/g, '');

/** Each part of `few` is another one of `many`, and what is so long by so wide stands in the same order. */
function saysAll(many: readonly SizePart[], few: readonly SizePart[]): boolean {
  const taken = new Set<number>();
  let lastMeasure = -1;
  return few.every((part) => {
    const at = many.findIndex((other, index) => !taken.has(index) && isSame(part, other));
    if (at < 0) return false;
    taken.add(at);
    if (!isMeasure(part)) return true;
    const isInOrder = at > lastMeasure;
    lastMeasure = at;
    return isInOrder;
  });
}

/** One of length × width × height; in 24 × 500ml the order says nothing. */
const isMeasure = (part: SizePart): boolean =>
  part.kind === 'number' && part.isOneOfMany && (part.unit === '' || units[part.unit]?.[0] === 'length');

const isSame = (a: SizePart, b: SizePart): boolean =>
  a.kind === 'number' ? b.kind === 'number' && isSameNumber(a, b) : b.kind === 'word' && isSameWord(a.text, b.text);

/** 40 is M40 and 40mm. Other letters before a number make a model of it, and a 304L is another steel than a 304. */
function isSameNumber(a: SizeNumber, b: SizeNumber): boolean {
  const isNamed = (a.prefix === '' || b.prefix === '') && measures.has(a.prefix || b.prefix);
  if (a.prefix !== b.prefix && !isNamed) return false;
  if (a.unit === b.unit) return a.text === b.text;
  if (a.unit === '' || b.unit === '') return a.text === b.text && a.unit !== 'l' && b.unit !== 'l';
  const [one, other] = [amountOf(a), amountOf(b)];
  return one !== null && other !== null && one.kind === other.kind && one.amount === other.amount;
}

/** What a measure may be named by: thread, diameter, pipe, length, width, height, depth, radius. */
const measures: ReadonlySet<string> = new Set(['m', 'φ', 'd', 'g', 'l', 'w', 'h', 'r']);

/** How many of the smallest unit of its kind; null of fractions, ranges and units that don't convert. */
function amountOf({ text, unit }: SizeNumber): { readonly kind: string; readonly amount: number } | null {
  const smallest = units[unit];
  const amount = Number(text);
  return smallest && Number.isFinite(amount)
    ? { kind: smallest[0], amount: Math.round(amount * smallest[1] * 1e6) }
    : null;
}

const units: Readonly<Record<string, readonly [kind: string, times: number]>> = {
  mm: ['length', 1],
  cm: ['length', 10],
  m: ['length', 1000],
  ml: ['volume', 1],
  l: ['volume', 1000],
  g: ['weight', 1],
  kg: ['weight', 1000],
  w: ['power', 1],
  kw: ['power', 1000],
};

/** 标准 is 标准件; of one letter more makes another thing: 黑 and 黑白. */
const isSameWord = (a: string, b: string): boolean =>
  a === b || (isHan(a) && isHan(b) && Math.min(a.length, b.length) >= 2 && (a.startsWith(b) || b.startsWith(a)));

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);
