import { currencyCode } from '../../core/check/currency.ts';
import type { Said } from '../../core/sheet/table.ts';
import { parseMoney, parseQuantity } from '../../core/sheet/values/amount.ts';
import { readText } from '../../core/sheet/values/code.ts';
import { dateOfNumber, parseDateText } from '../../core/sheet/values/date.ts';
import { numberOf } from '../../core/sheet/values/digits.ts';
import { empty, type Reading, unreadable } from '../../core/sheet/values/reading.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { type Decimal, zero } from '../../core/value/decimal.ts';
import { type CellContent, isEmpty } from './cells.ts';

/** Null = the cell says something that can't be read as what is asked for; undefined = it says nothing. */
type Read<Value> = Value | null | undefined;

/** Codes and names, of customers, items and orders: 00123 as text stays, wide letters and digits become plain. */
export const codeIn = (content: CellContent): Read<string> =>
  isEmpty(content)
    ? undefined
    : said(readText({ value: content as string | number | boolean, format: null, formula: null }, 'itemCode', false));

/** A bare number: what 3箱 is in the item's own unit, one cell alone doesn't say. */
export const quantityIn = (content: CellContent): Read<Decimal> =>
  said(numberIn(content, (typed) => bare(parseQuantity(typed, null), (read) => !read.quantityUnit && !read.packs)));

/**
 * Yuan, dressed as money or not; 12.5元/箱 is a price, US$ 3 something else. 1E15 is an amount, of which Excel has lost the cents:
 * it is `beyond` what can be read.
 */
export function amountIn(content: CellContent): Read<Decimal> | 'beyond' {
  if (content === 0) return zero;
  const reading = numberIn(content, (typed) =>
    bare(parseMoney(typed, null), ({ priceUnit, currency }) => !priceUnit && currencyCode(currency ?? 'CNY') === 'CNY'),
  );
  return reading.kind === 'unreadable' && reading.problem === 'digits-lost' ? 'beyond' : said(reading);
}

const bare = (reading: Reading<Decimal>, isBare: (said: Said) => boolean): Reading<Decimal> =>
  reading.kind === 'value' && reading.said && !isBare(reading.said) ? unreadable('not-a-number') : reading;

function numberIn(content: CellContent, parse: (typed: string) => Reading<Decimal>): Reading<Decimal> {
  if (isEmpty(content)) return empty;
  if (typeof content === 'number') return numberOf(content);
  return typeof content === 'string' ? parse(content) : unreadable('not-a-number');
}

/** A day as Excel counts it, or as somebody typed it: 2026-12-03, 2026年12月3日, 20261203. */
export function dayIn(content: CellContent, date1904: boolean): Read<PlainDate> {
  if (isEmpty(content)) return undefined;
  if (typeof content === 'number') return said(dateOfNumber(Math.floor(content), null, date1904));
  return typeof content === 'string' ? said(parseDateText(content)) : null;
}

const said = <Value>(reading: Reading<Value>): Read<Value> =>
  reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? undefined : null;
