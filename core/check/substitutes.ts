import { sameText } from '../sheet/text.ts';
import { itemIndexOf } from './item-index.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { agree } from './match.ts';

/**
 * What could be delivered instead of an item (R24), best first: what the price list names, else what bears its name and
 * differs by code only. Never what isn't sold any more.
 */
export function substitutesOf(item: Item, prices: PriceBook): readonly Item[] {
  const known = substitutes.get(prices) ?? new Map<Item, readonly Item[]>();
  if (known.size === 0) substitutes.set(prices, known);
  const before = known.get(item);
  if (before) return before;
  const found = findSubstitutes(item, prices);
  known.set(item, found);
  return found;
}

/** Every short row of an item asks. */
const substitutes = new WeakMap<PriceBook, Map<Item, readonly Item[]>>();

function findSubstitutes(item: Item, prices: PriceBook): readonly Item[] {
  const { byCode, byName } = itemIndexOf(prices);
  const candidates = item.substitutes
    ? item.substitutes.flatMap((code) => byCode.get(sameText(code)) ?? [])
    : (byName.get(sameText(item.name ?? '')) ?? []).filter((other) => isAlike(item, other));
  return candidates.filter((other) => sameText(other.code) !== sameText(item.code) && !other.discontinued);
}

const isAlike = (a: Item, b: Item): boolean =>
  (['specification', 'color', 'unit'] as const).every(
    (field) => agree(a[field], b[field]) || (a[field] === undefined && b[field] === undefined),
  );
