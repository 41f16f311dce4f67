import { compare, type Decimal, round } from '../../value/decimal.ts';
import type { CheckContext } from '../context.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { amountOf, lineAmount } from '../line-amount.ts';
import { findListPrice } from '../line-price.ts';
import type { Place } from '../place.ts';
import { isSamePrice } from '../price-terms.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { sameUnit } from '../unit.ts';
import { inItemUnit, quantityIn } from '../unit-conversion.ts';

/**
 * The row counts in the unit the item is kept in (R47): prices, stock and letters are per that unit. One finding for one
 * contradiction: at the quantity when its own cell names the other unit (3箱), else at the unit column. A word nobody knows
 * may be another spelling, so it only asks; the items an office invents units for are its own business.
 */
export const sameUnitAsItem: Rule = {
  name: 'same-unit',
  codes: ['quantity.unit-differs', 'item.unit-differs', 'quantity.unit-unclear'],
  scope: 'row',
  needs: ['prices'],
  check: (context) => context.lines.filter(hasItem).flatMap((line) => observe(line, context)),
};

/** A row whose item is kept in a unit. */
interface Counted {
  readonly line: ItemLine;
  /** The item's unit. */
  readonly own: string;
  readonly context: CheckContext;
}

function observe(line: ItemLine, context: CheckContext): Observation[] {
  const { quantityUnit, saidPacks, unit } = line.parsed;
  const { unit: own } = line.item.entry;
  if (!own) return [];
  const counted = { line, own, context };
  if (saidPacks && isSoldByPack(saidPacks, own)) return [countedPacks(counted, saidPacks)];
  const inCell = quantityUnit ? contradiction(counted, quantityUnit, 'quantity') : null;
  const inColumn = unit && !(inCell && isSame(unit, quantityUnit)) ? contradiction(counted, unit, 'unit') : null;
  // A list whose own word nobody knows is asked about once.
  return [inCell, inColumn?.code === inCell?.code ? null : inColumn].filter((seen) => seen !== null);
}

const isSame = (unit: string, word: string | undefined): boolean => word !== undefined && sameUnit(unit, word);

type SaidPacks = NonNullable<ItemLine['parsed']['saidPacks']>;

/** 3箱×24 of what is sold by the carton: three, not 72. */
const isSoldByPack = ({ sizeUnit, unit }: SaidPacks, own: string): boolean =>
  isSame(own, unit) && !isSame(own, sizeUnit);

function countedPacks(counted: Counted, { count, sizeUnit }: SaidPacks): Observation {
  const { line, own } = counted;
  return {
    code: 'quantity.unit-differs',
    at: { line, field: 'quantity' },
    ...converted(counted, count, line.parsed.quantityUnit ?? sizeUnit),
    data: { ...itemData(line.item.entry), unit: own, context: 'converted' },
  };
}

/** The quantity as it should stand, as it stands, and the fix where the rest of the row agrees with it. */
function converted(counted: Counted, quantity: Decimal, said: string | undefined) {
  const { line, own } = counted;
  const { quantity: actual, unit } = line.parsed;
  const isCertain = (!unit || sameUnit(unit, own)) && isPricedInOwn(counted, quantity);
  return {
    expected: shown(quantity, own),
    ...(actual !== undefined && { actual: shown(actual, said) }),
    ...(isCertain && { fix: Number(quantity) }),
  };
}

const shown = (value: Decimal, unit: string | undefined) =>
  ({ kind: 'quantity', value, ...(unit && { unit }) }) as const;

function contradiction(counted: Counted, word: string, field: 'quantity' | 'unit'): Observation | null {
  const { line, own } = counted;
  const { entry } = line.item;
  const answer = inItemUnit(word, entry, line.parsed);
  if (answer.kind === 'same') return null;
  const data = { ...itemData(entry), unit: own };
  const at: Place = { line, field: field === 'unit' ? [field, 'itemCode', 'barcode'] : field };
  if (answer.kind === 'unclear') return { code: 'quantity.unit-unclear', at, ...words(own, word), data };
  const { quantity } = line.parsed;
  const inOwn = answer.kind === 'converts' && quantity !== undefined ? quantityIn(answer.ratio, quantity) : null;
  if (field === 'unit') return ofColumn(counted, word, inOwn, { code: 'item.unit-differs', at, data });
  if (inOwn === null) return { code: 'quantity.unit-differs', at, ...words(own, word), data };
  return {
    code: 'quantity.unit-differs',
    at,
    ...converted(counted, inOwn, word),
    data: { ...data, context: 'converted' },
  };
}

/**
 * The unit column's word is wrong, or it is right and the quantity is in packs: 2 箱 are 40 台, or two. The first takes two
 * cells, so no button is offered for either: it would answer what only a person knows.
 */
function ofColumn(
  { line, own }: Counted,
  word: string,
  inOwn: Decimal | null,
  seen: Pick<Observation, 'at' | 'code'> & { readonly data: Record<string, string> },
): Observation {
  const { quantity } = line.parsed;
  const contradicted = { ...seen, ...words(own, word) };
  if (inOwn === null || quantity === undefined) return contradicted;
  return { ...contradicted, data: { ...seen.data, quantity, converted: inOwn, context: 'converted' } };
}

const words = (expected: string, actual: string): Pick<Observation, 'expected' | 'actual'> => ({
  expected: { kind: 'text', value: expected },
  actual: { kind: 'text', value: actual },
});

/**
 * So many at the row's own price are what the row means: its price is for one of the item's unit, as its amount or the list
 * shows. Only then a new quantity leaves the row's money as it was meant.
 */
function isPricedInOwn({ line, own, context }: Counted, quantity: Decimal): boolean {
  const { amount, discount, priceUnit, unitPrice } = line.parsed;
  if (unitPrice === undefined) return amount === undefined;
  if (amount !== undefined) return compare(amountOf(quantity, unitPrice, discount), round(amount, 2)) === 0;
  if (priceUnit) return sameUnit(priceUnit, own);
  const meant = { ...line.parsed, quantity, quantityUnit: own, priceUnit: own };
  const list = findListPrice({ ...line, parsed: meant, amount: lineAmount(meant) }, context);
  return list?.kind === 'price' && isSamePrice(list, unitPrice);
}
