import { compare, type Decimal, negate, zero } from '../value/decimal.ts';
import { moneyAt } from './money.ts';
import { numberIn, numberPattern } from './numbers.ts';
import { plainSigns } from './plain-signs.ts';
import { gap, type Said, without } from './said.ts';
import { dealIn } from './said-deal.ts';
import { priceIn } from './said-price.ts';
import { quantityIn, type SaidQuantity } from './said-quantity.ts';

/** Nothing but a number: 12, 1,200, 1万, 两百. */
const onlyNumber = new RegExp(String.raw`^[\s${gap}]*(${numberPattern})\s*$`, 'u');
const minus = /^\s*[¥$]?\s*-/;

/** The quantity in a cell of a pasted block. The column says what it is: it is sure where the reading used the whole cell. */
export function quantityOfCell(cell: string): Said<SaidQuantity> | null {
  return numberOfCell(cell, countedIn, (value) => ({ ...value, quantity: negate(value.quantity) }));
}

/** The unit price in one: 16.2, ￥16.2, 16.2元/盒. */
export function priceOfCell(cell: string): Said<Decimal> | null {
  return numberOfCell(cell, amountIn, negate);
}

/** Behind a minus something is given back or taken off: it stays below zero, and a person should look. */
function numberOfCell<Value>(
  cell: string,
  read: (text: string) => Said<Value> | null,
  belowZero: (value: Value) => Value,
): Said<Value> | null {
  const text = plainSigns(cell);
  const sign = minus.exec(text);
  if (!sign) {
    const said = read(text);
    return said && { ...said, sure: said.sure !== 'unsure' && isWhole(text, said) ? 'sure' : 'unsure' };
  }
  const at = sign[0].length - 1;
  const said = read(without(text, at, at + 1));
  return said && { ...said, value: belowZero(said.value), sure: 'unsure', from: Math.min(at, said.from) };
}

const isWhole = (text: string, { from, to }: Said<unknown>): boolean =>
  (text.slice(0, from) + text.slice(to)).trim() === '';

function countedIn(text: string): Said<SaidQuantity> | null {
  const only = onlyNumber.exec(text)?.[1];
  const quantity = only === undefined ? null : numberIn(only);
  if (only !== undefined && quantity !== null && compare(quantity, zero) > 0) {
    const from = text.indexOf(only);
    return { value: { quantity }, sure: 'sure', from, to: from + only.length };
  }
  const crossed = dealIn(text);
  return crossed && !crossed.price ? crossed.quantity : (quantityIn(text)?.said ?? null);
}

function amountIn(text: string): Said<Decimal> | null {
  const said = priceIn(text)?.said;
  if (said) return { ...said, value: said.value.price, sure: 'sure' };
  const from = /\d/.exec(text)?.index ?? -1;
  const money = from < 0 ? null : moneyAt(text, from);
  return money && { value: money.amount, sure: 'sure', from, to: money.to };
}
