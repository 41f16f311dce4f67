import { itemIndexOf } from './item-index.ts';
import type { PriceBook } from './knowledge.ts';

/** Tells which items the price list calls custom-made; none where it says nothing of it. */
export function customMadeIn(prices: PriceBook | null): (itemCode: string) => boolean {
  if (prices === null) return () => false;
  const { coded } = itemIndexOf(prices);
  return (itemCode) => coded(itemCode)?.some(({ customMade }) => customMade === true) ?? false;
}
