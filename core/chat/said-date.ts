import { addDays, dateOf, type PlainDate } from '../value/date.ts';
import { chineseNumber } from './numbers.ts';
import { dayOfMonth, dayOfWeek, dayOfYear, endOfMonth, monthFrom, nextWeekday } from './relative-day.ts';
import { type Sureness, type Taken, taken } from './said.ts';

/** A way to name a day; null = these words name none after all (31 November). */
interface Shape {
  readonly words: RegExp;
  day(found: readonly string[], today: PlainDate): Day | null;
}
interface Day {
  readonly date: PlainDate | null;
  readonly sure: Sureness;
}

const sure = (date: PlainDate | null): Day => ({ date, sure: 'sure' });
const likely = (date: PlainDate | null): Day => ({ date, sure: 'likely' });
const unsure = (date: PlainDate | null): Day => ({ date, sure: 'unsure' });

const count = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? Number.NaN));
const few = '[一二两兩三四五六七八九十]{1,3}';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekdayName = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?';
const weekdayOf = (name: string): number => weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const chineseDays: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };

const yearly = (year: string | undefined, month: number, day: number, today: PlainDate): Day => {
  if (year) return sure(dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day));
  const date = dayOfYear(today, month, day);
  // Said in November, 10 November is as likely a slip as next year's.
  return date !== null && date > addDays(today, 300) ? unsure(date) : sure(date);
};

/** 3号楼, 5号电池, 10号槽钢. */
const notPlaces = '(?!\\p{Script=Han}*(?:[楼樓线線码碼仓倉钢鋼]|电池|電池|铁丝|鐵絲))';

