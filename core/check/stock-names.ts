import { sameText } from '../sheet/text.ts';
import type { ItemNames } from '../stock/stock.ts';
import type { LineInCheck } from './context.ts';
import { barcodesOf, findItem, itemIndexOf } from './item-index.ts';
import { fullName } from './item-key.ts';
import type { Item, PriceBook } from './knowledge.ts';

const given = (names: readonly (string | undefined)[]): string[] => names.filter((name) => name !== undefined);

/** Which item a stock line means: sheets list it by code, by barcode, or by a name that only one item has. */
export function itemNamesIn(prices: PriceBook | null): ItemNames {
  if (!prices)
    return {
      itemOf: () => undefined,
      namesOf: ({ code, barcode }) => given([code, barcode]),
      variantOf: () => undefined,
    };
  const { byBarcode, byCode, byName } = itemIndexOf(prices);
  const isOnlyOne = (name: string): boolean => byName.get(sameText(name))?.length === 1;
  return {
    itemOf(key) {
      const [item, another] = byCode.get(key) ?? byBarcode.get(key) ?? byName.get(key) ?? [];
      return another === undefined ? item : undefined;
    },
    namesOf: (item: Item) =>
      given([item.code, ...barcodesOf(item), item.name && isOnlyOne(item.name) ? item.name : undefined]),
    variantOf({ name, ...words }) {
      const match = findItem(prices, { ...words, ...(name !== undefined && { itemName: name }) });
      return match.kind === 'found' ? match.entry : undefined;
    },
  };
}

/** What the stock sheet may list a row's item under; nothing while it isn't clear which item is meant. */
export function stockNames({ item, parsed }: LineInCheck, names: ItemNames): readonly string[] {
  if (item.kind === 'found') return names.namesOf(item.entry);
  return item.kind === 'no-book' ? given([parsed.itemCode, parsed.barcode, fullName(parsed), parsed.itemName]) : [];
}
