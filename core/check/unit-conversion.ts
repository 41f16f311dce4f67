import type { ParsedLine } from '../sheet/parsed-order.ts';
import { compare, type Decimal, divide, multiply, zero } from '../value/decimal.ts';
import type { Item } from './knowledge.ts';
import { type UnitOfMeasure, unitOf } from './unit.ts';

/** `times` ÷ `per` of the item's units make one of the other: 24 ÷ 1 a carton, 1 ÷ 1000 a gram of what is sold by kilogram. */
export interface Ratio {
  readonly times: Decimal;
  readonly per: Decimal;
}

export type UnitAnswer =
  | { readonly kind: 'same' }
  /** Another unit, and how many it makes is known. */
  | { readonly kind: 'converts'; readonly ratio: Ratio }
  /** Another unit, and nobody says how many. */
  | { readonly kind: 'differs' }
  /** A word nobody knows: perhaps another spelling. */
  | { readonly kind: 'unclear' };

const one = '1' as Decimal;
const oneToOne: Ratio = { times: one, per: one };

/**
 * What a row's unit word is in the item's own unit. The very words go before what they usually mean: to a house that sells
 * 瓶 in packs of 24 called 件, 件 is the pack.
 */
export function inItemUnit(word: string, item: Item, row: Pick<ParsedLine, 'packSize'> = {}): UnitAnswer {
  if (!item.unit || word === item.unit) return { kind: 'same' };
  const pack = packOf(item, row);
  if (pack?.unit === word) return { kind: 'converts', ratio: { times: pack.size, per: one } };
  const [own, other] = [unitOf(item.unit), unitOf(word)];
  if (own.kind === other.kind)
    return own.size === other.size
      ? { kind: 'same' }
      : { kind: 'converts', ratio: { times: other.size, per: own.size } };
  const ratio = pack && packed(pack, own, other);
  if (ratio) return { kind: 'converts', ratio };
  return { kind: own.isKnown && other.isKnown ? 'differs' : 'unclear' };
}

/** How much a pack holds: the list says so, else the row. A pack of nothing says nothing. */
function packOf({ pack }: Item, { packSize }: Pick<ParsedLine, 'packSize'>): Item['pack'] {
  const said = pack ?? (packSize === undefined ? undefined : { size: packSize });
  return said && compare(said.size, zero) > 0 ? said : undefined;
}

/**
 * A pack beside the item's unit, or the pieces of one where the item is sold by the pack. A pack without a name is what
 * 装箱数 means: a carton.
 */
function packed({ size, unit }: NonNullable<Item['pack']>, own: UnitOfMeasure, other: UnitOfMeasure): Ratio | null {
  const isPack = (word: UnitOfMeasure): boolean => word.kind === (unit ? unitOf(unit).kind : 'carton');
  if (isPack(own)) return other.kind === 'piece' ? { times: other.size, per: size } : null;
  return isPack(other) ? { times: multiply(size, other.size), per: one } : null;
}

/** The ratio a word's prices and quantities are compared by; null when nobody knows it. A word nobody knows counts as a spelling. */
export function ratioOf(word: string | undefined, item: Item, row?: Pick<ParsedLine, 'packSize'>): Ratio | null {
  if (!word) return oneToOne;
  const answer = inItemUnit(word, item, row);
  if (answer.kind === 'converts') return answer.ratio;
  return answer.kind === 'differs' ? null : oneToOne;
}

/** So many of the other unit in the item's: 3 cartons are 72. Null when it doesn't come out even. */
export function quantityIn({ times, per }: Ratio, quantity: Decimal): Decimal | null {
  const whole = multiply(quantity, times);
  const converted = divide(whole, per);
  return compare(multiply(converted, per), whole) === 0 ? converted : null;
}

/** In what a row counts: the word in the quantity's own cell, else the unit column's. */
export const countedIn = ({ quantityUnit, saidPacks, unit }: ParsedLine): string | undefined =>
  quantityUnit ?? saidPacks?.sizeUnit ?? (saidPacks ? undefined : unit);
