import type { Refusal } from '../core/order/refusal.ts';
import type { Locale } from '../core/policy/locale.ts';
import { parseDate } from '../core/value/date.ts';
import { parseDecimal } from '../core/value/decimal.ts';
import { show } from './describe.ts';
import type { Texts } from './index.ts';

/** A refusal in a user's words. */
export interface RefusalText {
  /** What stands in the way and what to do. */
  readonly message: string;
  /** "Who can: Head of order desk, Sales manager."; null when nobody is named. */
  readonly who: string | null;
}

/**
 * Says a refusal in one language: its text from locales/<locale>/refusals.json, codes among its data by their names, figures and
 * dates as the locale writes them.
 */
export function describeRefusal(refusal: Refusal, texts: Texts, locale: Locale): RefusalText {
  const { code, status, who = [], data = {} } = refusal;
  const places = {
    ...data,
    ...figuresIn(data, locale),
    ...(status && { status: texts(`terms:status.${status}`) }),
    ...(data.books && { missing: list(data.books.split(' '), 'terms:table', texts) }),
    ...(data.aspects && { aspects: list(data.aspects.split(' '), 'review:aspect', texts) }),
    ...(data.recordStatus && { recordStatus: texts(`terms:recordStatus.${data.recordStatus}`) }),
    ...(data.department && { department: texts(`terms:department.${data.department}`) }),
    ...(data.holdReason && { holdReason: texts(`terms:holdReason.${data.holdReason}`) }),
    ...(data.recheck && { points: list(data.recheck.split(' '), 'terms:recheck', texts) }),
    ...(data.point && { point: texts(`terms:readBack.${data.point}`) }),
  };
  const [first, second] = [texts(`refusals:${code}`, places), fromWhere(refusal, texts)];
  return {
    message: second === null ? first : texts('screens:two-sentences', { first, second }),
    who: who.length > 0 ? texts('refusals:who', { roles: list(who, 'terms:role', texts) }) : null,
  };
}

/** Where something stands wrong: from where it could be done. Whoever could then is named beside it. */
function fromWhere({ code, from = [], data = {} }: Refusal, texts: Texts): string | null {
  const statuses =
    code === 'order.wrong-status'
      ? list(from, 'terms:status', texts)
      : code === 'record.wrong-status'
        ? list(data.recordFrom?.split(' ') ?? [], 'terms:recordStatus', texts)
        : '';
  return statuses === '' ? null : texts('refusals:from', { statuses });
}

/** Places that hold days. */
const datePlaces = ['date', 'receivedOn', 'latest', 'expires', 'by', 'due', 'expected', 'materialsOn', 'readyOn'];
/** Places that hold amounts of money, in the `currency` beside them. */
const moneyPlaces = [
  'covered',
  'worth',
  'required',
  'paid',
  'missing',
  'overdue',
  'debt',
  'over',
  'free',
  'allocated',
  'refunded',
  'total',
  'loss',
  'shared',
];
/** Amounts of money where a currency stands beside them, else quantities. */
const eitherPlaces = ['open', 'wanted', 'limit'];
/** Quantities, and counts of days; an amount somebody typed stands as he typed it, to the last decimal. */
const numberPlaces = [
  'requested',
  'available',
  'ready',
  'shipped',
  'brought',
  'returnable',
  'accepted',
  'gone',
  'held',
  'lacking',
  'amount',
  'days',
  'allowed',
];

/** What can't be read as a figure or a date stands as it is. */
function figuresIn(data: NonNullable<Refusal['data']>, locale: Locale): Readonly<Record<string, string>> {
  const said = ([place, value]: readonly [string, string]): string | null => {
    if (datePlaces.includes(place)) return parseDate(value) && show({ kind: 'date', value }, locale);
    if (parseDecimal(value) === null) return null;
    // A limit may be granted in another currency than the debt is in.
    const currency = data[`${place}Currency`] ?? data.currency;
    if (moneyPlaces.includes(place) || (eitherPlaces.includes(place) && currency !== undefined))
      return show({ kind: 'money', value, ...(currency !== undefined && { currency }) }, locale);
    return numberPlaces.includes(place) || eitherPlaces.includes(place)
      ? show({ kind: 'quantity', value }, locale)
      : null;
  };
  return Object.fromEntries(Object.entries(data).map(([place, value]) => [place, said([place, value]) ?? value]));
}

type Named = 'terms:role' | 'terms:table' | 'terms:recheck' | 'terms:status' | 'terms:recordStatus' | 'review:aspect';
const list = (codes: readonly string[], names: Named, texts: Texts): string =>
  codes.map((code) => texts(`${names}.${code}`)).join(texts('refusals:separator'));
