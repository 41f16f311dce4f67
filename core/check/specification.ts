import { sameText } from '../sheet/text.ts';

/**
 * M8×40, m8*40 and M8 x 40 are one size; so is one that says more than the other, in any order: M8×40 304. A part of a word is
 * no word: L is no XL, 40 no 40.5, 1/2 no 1-1/2, 大 no 特大; but 20 is 20mm, 8×40 is M8×40 and 透明 is 透明色.
 */
export function sameSize(a: string, b: string): boolean {
  if (a === b || plainSize(a) === plainSize(b)) return true;
  const [one, other] = [spelled(a), spelled(b)];
  return saysAll(one, other) || saysAll(other, one);
}

/** A size without the signs people write it with. For comparing, never for showing. */
export const plainSize = (text: string): string =>
  sameText(text)
    .replace(/[×*✕╳]/g, 'x')
    .replace(/[-_/,，、()（）]/g, '');

/** One spelling of a size's words, a blank between them: "DN50PN16, 1 1/2″" is "dn50 pn16 1+1/2", "300 ML" is "300ml". */
const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[×*✕╳]\s*|(?<=\d)\s*x\s*(?=\d)/g, '×')
    .replace(/(?<!\S)(\d)[\s-](?=\d+\/\d)/g, '$1+')
    .replace(/[-_,、()"'″′]|(?<!\d)[./]|[./](?!\d)/g, ' ')
    .replace(/(?<=\d)(?=[a-z]+\d)/g, ' ')
    .replace(/(?<=\d)\s+(?=[a-z]{1,3}(?![a-z\d]))/g, '');

const saysAll = (text: string, few: string): boolean =>
  few.split(/\s+/).every((word) => word === '' || says(text, word));

function says(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isStart(text.charAt(at - 1), word) && isEnd(word, text.charAt(at + word.length))) return true;
  return false;
}

/** What stands before a Chinese word, a measure or a size of clothes makes another of it: 半透明, 8×40, 2XL. */
const isStart = (before: string, word: string): boolean =>
  kindOf(before) !== kindOf(word.charAt(0)) && before !== '×' && !(/\d/.test(before) && /^x*[sml]$/.test(word));

/** What stands behind a Chinese word or a number only says more of it: 透明色, 20mm, 20×30. */
function isEnd(word: string, behind: string): boolean {
  const [last, next] = [kindOf(word.charAt(word.length - 1)), kindOf(behind)];
  return last === 'han' || (last !== next && !(last === 'letter' && next === 'number'));
}

function kindOf(sign: string): 'number' | 'han' | 'letter' | 'other' | 'none' {
  if (sign === '' || sign === ' ') return 'none';
  if (/[\d./+]/.test(sign)) return 'number';
  if (/\p{Script=Han}/u.test(sign)) return 'han';
  return /\p{L}/u.test(sign) ? 'letter' : 'other';
}
