import { sameText } from '../sheet/text.ts';

/** A code as a tired eye sees it. */
export const look = (code: string): string =>
  spelled(code)
    .replace(/[-./]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
    .replace(/^0+(?=.)/, '');

/**
 * Of two codes that look the same: do they differ in nothing but what people and Excel lose or confuse in writing? Dashes may be
 * missing, not stand elsewhere (1-12 is no 11-2), and a dot or slash between digits counts: 1.5 is no 15.
 */
export function sameButForWriting(a: string, b: string): boolean {
  const [one, other] = [spelled(a), spelled(b)];
  const [marksOfOne, marksOfOther] = [marksIn(one), marksIn(other)];
  if (marksOfOne.replace(/-/g, '') !== marksOfOther.replace(/-/g, '')) return false;
  if (!marksOfOne || !marksOfOther) return true;
  return numbersIn(one) === numbersIn(other);
}

/** QF02 and QF002: nor in the zeros that the numbers within begin with. Alone that is too little, for LS-0840 may be a size. */
export function sameButForZeros(a: string, b: string): boolean {
  const [one, other] = [withoutZeros(a), withoutZeros(b)];
  return look(one) === look(other) && sameButForWriting(one, other);
}

const withoutZeros = (code: string): string => spelled(code).replace(/(?<!\d)0+(?=\d)/g, '');

/** Every kind of dash is one, and so is an underscore. */
const spelled = (code: string): string => sameText(code).replace(/[_‐‑‒–—―−]/g, '-');

const betweenDigits = /(?<=\d)[-./]+(?=\d)/g;

/** What stands between digits. */
const marksIn = (code: string): string => (code.match(betweenDigits) ?? []).join('');

/** Where one number ends and the next begins; leading zeros don't count. */
const numbersIn = (code: string): string => code.split(betweenDigits).map(look).join('|');

/** One character typed wrong, left out, added, or two neighbours swapped. */
export function oneKeystrokeApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped || (restA.length <= 1 && restB.length <= 1);
}
