import { itemIndexOf } from './item-index.ts';
import type { PriceBook } from './knowledge.ts';

/** Tells what kind of goods the price list counts an item among; null where it says nothing of it. */
export function categoriesIn(prices: PriceBook | null): (itemCode: string) => string | null {
  if (prices === null) return () => null;
  const { coded } = itemIndexOf(prices);
  return (itemCode) => coded(itemCode)?.find(({ category }) => category !== undefined)?.category ?? null;
}

/** Tells which items the price list calls custom-made; none where it says nothing of it. */
export function customMadeIn(prices: PriceBook | null): (itemCode: string) => boolean {
  if (prices === null) return () => false;
  const { coded } = itemIndexOf(prices);
  return (itemCode) => coded(itemCode)?.some(({ customMade }) => customMade === true) ?? false;
}
