import type { Decimal } from '../../value/decimal.ts';
import { currencyIn } from './currency.ts';
import { type DecimalMark, readDigits } from './digits.ts';
import { figureIn } from './number.ts';
import { readPacks } from './packs.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';
import { typedText } from './typed-text.ts';

/**
 * A quantity typed as text: 5000件, 1,200 PCS, 3箱×24, 1.2万, (5). Its unit is said beside it. A price, a share or a pack size
 * (5元, 5%, 24/箱) is no quantity.
 */
export function parseQuantity(typed: string, mark: DecimalMark | null): Reading<Decimal> {
  if (/^\d{1,15}$/.test(typed)) return readDigits(typed, mark);
  const packs = readPacks(typed, mark);
  if (packs) return packs;
  const figure = figureIn(typed, mark);
  if (!figure) return empty;
  const { number, money, percent, unit, per } = figure;
  if (percent || per !== undefined || (money && unit === undefined)) return unreadable('not-a-number');
  return number.kind === 'value' && unit !== undefined ? value(number.value, { quantityUnit: unit }) : number;
}

/** ≥500, 500以上, 500起, MOQ 500: the price holds from there on. */
export const parseThreshold = (typed: string, mark: DecimalMark | null): Reading<Decimal> =>
  parseQuantity(
    typedText(typed)
      .replace(/^(?:>=|[≥>满滿]|moq:?|from)\s*/i, '')
      .replace(/\s*(?:及?以上|起[订訂售批]?|\+|(?<=\d)\s+(?:and |or )?(?:up|above|more))$/i, ''),
    mark,
  );

/** A price or an amount typed as text: ￥5,000, 5000元, (1,200.50), 12.5元/箱, US$ 3 per pc. Pieces are no money. */
export function parseMoney(typed: string, mark: DecimalMark | null): Reading<Decimal> {
  const figure = figureIn(typed, mark);
  if (!figure) return empty;
  const { number, money, percent, unit, per } = figure;
  if (percent || (unit !== undefined && !money)) return unreadable('not-a-number');
  if (number.kind !== 'value') return number;
  const currency = money ? currencyIn(typed) : null;
  return value(number.value, {
    ...(per !== undefined && { priceUnit: per }),
    ...(currency !== null && { currency }),
  });
}
