import { compare, type Decimal, divide, multiply, round } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import type { Item } from '../knowledge.ts';
import { amountOf } from '../line-amount.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { sameUnit, unitOf } from '../unit.ts';
import { countedIn, inItemUnit, type Ratio, ratioOf } from '../unit-conversion.ts';

/**
 * The price is for one of what the quantity counts: 12.5元/1000只 beside a quantity in 只 multiplies to a thousand times too
 * much. A price per the item's own unit beside a quantity in cartons is one contradiction: same-unit.ts reports it.
 */
export const priceUnit: Rule = {
  name: 'price-unit',
  codes: ['price.unit-differs'],
  scope: 'row',
  needs: [],
  check: ({ lines }) => lines.flatMap(observe),
};

function observe(line: LineInCheck): Observation[] {
  const { parsed } = line;
  const item: Item | null = line.item.kind === 'found' ? line.item.entry : null;
  const counted = countedIn(parsed) ?? item?.unit;
  const { priceUnit: priced, unitPrice } = parsed;
  if (!priced || !counted || unitPrice === undefined || isOne(priced, counted)) return [];
  if (item?.unit && isOne(priced, item.unit)) return [];
  const right = priceFor(counted, priced, unitPrice, line, item);
  const { currency } = line.order;
  return [
    {
      code: 'price.unit-differs',
      at: { line, field: 'unitPrice' },
      ...(right && { expected: { kind: 'money', value: right, currency } }),
      actual: { kind: 'money', value: unitPrice, currency },
      data: {
        ...(item && itemData(item)),
        priced,
        counted,
        ...(right && { context: 'converted' }),
      },
      ...(right && isMeant(right, parsed) && { fix: Number(right) }),
    },
  ];
}

/** Unknown words are taken for spellings of one another only when they are the same. */
const isOne = (priced: string, counted: string): boolean =>
  sameUnit(priced, counted) || (!unitOf(priced).isKnown && !unitOf(counted).isKnown);

/** The price for one of what the quantity counts, where that is known and a price can be written so. */
function priceFor(
  counted: string,
  priced: string,
  price: Decimal,
  { parsed }: LineInCheck,
  item: Item | null,
): Decimal | null {
  const ratio = between(counted, priced, item ?? { unit: counted }, parsed);
  if (!ratio) return null;
  const exact = divide(multiply(price, ratio.times), ratio.per);
  return compare(round(exact, 4), exact) === 0 ? exact : null;
}

function between(
  counted: string,
  priced: string,
  item: Pick<Item, 'pack' | 'unit'>,
  row: LineInCheck['parsed'],
): Ratio | null {
  const kept = { ...item, unit: item.unit ?? counted } as Item;
  if (inItemUnit(priced, kept, row).kind === 'unclear') return null;
  const [one, other] = [ratioOf(counted, kept, row), ratioOf(priced, kept, row)];
  return one && other && { times: multiply(one.times, other.per), per: multiply(one.per, other.times) };
}

/** No amount, or one that agrees. */
const isMeant = (price: Decimal, { amount, discount, quantity }: LineInCheck['parsed']): boolean =>
  amount === undefined ||
  (quantity !== undefined && compare(amountOf(quantity, price, discount), round(amount, 2)) === 0);