const shapes: readonly Shape[] = [
  {
    words: /(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?/,
    day: ([, year, month, day], today) => yearly(year, Number(month), Number(day), today),
  },
  {
    words: new RegExp(`(?<!\\d)(\\d{1,2}|${few})月份?(\\d{1,2}|${few})(?!\\d)[日号號]?`),
    day: ([, month = '', day = ''], today) => yearly(undefined, count(month), count(day), today),
  },
  {
    words: new RegExp(`下[个個]?月(\\d{1,2}|${few})[日号號]`),
    day: ([, day = ''], today) => {
      const { year, month } = monthFrom(today, 1);
      return sure(dateOf(year, month, count(day)));
    },
  },
  { words: /下[个個]?月(?:底|末)/, day: (_, today) => sure(endOfMonth(monthFrom(today, 1))) },
  {
    words: new RegExp(`(?<!\\d)(\\d{1,2}|${few})月(?:底|末)`),
    day: ([, month = ''], today) => {
      const first = dayOfYear(today, count(month), 28);
      return likely(first && endOfMonth({ year: Number(first.slice(0, 4)), month: count(month) }));
    },
  },
  { words: /(?:本|这个?|這個?)?月(?:底|末)/, day: (_, today) => likely(endOfMonth(monthFrom(today, 0))) },
  {
    // 1.15号, 1/15日; 3-5号 are days from the third to the fifth.
    words: new RegExp(`(?<![\\d.])(\\d{1,2})\\s*([./-])\\s*(\\d{1,2})\\s*[日号號]${notPlaces}`, 'u'),
    day: ([, first, sign, second], today) => {
      const [a, b] = [Number(first), Number(second)];
      if (sign === '-' && a < b) return unsure(dayOfMonth(today, b));
      return yearly(undefined, a, b, today);
    },
  },
  {
    words: new RegExp(`(?<![\\d第月]|\\d[./-])(\\d{1,2}|${few})[日号號]${notPlaces}`, 'u'),
    day: ([, day = ''], today) => likely(dayOfMonth(today, count(day))),
  },
  { words: /大后天|大後天/, day: (_, today) => sure(addDays(today, 3)) },
  { words: /后天|後天|day after tomorrow/i, day: (_, today) => sure(addDays(today, 2)) },
  { words: /明天|明日|明早|\btomorrow\b|\btmr\b/i, day: (_, today) => sure(addDays(today, 1)) },
  { words: /今天|今日|\btoday\b/i, day: (_, today) => sure(today) },
  {
    words: /(下下|下|这|這|本)?[个個]?(?:周|週|礼拜|禮拜|星期)([一二三四五六日天末])/,
    day: ([, week, name = ''], today) => {
      const day = chineseDays[name] ?? 1;
      if (week === '下下' || week === '下') return sure(dayOfWeek(today, week.length, day));
      if (week) return sure(dayOfWeek(today, 0, day));
      return bareWeekday(today, day);
    },
  },
  {
    words: new RegExp(`\\b(?:(next|this|coming)\\s+)?\\b${weekdayName}`, 'i'),
    day: ([, week, name = ''], today) => {
      const day = weekdayOf(name);
      // Some mean the coming one by it: a person should look.
      if (week?.toLowerCase() === 'next') return likely(dayOfWeek(today, 1, day));
      if (week?.toLowerCase() === 'this') return sure(dayOfWeek(today, 0, day));
      return bareWeekday(today, day);
    },
  },
  { words: /\bend of next month\b/i, day: (_, today) => sure(endOfMonth(monthFrom(today, 1))) },
  {
    words: /\b(?:end of (?:the |this )?month|month[- ]end|eom)\b/i,
    day: (_, today) => likely(endOfMonth(monthFrom(today, 0))),
  },
  {
    words: new RegExp(`\\b${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s*(20\\d\\d))?`, 'i'),
    day: ([, name = '', day, year], today) => yearly(year, monthOf(name), Number(day), today),
  },
  {
    words: new RegExp(`(?<![\\d-])(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?${monthName}(?:[ ,-]*(20\\d\\d))?`, 'i'),
    day: ([, day, name = '', year], today) => yearly(year, monthOf(name), Number(day), today),
  },
  {
    words: new RegExp(`(\\d{1,3}|${few})\\s*(?:天|日)(?:之?内|之?內|后|後)`),
    day: ([, days = ''], today) => likely(addDays(today, count(days))),
  },
  {
    words: /\b(?:with)?in (\d{1,3}|two|three|four) (days?|weeks?)\b/i,
    day: ([, many = '', unit = ''], today) => {
      const number = Number(many) || { two: 2, three: 3, four: 4 }[many.toLowerCase()] || 0;
      return likely(addDays(today, number * (unit.toLowerCase().startsWith('week') ? 7 : 1)));
    },
  },
];

/** On a Friday, "Friday" is today or in a week. */
const bareWeekday = (today: PlainDate, day: number): Day => {
  const date = nextWeekday(today, day);
  return date === addDays(today, 7) ? unsure(date) : likely(date);
};

/** 12/3: the third of December between Chinese words, else it could be 12 March as well. */
const slashed =
  /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/]|\s*(?:英?寸|inch|["″]))|(?<![\d.])(\d{1,2})[.-](\d{1,2})(?=\s*(?:前|之前|要|交|到|发|發))/;

const ahead =
  /(?:(?:need(?:ed)?|deliver(?:y|ed)?|due|ship(?:ped)?)\s+)?(?:\b(?:by|before|on|until|till|due)\s+(?:the\s+)?)?(?:(?:交货?期|交貨?期|货期|要货日期|要貨日期|最迟|最遲|最晚)\s*:?\s*)?$/i;
const behind = /^(?:之前|以前|前)?(?:要货|要貨|要到|要|交货|交貨|交|到货|到貨)?/;

/** The day a line wants the goods by, counted from the company's today. The first shape that fits the words decides. */
export function dateIn(text: string, today: PlainDate): Taken<PlainDate> | null {
  for (const { words, day } of shapes) {
    const found = words.exec(text);
    const read = found && day(found, today);
    if (found && read?.date) return around(text, found, { ...read, date: read.date });
  }
  const found = slashed.exec(text);
  if (!found) return null;
  const [a, b] = [found[1] ?? found[3], found[2] ?? found[4]].map(Number) as [number, number];
  const [monthFirst, dayFirst] = [dayOfYear(today, a, b), dayOfYear(today, b, a)];
  const date = monthFirst ?? dayFirst;
  if (date === null) return null;
  const isPlain = monthFirst === null || dayFirst === null || monthFirst === dayFirst;
  return around(text, found, { date, sure: isPlain || /\p{Script=Han}/u.test(text) ? 'likely' : 'unsure' });
}

/** With the words that only say "until": by, 之前, 要. */
function around(
  text: string,
  found: RegExpExecArray,
  day: { readonly date: PlainDate; readonly sure: Sureness },
): Taken<PlainDate> {
  const end = found.index + found[0].length;
  const from = found.index - (ahead.exec(text.slice(0, found.index))?.[0].length ?? 0);
  const to = end + (behind.exec(text.slice(end))?.[0].length ?? 0);
  return taken(text, { value: day.date, sure: day.sure, from, to });
}
