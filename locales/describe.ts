import type { Detail, DetailEntry } from '../core/check/detail.ts';
import type { Finding, Shown } from '../core/check/finding.ts';
import type { Locale } from '../core/policy/locale.ts';
import type { Texts } from './index.ts';

/** A finding in a clerk's words. */
export interface FindingText {
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
  /** The button of the fix, "H27: change to ¥12.50"; null when there is no certain one. */
  readonly fixLabel: string | null;
}

/** Says a finding in one language: its text from locales/<locale>/findings.json, numbers, money and dates by locale. */
export function describeFinding(finding: Finding, texts: Texts, locale: Locale): FindingText {
  const { code, data = {}, details = [], expected, actual, fix } = finding;
  const shown = {
    expected: expected ? show(expected, locale) : null,
    actual: actual ? show(actual, locale) : null,
  };
  const places = {
    ...Object.fromEntries(Object.entries(data).map(([place, text]) => [place, brief(text, longestList)])),
    ...shown,
    ...namedPlaces(data, texts),
    ...numberPlaces(data, locale),
    ...datePlaces(data, locale),
    ...moneyPlaces(data, locale),
  };
  return {
    message: [texts(`findings:${code}`, places), ...details.map((detail) => sentence(detail, texts, locale))].join(
      locale === 'en' ? ' ' : '',
    ),
    ...shown,
    fixLabel: fix ? texts('findings:fix', { cell: fix.cell, value: shown.expected ?? brief(String(fix.value)) }) : null,
  };
}

/** What one of a finding's choices says: dates and numbers as the locale writes them, names as the book does. */
export function describeChoice({ value, label, format }: Choice, locale: Locale): string {
  if (label !== String(value)) return label;
  if (format !== undefined && /^\d{4}-\d\d-\d\d$/.test(label)) return show({ kind: 'date', value: label }, locale);
  return typeof value === 'number' ? number(label, locale) : label;
}
type Choice = NonNullable<Finding['choices']>[number];

const sentence = ({ list = [], ...detail }: Detail, texts: Texts, locale: Locale): string =>
  entry(detail, texts, locale, {
    list: formatOf(locale, lists).format(list.map((each) => entry(each, texts, locale))),
  });

const entry = ({ code, values = {} }: DetailEntry, texts: Texts, locale: Locale, more: Data = {}): string =>
  texts(`findings:detail.${code}`, {
    ...Object.fromEntries(Object.entries(values).map(([place, value]) => [place, show(value, locale)])),
    ...more,
  });

/** What a cell holds may be a book: a sentence quotes its beginning, never half a character. */
const brief = (text: string, longest = longestQuote): string =>
  text.length <= longest ? text : `${[...text.slice(0, longest)].slice(0, -1).join('')}…`;
const longestQuote = 120;
/** Several names of items, one after the other. */
const longestList = 400;

/** A typed value as people of the locale write it. */
export function show(value: Shown, locale: Locale): string {
  switch (value.kind) {
    case 'text':
      return brief(value.value);
    case 'money':
      return money(value.value, value.currency, locale);
    case 'quantity':
      return [number(value.value, locale), value.unit].filter(Boolean).join(' ');
    case 'date':
      return formatOf(locale, dates).format(new Date(value.value));
    case 'ratio':
      return formatOf(locale, percents).format(value.value as `${number}`);
  }
}

/** Codes among a finding's data that have words or a name of their own. */
const namedPlaces = ({ field, item, name, role, rule }: Data, texts: Texts): Data => ({
  ...(item && name && { item: `${item} ${name}` }),
  ...(field && { field: texts(`terms:field.${field}`) }),
  ...(role && { role: texts(`terms:role.${role}`) }),
  ...(rule && { rule: texts(`findings:rule.${rule}`) }),
});

/** Numbers among a finding's data. The sign of `discount` has chosen the wording (below, above) already. */
const numberPlaces = (
  { discount, limit, short, quantity, shipped, converted, packs, size, rowSize, letters, rows, most }: Data,
  locale: Locale,
): Data => ({
  ...(discount && { discount: `${number(discount.replace('-', ''), locale)}%` }),
  ...(limit && { limit: `${number(limit, locale)}%` }),
  ...Object.fromEntries(
    Object.entries({ short, quantity, shipped, converted, packs, size, rowSize, letters, rows, most }).flatMap(
      ([place, value]) => (value === undefined ? [] : [[place, number(value, locale)]]),
    ),
  ),
});

const datePlaces = ({ on }: Data, locale: Locale): Data => ({
  ...(on && { on: show({ kind: 'date', value: on }, locale) }),
});

/** Amounts in the `currency` beside them. */
const moneyPlaces = ({ currency, listed, orderAmount, over, owed }: Data, locale: Locale): Data =>
  Object.fromEntries(
    Object.entries({ listed, orderAmount, over, owed }).flatMap(([place, value]) =>
      value === undefined ? [] : [[place, money(value, currency, locale)]],
    ),
  );

type Data = Readonly<Record<string, string>>;

/** Two decimals, unit prices up to four; no gap after ¥. */
const money = (value: string, currency: string | undefined, locale: Locale): string =>
  formatOf(locale, currency && isCurrency(currency) ? moneyIn(currency) : plainMoney).format(value as `${number}`) +
  (currency && !isCurrency(currency) ? ` ${currency}` : '');

const number = (value: string, locale: Locale): string => formatOf(locale, numbers).format(value as `${number}`);

/** Three letters are what Intl takes; a sheet may say anything. */
const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

interface Format<Made> {
  readonly name: string;
  make(locale: Locale): Made;
}
const numbers: Format<Intl.NumberFormat> = {
  name: 'number',
  make: (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }),
};
const percents: Format<Intl.NumberFormat> = {
  name: 'percent',
  make: (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 8 }),
};
const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
const plainMoney: Format<Intl.NumberFormat> = {
  name: 'money',
  make: (locale) => new Intl.NumberFormat(locale, decimals),
};
/** ¥ where the home market means it; else HK$ and NT$, for many a currency has a dollar sign. */
const displayOf = (currency: string): 'narrowSymbol' | 'symbol' => (currency === 'CNY' ? 'narrowSymbol' : 'symbol');
const moneyIn = (currency: string): Format<Intl.NumberFormat> => ({
  name: currency,
  make: (locale) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: displayOf(currency), ...decimals }),
});
/** A plain date is written as it stands, in no time zone. */
const dates: Format<Intl.DateTimeFormat> = {
  name: 'date',
  make: (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
};
/** A, B and C; A、B和C. */
const lists: Format<Intl.ListFormat> = {
  name: 'list',
  make: (locale) => new Intl.ListFormat(locale, { type: 'conjunction' }),
};

type Formatter = Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat;
const made = new Map<string, Formatter>();

/** Making a formatter costs more than a thousand uses of it. */
function formatOf<Made extends Formatter>(locale: Locale, format: Format<Made>): Made {
  const key = `${locale} ${format.name}`;
  const known = made.get(key);
  if (known) return known as Made;
  const formatter = format.make(locale);
  made.set(key, formatter);
  return formatter;
}
