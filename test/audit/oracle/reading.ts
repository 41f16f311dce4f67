import { type Exact, exactly } from './exact.ts';
import type { RawCell } from './raw-workbook.ts';

/** How a clerk reads a cell. `unreadable`: something stands there that he would have to ask about. */
export type Reading<Value> = Value | null | 'unreadable';

/** What is the same to the eye: full-width signs as narrow ones, no blanks, no apostrophe in front, capitals as small letters. */
export const same = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/^'/, '').replace(/\s/g, '');

/** 12, １２, ￥12.50, 1,200, 12元, 3双, 40 %. The sign of percent divides by a hundred. */
export function readNumber({ kind, text }: RawCell): Reading<Exact> {
  if (kind === 'empty') return null;
  if (kind === 'date') return 'unreadable';
  const plain = same(text)
    .replace(/^[¥$]/, '')
    .replace(/,(?=\d{3})/g, '')
    .replace(/(元|双|件|个)$/, '');
  return exactly(plain) ?? 'unreadable';
}

const openDates = ['等通知', '待通知', '待定'];

/** 2026-11-05, 2026.11.5, 2026/11/5, 2026年11月5日, 20261105. A date that is still to be told is no date yet, and no mistake. */
export function readDate({ kind, text }: RawCell): Reading<string> {
  if (kind === 'empty' || openDates.includes(text)) return null;
  if (kind === 'date') return text;
  const plain = same(text);
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  const [, year = '', month = '', day = ''] = match ?? [];
  const date = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  return Number.isNaN(date.valueOf()) ? 'unreadable' : date.toISOString().slice(0, 10);
}

/** Monday is 1. */
export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

export const daysFrom = (a: string, b: string): number =>
  (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000;
