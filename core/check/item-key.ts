import { itemDetails } from '../sheet/fields.ts';
import { sameText } from '../sheet/text.ts';

/** What names an item where it has no code: its name, and what tells it from its namesakes. */
export interface ItemWords {
  readonly itemName?: string;
  readonly specification?: string;
  readonly color?: string;
  readonly material?: string;
  readonly brand?: string;
}

const parts = ['itemName', ...itemDetails] as const satisfies readonly (keyof ItemWords)[];

/** "螺丝 M8 白锌 304": the name with all that is said beside it; undefined without a name. */
export const fullName = (item: ItemWords): string | undefined =>
  item.itemName === undefined
    ? undefined
    : parts
        .map((part) => item[part])
        .filter((word) => word !== undefined && word !== '')
        .join(' ');

/** How the words of two rows stand to each other; a word only one of them says is no contradiction. */
export const contradicts = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && sameText(a) !== sameText(b);

/**
 * What an item without code is called, so that it stands alone: the name where only one item has it, else the full name.
 * @param all every item's words; asked once a book
 */
export function shortestNames(all: Iterable<ItemWords>): (item: ItemWords) => string | undefined {
  const fullNames = new Map<string, Set<string>>();
  for (const item of all) {
    const name = sameText(item.itemName ?? '');
    const known = fullNames.get(name) ?? new Set();
    fullNames.set(name, known.add(sameText(fullName(item) ?? '')));
  }
  return (item) => ((fullNames.get(sameText(item.itemName ?? ''))?.size ?? 0) > 1 ? fullName(item) : item.itemName);
}
