import type { Locale } from '../../core/policy/locale.ts';
import { show } from '../../locales/describe.ts';

/** Numbers and dates as people of the locale write them; findings say theirs the same way. */
export const formatMoney = (value: string, currency: string, locale: Locale): string =>
  show({ kind: 'money', value, currency }, locale);
export const formatQuantity = (value: string, unit: string | undefined, locale: Locale): string =>
  show({ kind: 'quantity', value, ...(unit !== undefined && { unit }) }, locale);
export const formatDate = (date: string, locale: Locale): string => show({ kind: 'date', value: date }, locale);

/** Shorter, for lists: "21 Nov", 11月21日; the year only when it isn't this one. */
export const formatDay = (date: string, today: string, locale: Locale): string =>
  date.slice(0, 4) === today.slice(0, 4)
    ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(date))
    : formatDate(date, locale);

/** A moment in the company's time zone, "21 Nov 2026, 09:12": its day as every other day is written. */
export const formatMoment = (instant: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { ...moment, timeZone }).format(new Date(instant));

/** Part by part: of the ready-made styles the one with a time writes 2026/11/21 in zh-Hant, the one without 2026年11月21日. */
const moment: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** "2026-11" → "November 2026", 2026年11月. */
export const formatMonth = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`));

/** 0.92 → "92 %" as the locale writes it. */
export const formatPercent = (ratio: number, locale: Locale): string =>
  show({ kind: 'ratio', value: String(ratio) }, locale);
