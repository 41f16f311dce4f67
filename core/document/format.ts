import type { Locale } from '../policy/locale.ts';
import type { Month, PlainDate } from '../value/date.ts';
import { absolute, type Decimal, fixed, isNegative, multiply, round } from '../value/decimal.ts';

/**
 * How values stand on a paper. Written out here and not left to Intl: a paper must look the same on every machine, and
 * Intl's patterns change with the Node that runs it.
 */

/** "1,234.50": thousands separators and two decimals. */
export const formatAmount = (amount: Decimal): string => withThousands(fixed(amount, 2));

/** "12.50" or "0.1234": as many decimals as the price has, at least two, at most four. */
export function formatPrice(price: Decimal): string {
  const decimals = round(price, 4).split('.')[1]?.length ?? 0;
  return withThousands(fixed(price, Math.max(2, decimals)));
}

/** "5,000" or "0.75": no more decimals than the quantity has. */
export const formatQuantity = (quantity: Decimal): string => withThousands(quantity);

/** "13%", "12.34%": a rate that is multiplied with, as exact as it is. */
export const formatRate = (rate: Decimal): string => `${multiply(rate, '100' as Decimal)}%`;

/** "13%", "99.5%": a share, to one decimal. */
export const formatRatio = (ratio: Decimal): string => `${round(multiply(ratio, '100' as Decimal), 1)}%`;

/** "¥1,234.50", "-¥500.00"; other currencies by their code. No gap after ¥, where a digit could be written in. */
export function formatMoney(amount: Decimal, currency: string): string {
  const figures = formatAmount(absolute(amount));
  return `${isNegative(amount) ? '-' : ''}${currency === 'CNY' ? '¥' : `${currency} `}${figures}`;
}

const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "2026年11月21日", "21 November 2026". */
export function formatDate(date: PlainDate, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return locale === 'en' ? `${day} ${englishMonths[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** "2026年11月", "November 2026". */
export function formatMonth(value: Month, locale: Locale): string {
  const [year, month] = value.split('-').map(Number) as [number, number];
  return locale === 'en' ? `${englishMonths[month - 1]} ${year}` : `${year}年${month}月`;
}

function withThousands(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
