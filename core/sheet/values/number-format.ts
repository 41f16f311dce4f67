import type { Said } from '../table.ts';
import { currencyOfFormat } from './currency.ts';

/** What a number format writes around the number, for positive numbers: before the first ";". */
interface Dress {
  readonly before: string;
  readonly after: string;
  /** A comma behind the last digit: thousands are left out of what is shown. */
  readonly shortened: boolean;
}

function dressOf(format: string): Dress {
  let before = '';
  let after = '';
  let shortened = false;
  let digits = false;
  const section = /^(?:"[^"]*"|[\\!].|[^;])*/.exec(format)?.[0] ?? '';
  for (const [piece, quoted, escaped] of section.matchAll(/"([^"]*)"|[\\!](.)|[_*].|\[[^\]]*\]|./gu)) {
    const literal = quoted ?? escaped ?? (/\p{Script=Han}|\//u.test(piece) ? piece : '');
    if (digits) after += literal;
    else before += literal;
    if (/^[0#?]$/.test(piece)) {
      digits = true;
      shortened = false;
    } else if (piece === ',') shortened = digits;
  }
  return { before: before.trim(), after: after.trim(), shortened };
}

const unitWord = /^(?![元圆圓])(\p{L}[\p{L}.]{0,14}[23]?)$/u;
const perWord = /(?:\/|每|per )\s*(\p{L}[\p{L}\d]{0,11})$/iu;

/** 箱 of `0"箱"`: the unit a quantity's number format shows. */
export function unitOfFormat(format: string): string | null {
  const { after } = dressOf(format);
  return currencyOfFormat(format) === null && !isLargeWord(after) ? (unitWord.exec(after)?.[1] ?? null) : null;
}

/** Currency and unit that a price's number format shows: `"¥"#,##0.00"/箱"`. */
export function priceSaidBy(format: string): Said {
  const currency = currencyOfFormat(format);
  const priceUnit = perWord.exec(dressOf(format).after)?.[1];
  return { ...(currency !== null && { currency }), ...(priceUnit && { priceUnit }) };
}

const isLargeWord = (text: string): boolean => /^[百千]?[万萬亿億]|^千$/.test(text);

/**
 * A format that writes 万 behind a number without shortening it: 1.2 is shown as 1.2万, and whether 1.2 or 12,000 is meant only
 * a person can say. 0!.0,"万" shortens 12,000 to 1.2万 and is right. Gives the zeros that are in question, else 0.
 */
export function zerosShownOnly(format: string): number {
  const { after, shortened } = dressOf(format);
  if (shortened || !isLargeWord(after)) return 0;
  return after.startsWith('千') ? 3 : 4;
}
