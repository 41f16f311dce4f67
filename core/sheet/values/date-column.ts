import type { PlainDate } from '../../value/date.ts';
import { type DateOrder, type ReadDay, type Readings, typedDate } from './date-shapes.ts';

/** What a column's dates have in common. */
export interface DateColumn {
  /** The orders of numbers it may be written in; one = decided. */
  readonly orders: ReadonlySet<DateOrder>;
  /** The year of dates that name none; null when nothing tells it. */
  readonly year: number | null;
  /** Excel itself may have taken day for month in the cells that are dates (see swappedBy). */
  readonly swapped: boolean;
  /** An earlier day without a year is next year's, or a slip. */
  readonly notBefore: PlainDate | null;
}

/** What the sheet says of the time it is about. */
export interface SheetDates {
  /** Of its title and its order dates; asked for only where a date leaves something open. */
  readonly years: () => ReadonlySet<number>;
  /** The first day of the month its title names. */
  readonly month: PlainDate | null;
}

const usual: readonly DateOrder[] = ['year-first', 'day-first', 'month-first'];

/** Nothing is known of the column: every order is possible but years of the Republic. */
export const anyOrder: DateColumn = { orders: new Set(usual), swapped: false, year: null, notBefore: null };

export const isPossible = ({ month, day }: ReadDay): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/**
 * Reads what a column's texts have in common.
 * @param serials its cells that are dates already
 */
export function dateColumnOf(
  texts: Iterable<string>,
  sheet: SheetDates,
  serials: () => Iterable<PlainDate> = () => [],
): DateColumn {
  const unsure: Readings[] = [];
  const own = new Set<number>();
  const habits = new Set<DateOrder>();
  let yearless = false;
  for (const text of new Set(texts)) {
    const typed = typedDate(text);
    if (typed.kind === 'unsure') unsure.push(typed.readings);
    if (typed.kind === 'month-end' && typed.year === null) yearless = true;
    if (typed.kind !== 'day') continue;
    if (typed.day.year === null) yearless = true;
    else own.add(typed.day.year);
    if (typed.habit) habits.add(typed.habit);
  }
  if (unsure.length === 0 && !yearless) return anyOrder;
  const years = sheet.years();
  const spoken = years.size > 0 ? years : own;
  const [year = null] = spoken.size === 1 ? spoken : [];
  return {
    orders: ordersOf(unsure, habits, new Set([...years, ...own])),
    year,
    swapped: swappedBy(unsure, serials),
    notBefore: sheet.month,
  };
}

/**
 * Pasted into an Excel of another country, 25/3/2026 stays text and 3/5/2026 becomes a date: the wrong one. So where texts hold
 * what that Excel couldn't read, and no date beside them has a day above 12, those may have been turned round.
 */
function swappedBy(unsure: readonly Readings[], serials: () => Iterable<PlainDate>): boolean {
  const refused = unsure.some(
    ({ 'day-first': one, 'month-first': other }) =>
      one !== undefined && other !== undefined && one.year !== null && isPossible(one) !== isPossible(other),
  );
  if (!refused) return false;
  for (const date of serials()) if (Number(date.slice(8)) > 12) return false;
  return true;
}

/**
 * In which orders a column may write 26/3/5 or 3/5/2026: an order that makes any text impossible is out; so is one that puts
 * short years far from the years the sheet speaks of; 2026/3/5 or 3月5日 in the same column shows its habit. Texts that
 * contradict each other decide nothing.
 */
function ordersOf(
  unsure: readonly Readings[],
  habits: ReadonlySet<DateOrder>,
  years: ReadonlySet<number>,
): ReadonlySet<DateOrder> {
  const all = habits.has('republic') ? [...usual, 'republic' as const] : usual;
  const possible = all.filter((order) => unsure.every((readings) => readings[order] && isPossible(readings[order])));
  if (possible.length === 0) return new Set(all);
  const near = possible.filter((order) => isNear(unsure, order, years));
  const preferred = near.filter((order) => habits.has(order));
  if (preferred.length > 0) return new Set(preferred);
  // Written year first, yet impossible so: who wrote the others keeps another habit, or made a mistake.
  if (habits.size > 0 && !possible.some((order) => habits.has(order))) return new Set(all);
  return new Set(near.length > 0 ? near : possible);
}

/** Do the years of this reading lie beside those the sheet speaks of; without any, within two neighbouring ones? */
function isNear(unsure: readonly Readings[], order: DateOrder, known: ReadonlySet<number>): boolean {
  const years = rangeOf(unsure.flatMap((readings) => readings[order]?.year ?? []));
  const spoken = rangeOf(known);
  if (!years) return true;
  if (spoken) return years.from >= spoken.from - 1 && years.to <= spoken.to + 1;
  return years.to - years.from <= 1;
}

/** Null when there is none. Not Math.min(...): a column may have more years than a call takes arguments. */
function rangeOf(years: Iterable<number>): { from: number; to: number } | null {
  let range: { from: number; to: number } | null = null;
  for (const year of years)
    range = range ? { from: Math.min(range.from, year), to: Math.max(range.to, year) } : { from: year, to: year };
  return range;
}
