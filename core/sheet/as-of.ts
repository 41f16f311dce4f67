import { dateOf, type PlainDate } from '../value/date.ts';

const fullDay = /(?<!\d)((?:19|20)\d{2})[-./年]\s?(\d{1,2})[-./月]\s?(\d{1,2})日?(?!\d)/;
const compactDay = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;
const rocDay = /民[国國]\s?(\d{2,3})[-./年]\s?(\d{1,2})[-./月]\s?(\d{1,2})/;
const year = /(?<!\d)(20\d{2})(?!\d)/;
/** 库存0305, 3月5日库存, 库存 3-5. */
const dayOnly = /(?<!\d)(?:(0[1-9]|1[0-2])([0-3]\d)|(\d{1,2})月(\d{1,2})[日号號]?|(\d{1,2})[-.](\d{1,2}))(?!\d)/;

/**
 * The day texts about a table speak of, best first (its title, the sheet's name, the file's name): 库存表 2026-03-05,
 * 价目表20260301, 民國115年3月5日. A day without year (库存0305) needs the year in one of the other texts.
 */
export function dayIn(texts: readonly string[]): PlainDate | undefined {
  const plain = texts.map((text) => text.normalize('NFKC'));
  for (const text of plain) {
    const day = dayOfText(text);
    if (day) return day;
  }
  const [, years] = plain.map((text) => year.exec(text)).find((found) => found !== null) ?? [];
  for (const text of years === undefined ? [] : plain) {
    const [, month, day] = shortDay(text) ?? [];
    const date = month === undefined || day === undefined ? null : dateOf(Number(years), month, day);
    if (date) return date;
  }
  return undefined;
}

function dayOfText(text: string): PlainDate | null {
  const found = fullDay.exec(text) ?? compactDay.exec(text);
  if (found) return dateOf(Number(found[1]), Number(found[2]), Number(found[3]));
  const roc = rocDay.exec(text);
  return roc ? dateOf(Number(roc[1]) + 1911, Number(roc[2]), Number(roc[3])) : null;
}

function shortDay(text: string): readonly [text: string, month: number, day: number] | null {
  const found = dayOnly.exec(text);
  if (!found) return null;
  const [whole, a, b, c, d, e, f] = found;
  return [whole, Number(a ?? c ?? e), Number(b ?? d ?? f)];
}

/** A sheet's name without the day in it: 库存0304 and 库存0305 are one stock sheet, counted twice. */
export const nameWithoutDay = (name: string): string =>
  [fullDay, compactDay, rocDay, dayOnly, /(?:20)?\d{2}年|\d{1,2}月份?/]
    .reduce((text, shape) => text.replace(shape, ''), name.normalize('NFKC'))
    .replace(/[\s()[\]_-]+/g, '');
