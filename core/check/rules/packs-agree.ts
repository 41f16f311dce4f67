import { compare, type Decimal, divide, multiply, subtract, zero } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { sameUnit } from '../unit.ts';

/**
 * Packs and quantity of a row say the same (R47): 箱数 × 装箱数 = 数量, and 3箱×24 counts 24 a carton as the price list does. A
 * last pack that isn't full is usual, so it is only asked about.
 */
export const packsAgree: Rule = {
  name: 'packs-agree',
  codes: ['quantity.packs-differ'],
  scope: 'row',
  needs: [],
  check: ({ lines }) => lines.flatMap((line) => columns(line) ?? cell(line) ?? []),
};

/** The columns of packs and of what one holds beside the quantity. A quantity that is the packs themselves is no contradiction. */
function columns(line: LineInCheck): Observation | null {
  const { packSize, packs, quantity, quantityUnit, unit } = line.parsed;
  if (packSize === undefined || packs === undefined || quantity === undefined) return null;
  const total = multiply(packs, packSize);
  if (compare(total, quantity) === 0 || compare(packs, quantity) === 0) return null;
  const missing = subtract(total, quantity);
  const isPartFilled = compare(missing, zero) > 0 && compare(missing, packSize) < 0;
  const shown = (value: Decimal) => {
    const counted = quantityUnit ?? unit;
    return { kind: 'quantity', value, ...(counted && { unit: counted }) } as const;
  };
  return {
    code: 'quantity.packs-differ',
    at: { line, field: 'quantity' },
    expected: shown(total),
    actual: shown(quantity),
    data: { packs, size: packSize, ...(isPartFilled && { context: 'part' }) },
    ...choicesOf(total, quantity, packSize),
  };
}

/** The packs are right, or the quantity is. Where its packs aren't whole the last one isn't full: nobody can tell. */
function choicesOf(total: Decimal, quantity: Decimal, packSize: Decimal): Pick<Observation, 'choices'> {
  if (compare(packSize, zero) <= 0 || compare(quantity, zero) <= 0) return {};
  const packs = divide(quantity, packSize);
  if (packs.includes('.')) return {};
  return {
    choices: [
      { content: Number(total), label: total },
      { content: Number(packs), label: packs, field: 'packs' },
    ],
  };
}

/** 3箱×24 in the quantity's own cell against the list's carton. */
function cell(line: LineInCheck): Observation | null {
  const { saidPacks: said } = line.parsed;
  const item = line.item.kind === 'found' ? line.item.entry : null;
  if (!said || !item?.pack || compare(said.size, item.pack.size) === 0) return null;
  if (said.unit && item.pack.unit && !sameUnit(said.unit, item.pack.unit)) return null;
  if (said.sizeUnit && item.unit && !sameUnit(said.sizeUnit, item.unit)) return null;
  const [listed, typed] = [multiply(said.count, item.pack.size), multiply(said.count, said.size)];
  return {
    code: 'quantity.packs-differ',
    at: { line, field: 'quantity' },
    expected: { kind: 'quantity', value: listed, ...(item.unit && { unit: item.unit }) },
    actual: { kind: 'quantity', value: typed, ...(item.unit && { unit: item.unit }) },
    data: { ...itemData(item), size: item.pack.size, rowSize: said.size, context: 'listed' },
    choices: [typed, listed].map((total) => ({ content: Number(total), label: total })),
  };
}
