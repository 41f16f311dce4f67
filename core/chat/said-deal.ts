import { unitOf } from '../check/unit.ts';
import { compare, type Decimal, multiply, parseDecimal } from '../value/decimal.ts';
import { moneyAt } from './money.ts';
import { numberIn, numberPattern } from './numbers.ts';
import { gap, type Said, type Sureness, without } from './said.ts';
import type { SaidPrice } from './said-price.ts';
import { quantityIn, type SaidQuantity } from './said-quantity.ts';

/** A quantity joined with something by a cross: its price, or how many times it is wanted. */
export interface SaidDeal {
  readonly quantity: Said<SaidQuantity>;
  readonly price: Said<SaidPrice> | null;
  readonly rest: string;
}

const unit = String.raw`(\p{Script=Han}|[A-Za-z]{2,9})?`;
const cross = String.raw`\s*[xX*]\s*`;
const plain = String.raw`(\d{1,7}(?:\.\d{1,4})?)`;
const noMore = String.raw`(?![\d.]|\s*[xX*]\s*\d)`;
/** Right behind the item: DP001*12*16.2. */
const afterItem = new RegExp(String.raw`(?<=${gap}\s*)[xX*]\s*${plain}\s*${unit}${cross}${plain}${noMore}`, 'u');
/** 12只x3, 12盒*16.2. */
const unitFirst = new RegExp(
  String.raw`(?<![\w.\-/*])(${numberPattern})\s*(\p{Script=Han}|[A-Za-z]{2,9})${cross}${plain}${noMore}`,
  'u',
);
/** 3x12只, 16.2*12盒, 16.2*12. */
const unitLast = new RegExp(String.raw`(?<![\w.\-/*])${plain}${cross}${plain}\s*${unit}(?!\s*[xX*]\s*\d)`, 'u');

/** Reads the three ways people cross numbers in an order. Which of two whole numbers is the price nobody can tell: marked. */
export function dealIn(text: string): SaidDeal | null {
  return behindItem(text) ?? countedFirst(text) ?? countedLast(text);
}

function behindItem(text: string): SaidDeal | null {
  const found = afterItem.exec(text);
  const [, many = '', word, price = ''] = found ?? [];
  if (!found || !isWhole(many) || !isUnitOrNone(word) || isElsewhere(text, found)) return null;
  return deal(text, found, { many, word, price, sure: isWhole(price) ? 'unsure' : 'likely' });
}

function countedFirst(text: string): SaidDeal | null {
  const found = unitFirst.exec(text);
  const [, said = '', word, times = ''] = found ?? [];
  const many = found && numberIn(said);
  if (!found || !many || !isUnitOrNone(word)) return null;
  const isMoney = moneyAt(text, found.index + found[0].length - times.length)?.isNamed === true;
  if (!isWhole(times) || isMoney) return deal(text, found, { many, word, price: times, sure: 'likely' });
  const [behind = '', size] = /^\s*(\p{Script=Han})/u.exec(text.slice(found.index + found[0].length)) ?? [];
  const isKnown = size !== undefined && unitOf(size).isKnown;
  // 20支*6米: how long each is.
  if (isKnown && measures.has(unitOf(size).kind)) return null;
  // 3箱*24瓶 are 72 瓶, 12盒*3箱 36 盒.
  const counted = isKnown && unitOf(size).kind === 'piece' ? size : word;
  const all = { 0: found[0] + (isKnown ? behind : ''), index: found.index };
  return deal(text, all, { many: multiply(many, times as Decimal), word: counted, sure: 'unsure' });
}

function countedLast(text: string): SaidDeal | null {
  const found = unitLast.exec(text);
  const [, first = '', second = '', word] = found ?? [];
  if (!found || !isUnitOrNone(word)) return null;
  const [one, other] = [isWhole(first), isWhole(second)];
  // 40*60 without a unit is a size, 0.5*2米 a sheet.
  if (word !== undefined && one && other && !measures.has(unitOf(word).kind))
    return deal(text, found, { many: multiply(first as Decimal, second as Decimal), word, sure: 'unsure' });
  if (one === other) return null;
  // 方管 50*2.5 20支: a size.
  if (word === undefined ? isElsewhere(text, found) : !other || measures.has(unitOf(word).kind)) return null;
  const [many, price] = one ? [first, second] : [second, first];
  return deal(text, found, { many, word, price, sure: word === undefined ? 'unsure' : 'likely' });
}

/** The quantity is said beside it. */
const isElsewhere = (text: string, { 0: whole, index }: Found): boolean =>
  quantityIn(without(text, index, index + whole.length))?.said.sure === 'sure';

const measures: ReadonlySet<string> = new Set(['mass', 'length', 'volume', 'area', 'time', 'day']);
const isWhole = (number: string): boolean => /^[1-9]\d*$/.test(number);
const isUnitOrNone = (word: string | undefined): boolean => word === undefined || unitOf(word).isKnown;

interface Found {
  readonly 0: string;
  readonly index: number;
}
interface Parts {
  readonly many: string;
  readonly word: string | undefined;
  readonly price?: string;
  readonly sure: Sureness;
}

/** A word of money behind the price belongs to it. */
function deal(text: string, found: Found, { many, word, price, sure }: Parts): SaidDeal | null {
  const quantity = parseDecimal(many);
  if (!quantity || compare(quantity, '0' as Decimal) <= 0) return null;
  const from = found.index;
  const end = from + found[0].length;
  const money = price !== undefined && found[0].endsWith(price) ? moneyAt(text, end - price.length) : null;
  const exact = price === undefined ? null : (money?.amount ?? parseDecimal(price));
  const to = Math.max(end, money?.to ?? 0);
  const value = { quantity, ...(word !== undefined && { unit: word }) };
  return {
    quantity: { value, sure, from, to },
    price: exact && { value: { price: exact }, sure, from, to },
    rest: without(text, from, to),
  };
}
