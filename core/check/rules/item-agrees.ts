import { sameText } from '../../sheet/text.ts';
import type { LineInCheck } from '../context.ts';
import { itemIndexOf, itemNamesOf } from '../item-index.ts';
import type { Item, PriceBook } from '../knowledge.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { sameSize } from '../specification.ts';

/**
 * What a row says of its item besides the code and the unit is what the price list says (R47): the letter prints the list's
 * words, so a row that means another item or size must not be overwritten in silence. A name counts as another's only when it is
 * another item's very name; offices shorten names as they like.
 */
export const itemAgrees: Rule = {
  name: 'item-agrees',
  codes: ['item.name-differs', 'item.specification-differs'],
  scope: 'row',
  needs: ['prices'],
  check: ({ knowledge: { prices }, lines }) => (prices ? lines.flatMap((line) => observe(line, prices)) : []),
};

function observe(line: LineInCheck, prices: PriceBook): Observation[] {
  if (line.item.kind !== 'found') return [];
  const { entry } = line.item;
  const { itemName, specification } = line.parsed;
  const seen: Observation[] = [];
  if (itemName && entry.name && isOthersName(itemName, entry, prices))
    seen.push(differing(line, entry, 'itemName', entry.name, itemName));
  if (specification && entry.specification && !saysSize(specification, entry.specification, entry))
    seen.push(differing(line, entry, 'specification', entry.specification, specification));
  return seen;
}

const codes = { itemName: 'item.name-differs', specification: 'item.specification-differs' } as const;

const differing = (
  line: LineInCheck,
  entry: Item,
  field: keyof typeof codes,
  listed: string,
  said: string,
): Observation => ({
  code: codes[field],
  at: { line, field: [field, 'itemCode', 'barcode'] },
  expected: { kind: 'text', value: listed },
  actual: { kind: 'text', value: said },
  data: itemData(entry),
});

/** A column may say the name as well (螺栓 M8×40): what stands beside the name is the size; the name alone says none. */
function saysSize(said: string, listed: string, entry: Item): boolean {
  if (sameSize(said, listed)) return true;
  const text = sameText(said);
  const name = itemNamesOf(entry)
    .map(sameText)
    .find((own) => own !== '' && text.includes(own));
  if (name === undefined) return false;
  const size = text.replace(name, ' ').trim();
  return size === '' || sameSize(size, listed);
}

const isOthersName = (name: string, item: Item, prices: PriceBook): boolean => {
  if (name === item.name) return false;
  const key = sameText(name);
  return itemIndexOf(prices).byName.has(key) && !itemNamesOf(item).some((own) => sameText(own) === key);
};
