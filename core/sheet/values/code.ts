import { dateOfSerial } from '../../value/date.ts';
import type { Cell } from '../cells.ts';
import { codeText, plainText } from '../text.ts';
import { isDateFormat } from './date.ts';
import { numberOf } from './digits.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';

const codes = new Set([
  'orderKey',
  'poNumber',
  'customerCode',
  'itemCode',
  'barcode',
  'customerItemCode',
  'currency',
  'rowId',
  'number',
]);
const nothingTyped = /^[-—–/\\]+$/;
/** A long code that Excel showed, and somebody pasted, as 6.90123E+12. */
const shownShort = /^\d(?:\.\d+)?E\+\d{2}$/i;

/** Names, codes and remarks. Codes may be numbers (11), numbers shown with zeros (00000), or what Excel took for a date (3-5). */
export function readText({ value: content, format }: Cell, field: string, date1904: boolean): Reading<string> {
  if (typeof content === 'string') return codes.has(field) ? readCode(content) : named(plainText(content));
  if (typeof content !== 'number') return value(content ? 'TRUE' : 'FALSE');
  const date = isDateFormat(format) ? dateOfSerial(content, date1904) : null;
  if (date) return value(date);
  const number = numberOf(content);
  return number.kind === 'value' && format ? value(numberAsShown(number.value, format)) : number;
}

function readCode(typed: string): Reading<string> {
  const text = codeText(typed).replace(/^['‘’](?=\d)/, '');
  return shownShort.test(text) ? unreadable('digits-lost') : named(text);
}

const named = (text: string): Reading<string> => (text === '' || nothingTyped.test(text) ? empty : value(text));

/**
 * A whole number as a format of zeros shows it: 42 is 00042 under 00000, 012-345 under 000-000, SKU-0042 under "SKU-"0000.
 * Under any other format it is the plain number: separators and decimals are no part of a code.
 */
function numberAsShown(number: string, format: string): string {
  const section = /^(?:"[^"]*"|\\.|[^;])*/.exec(format)?.[0] ?? '';
  const pieces = [...section.matchAll(/"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([- ()])|./gu)].map(
    ([piece, quoted, escaped, sign]) => ({ piece, literal: quoted ?? escaped ?? sign ?? '' }),
  );
  const places = pieces.filter(({ piece }) => piece === '0').length;
  const strange = pieces.some(({ piece, literal }) => piece.length === 1 && piece !== '0' && literal === '');
  if (places === 0 || strange || !/^\d+$/.test(number)) return number;
  const digits = number.padStart(places, '0');
  let next = digits.length - places;
  let shown = '';
  let leading = digits.slice(0, next);
  for (const { piece, literal } of pieces) {
    if (piece !== '0') shown += literal;
    else {
      shown += leading + digits[next];
      leading = '';
      next++;
    }
  }
  return shown.trim();
}
