import { absolute, add, compare, type Decimal, divide, multiply, round, subtract, zero } from '../value/decimal.ts';
import { remembered } from '../value/remembered.ts';
import { placesOf } from '../value/scaled.ts';
import type { CheckContext, LineInCheck } from './context.ts';
import type { ItemLine } from './item-line.ts';
import { pricePerUnit } from './line-amount.ts';
import { countedIn, type Ratio, ratioOf } from './unit-conversion.ts';

/** A price of the books as the row would write it. */
export interface RowPrice {
  /** To the cent, or with the decimals the book gives it: what the cell should hold. */
  readonly price: Decimal;
  /** To 10 decimals. */
  readonly exact: Decimal;
  /** As the book writes it. */
  readonly listed: Decimal;
  /** One of the last decimal place of `price`: 0.01. */
  readonly step: Decimal;
  readonly isConverted: boolean;
}

const one = '1' as Decimal;
const half = '0.5' as Decimal;
const oneToOne: Ratio = { times: one, per: one };
/** The item's own unit, as nearly every row counts. */
const asItem: readonly Ratio[] = [oneToOne];

/**
 * A price of one of the item's units, with or without tax, in the row's terms: for one of what the row's price is for, with
 * tax unless its column is without. A row that doesn't say what its price is for may mean its own unit or the item's: the
 * nearer one counts. Null when the row's unit can't be had from the item's.
 */
export function inRowTerms(
  { price, tax }: { readonly price: Decimal; readonly tax: 'excluded' | undefined },
  line: ItemLine,
  context: CheckContext,
): RowPrice | null {
  const taxed = taxTerms(tax, line, context);
  const units = unitsPriced(line);
  const own = units[0];
  if (own === undefined) return null;
  const first = exactly(price, own, taxed);
  const said = line.parsed.unitPrice;
  const best = (nearest: Decimal, unit: Ratio) =>
    said === undefined ? nearest : nearer(said, nearest, exactly(price, unit, taxed));
  const exact = units.length === 1 ? first : units.slice(1).reduce(best, first);
  const isConverted = compare(exact, price) !== 0;
  const places = Math.min(4, Math.max(2, placesOf(price)));
  return {
    price: isConverted ? round(exact, places) : price,
    exact,
    listed: price,
    step: steps[places - 2] ?? one,
    isConverted,
  };
}

const steps = ['0.01' as Decimal, '0.001' as Decimal, '0.0001' as Decimal];

/** The same price: to the digit, or after a conversion but for the rounding of its last place. */
export const isSamePrice = ({ exact, isConverted, step }: RowPrice, said: Decimal): boolean =>
  isConverted ? compare(absolute(subtract(said, exact)), step) < 0 : compare(said, exact) === 0;

/** At least so much, but for half of the last decimal place: a limit worked out of a percentage can't be typed exactly. */
export const isAtLeast = (price: Decimal, limit: Decimal, { step }: Pick<RowPrice, 'step'>): boolean =>
  compare(price, limit) >= 0 || compare(add(price, halfOf(step)), limit) >= 0;

const halfOf = remembered((step: Decimal) => multiply(step, half));

/** What the row's price may be for one of, likeliest first; none when its unit is no part or pack of the item's. */
function unitsPriced({ item: { entry }, parsed }: ItemLine): readonly Ratio[] {
  const own = ratioOf(parsed.priceUnit ?? countedIn(parsed), entry, parsed);
  if (!own) return [];
  const ofPiece = pricePerUnit(parsed) === parsed.unitPrice ? undefined : parsed.packSize;
  if (ofPiece === undefined && (parsed.priceUnit !== undefined || own.times === own.per))
    return own.times === one && own.per === one ? asItem : [own];
  return [
    own,
    ...(parsed.priceUnit === undefined && own.times !== own.per ? [oneToOne] : []),
    ...(ofPiece === undefined ? [] : [{ times: own.times, per: multiply(own.per, ofPiece) }]),
  ];
}

function taxTerms(tax: 'excluded' | undefined, { parsed }: LineInCheck, context: CheckContext): Ratio {
  const isRowBefore = context.tables[parsed.table]?.beforeTax?.includes('unitPrice') ?? false;
  if (isRowBefore === (tax === 'excluded')) return oneToOne;
  const withTax = add(one, parsed.taxRate ?? context.taxRate);
  if (compare(withTax, zero) <= 0) return oneToOne;
  return isRowBefore ? { times: one, per: withTax } : { times: withTax, per: one };
}

/** Most rows are in the book's own terms: nothing is worked out then. */
function exactly(price: Decimal, unit: Ratio, tax: Ratio): Decimal {
  const per = unit.per === one ? tax.per : multiply(unit.per, tax.per);
  const times = unit.times === one ? tax.times : multiply(unit.times, tax.times);
  const whole = times === one ? price : multiply(price, times);
  return per === one ? whole : divide(whole, per);
}

const nearer = (said: Decimal, one: Decimal, other: Decimal): Decimal =>
  compare(absolute(subtract(said, other)), absolute(subtract(said, one))) < 0 ? other : one;
