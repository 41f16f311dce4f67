import { invalidArgument } from './errors.ts';
import type { CellValue } from './workbook-data.ts';

/** What typing (or writing `range.values`) makes of a raw value. */
export interface CellEntry {
  readonly value?: CellValue;
  readonly formula?: string;
  /** Excel gives a General cell a fitting format when it reads a date, a percentage or a grouped number. */
  readonly numberFormat?: string;
}

const ERROR_VALUES = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!']);

/** Excel specifications and limits: total number of characters that a cell can contain. */
const LONGEST_TEXT = 32_767;

export const isErrorValue = (value: unknown): boolean => typeof value === 'string' && ERROR_VALUES.has(value);

/**
 * Excel reads a text that is written into a cell as if it were typed: `00123` becomes 123, `3-12` a date, `2E10` a
 * number, `=…` (and `-x`, `+x`, `@x`) a formula, unless the cell is formatted as text or the text begins with `'`.
 * The stand-in does the same, because code that forgets it damages item numbers in the user's sheet.
 */
export function readEntry(raw: CellValue, numberFormat: string): CellEntry {
  if (typeof raw === 'number') return { value: Number(raw.toPrecision(15)) };
  if (typeof raw === 'string' && raw.length > LONGEST_TEXT)
    throw invalidArgument('A cell holds no text as long as this.');
  if (typeof raw === 'boolean' || numberFormat === '@') return { value: raw };
  if (raw.startsWith("'")) return { value: raw.slice(1) };
  if (raw.startsWith('=') && raw.length > 1) return { formula: raw };
  const text = raw.trim();
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (ERROR_VALUES.has(text.toUpperCase())) return { value: text.toUpperCase() };
  const typed = readNumber(text) ?? readDate(text);
  if (typed !== undefined) return typed;
  return /^[+\-@][^\s]/.test(raw) ? { formula: `=${raw}` } : { value: raw };
}

function readNumber(text: string): CellEntry | undefined {
  const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.exec(text);
  if (plain !== null) {
    const value = Number(Number(text).toPrecision(15));
    return plain[2] === undefined ? { value } : { value, numberFormat: '0.00E+00' };
  }
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) {
    return { value: Number(text.slice(0, -1)) / 100, numberFormat: text.includes('.') ? '0.00%' : '0%' };
  }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) {
    return { value: Number(text.replaceAll(',', '')), numberFormat: text.includes('.') ? '#,##0.00' : '#,##0' };
  }
  return undefined;
}

function readDate(text: string): CellEntry | undefined {
  const full = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (full !== null) return dateEntry(Number(full[1]), Number(full[2]), Number(full[3]), 'm/d/yyyy');
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short === null) return undefined;
  return dateEntry(new Date().getFullYear(), Number(short[1]), Number(short[2]), 'd-mmm');
}

function dateEntry(year: number, month: number, day: number, numberFormat: string): CellEntry | undefined {
  const time = Date.UTC(year, month - 1, day);
  const isCalendarDay = new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day;
  return isCalendarDay ? { value: serialOfTime(time), numberFormat } : undefined;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel's day count of a UTC time (1900 system, right from March 1900 on). */
export const serialOfTime = (time: number): number => (time - EPOCH) / DAY;

export const timeOfSerial = (serial: number): Date => new Date(EPOCH + Math.round(serial * DAY));
