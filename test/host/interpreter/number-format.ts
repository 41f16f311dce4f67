import { timeOfSerial } from './cell-entry.ts';
import { notImplemented } from './errors.ts';
import type { CellValue } from './workbook-data.ts';

/**
 * The text that a cell shows (`range.text`), for the formats that order sheets use: General, text, dates, times,
 * decimals, grouping, percent, currency signs. Any other format is refused rather than guessed.
 */
export function shownText(value: CellValue | undefined, numberFormat: string): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (numberFormat === 'General' || numberFormat === '@') return String(Number(value.toPrecision(11)));
  const sections = numberFormat.split(';');
  const negative = value < 0 && sections[1] !== undefined;
  const section = (value === 0 ? sections[2] : undefined) ?? (negative ? sections[1] : sections[0]) ?? '';
  const parts = tokens(section);
  const shown = negative ? -value : value;
  return parts.some((part) => DATE_PART.test(part)) ? dateText(value, parts) : numberText(shown, parts, numberFormat);
}

const DATE_PART = /^[ymdhs]+$/i;

/** Date parts, number pictures and literals, one string each; literals keep their mark (`"` or `\`). */
function tokens(section: string): string[] {
  const clean = section.replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"').replace(/\[[^\]]*\]|_.|\*./g, '');
  return clean.match(/"[^"]*"|\\.|y+|m+|d+|h+|s+|[#0,.?]+|%|./gi) ?? [];
}

const literal = (part: string): string => (/^["\\]/.test(part) ? part.replace(/^\\|"/g, '') : part);

function dateText(serial: number, parts: string[]): string {
  const at = timeOfSerial(serial);
  let afterHour = false;
  return parts
    .map((part) => {
      const kind = part[0]?.toLowerCase() ?? '';
      if (!DATE_PART.test(part)) return literal(part);
      const isMinute = kind === 'm' && afterHour;
      if (kind !== 'm') afterHour = kind === 'h';
      return datePart(isMinute ? 'n' : kind, part.length, at);
    })
    .join('');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function datePart(kind: string, length: number, at: Date): string {
  if (kind === 'y') return String(at.getUTCFullYear()).slice(length > 2 ? 0 : 2);
  if (kind === 'm' && length === 3) return MONTHS[at.getUTCMonth()] ?? '';
  if (length > 2) throw notImplemented('Range', `text with the date part "${kind.repeat(length)}"`);
  const numbers: Record<string, number> = {
    m: at.getUTCMonth() + 1,
    d: at.getUTCDate(),
    h: at.getUTCHours(),
    n: at.getUTCMinutes(),
    s: at.getUTCSeconds(),
  };
  return String(numbers[kind]).padStart(length, '0');
}

function numberText(value: number, parts: string[], numberFormat: string): string {
  const pictures = parts.filter((part) => /^[#0,.?]+$/.test(part));
  const picture = pictures[0] ?? '';
  const match = /^([#0,]*)(?:\.([0#]*))?$/.exec(picture);
  const known = parts.every((part) => part === picture || part === '%' || /^["\\]|^[¥$€£ ()\-+]$/.test(part));
  if (pictures.length !== 1 || match === null || !known) {
    throw notImplemented('Range', `text with the number format "${numberFormat}"`);
  }
  const decimals = match[2] ?? '';
  const digits = new Intl.NumberFormat('en-US', {
    useGrouping: (match[1] ?? '').includes(','),
    minimumIntegerDigits: Math.max(1, (match[1] ?? '').replaceAll(/[^0]/g, '').length),
    minimumFractionDigits: decimals.replaceAll('#', '').length,
    maximumFractionDigits: decimals.length,
  }).format(Math.abs(parts.includes('%') ? value * 100 : value));
  const text = parts.map((part) => (part === picture ? digits : literal(part))).join('');
  return value < 0 ? `-${text}` : text;
}
