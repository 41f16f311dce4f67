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
    const short = shortDay(text);
    const date = short && dateOf(Number(years), short.month, short.day);
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

function shortDay(text: string): { readonly month: number; readonly day: number } | null {
  const found = dayOnly.exec(text);
  if (!found) return null;
  const [, a, b, c, d, e, f] = found;
  return { month: Number(a ?? c ?? e), day: Number(b ?? d ?? f) };
}

/** A name taken apart: 库存0305 is 库存 of a certain day, 2026年3月价目表 the 价目表 of a month. */
export interface DatedName {
  readonly base: string;
  /** Larger = later, among names with the same base; null = no date in it. */
  readonly order: number | null;
}

const dateWords = /(20\d{2})年?(?:第?[一二三四1-4]季度?)?|(\d{1,2})月份?/g;

/** Sheets named alike but for their date are one book of several days, not several books. */
export function datedName(name: string): DatedName {
  const text = name.normalize('NFKC');
  const day = dayOfText(text);
  if (day) return { base: baseOf(text), order: Number(day.replaceAll('-', '')) };
  const short = shortDay(text) ?? { month: 0, day: 0 };
  let [years, months] = [0, short.month];
  for (const [, ofYear, ofMonth] of text.matchAll(dateWords)) {
    if (ofYear) years = Number(ofYear);
    if (ofMonth) months = Number(ofMonth);
  }
  const order = years * 10_000 + months * 100 + short.day;
  return { base: baseOf(text), order: order === 0 ? null : order };
}

const baseOf = (text: string): string =>
  [fullDay, compactDay, rocDay, dayOnly, dateWords]
    .reduce((rest, shape) => rest.replace(shape, ''), text)
    .replace(/[\s()[\]_.-]+/g, '')
    .toLowerCase();
