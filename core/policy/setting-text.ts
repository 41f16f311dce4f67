import { type Decimal, divide, parseDecimal } from '../value/decimal.ts';
import type { Setting } from './setting.ts';

/** A value as one line of text, "sales 0.03, director 0.15": for command line and documents, the same in every language. */
export function textOfValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? none : value.map(entryText).join(', ');
  if (typeof value !== 'object' || value === null) return plainText(value);
  return Object.entries(value)
    .map(([key, own]) => `${key} ${plainText(own)}`)
    .join(', ');
}

const none = '–';
const plainText = (value: unknown): string =>
  value === null || value === undefined ? none : value === true ? 'yes' : value === false ? 'no' : String(value);
/** Roles of a group stand for each other: "production/purchasing". */
const entryText = (entry: unknown): string =>
  Array.isArray(entry) ? entry.map(plainText).join('/') : fieldsText(entry);
const fieldsText = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null ? Object.values(entry).map(plainText).join(' ') : plainText(entry);

/**
 * What somebody typed, as a setting's value: 15% is 0.15, "none" is null, lists are JSON. What can't be read stays the text it was,
 * so that validation names it.
 */
export function valueOfText(setting: Setting, typed: string): unknown {
  const text = typed.normalize('NFKC').trim();
  switch (setting.kind) {
    case 'whole':
      return wholeOf(text);
    case 'whole-or-none':
      return text === 'none' ? null : wholeOf(text);
    case 'role-or-none':
      return text === 'none' ? null : text;
    case 'decimal':
      return decimalOfText(text);
    case 'yes-no':
      return ['yes', 'true'].includes(text) ? true : ['no', 'false'].includes(text) ? false : text;
    case 'choice':
    case 'role':
    case 'time':
      return text;
    default:
      return jsonOf(text);
  }
}

const wholeOf = (text: string): number | string => (/^-?\d{1,9}$/.test(text) ? Number(text) : text);

function decimalOfText(text: string): string {
  const percent = text.endsWith('%') ? parseDecimal(text.slice(0, -1).trim()) : null;
  return percent === null ? text : divide(percent, '100' as Decimal);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // no JSON: refused where it is validated, with the setting's path
  }
}
