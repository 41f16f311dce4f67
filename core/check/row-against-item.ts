import { itemDetails } from '../sheet/fields.ts';
import { nameWithoutGift } from '../sheet/said-gift.ts';
import { sameText } from '../sheet/text.ts';
import { barcodesOf, type ItemIndex, type ItemLook, itemNamesOf } from './item-index.ts';
import type { Item } from './knowledge.ts';
import { plainSize, sameSize } from './specification.ts';
import { sameUnit } from './unit.ts';

/**
 * How what a row says besides its code stands to an item: all of it may be said of the item (what only one of the two says is
 * no matter), some of it is written otherwise than in the list and a person must look, or it means another item.
 */
type Standing = 'fits' | 'differs' | 'contradicts';

export function standingOf(line: ItemLook, item: Item, index: ItemIndex): Standing {
  const standings = [nameStanding(line, item, index), barcodeStanding(line, item, index), unitStanding(line, item)];
  if (itemDetails.some((word) => isOther(line[word], item[word])) || standings.includes('contradicts'))
    return 'contradicts';
  return standings.includes('differs') ? 'differs' : 'fits';
}

const isOther = (said: string | undefined, listed: string | undefined): boolean =>
  said !== undefined && listed !== undefined && !sameSize(said, listed);

/** Offices shorten names and write the size behind them: 工作服XL is 工作服 of size XL, and no 工作服 of size L. */
function nameStanding({ itemName }: ItemLook, item: Item, { byName }: ItemIndex): Standing {
  const names = itemNamesOf(item).map(sameText);
  if (itemName === undefined || names.length === 0) return 'fits';
  const said = sameText(nameWithoutGift(itemName) ?? itemName);
  if (names.some((name) => plainSize(name) === plainSize(said))) return 'fits';
  if (byName.has(said)) return 'contradicts';
  if (names.some((name) => name.includes(said))) return 'fits';
  const longest = names.filter((name) => said.includes(name)).toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return names.every((name) => otherNumbers(said, name)) ? 'contradicts' : 'differs';
  const rest = said.replace(longest, ' ').trim();
  const words = itemDetails.map((size) => item[size]).filter((word) => word !== undefined);
  if (words.some((word) => sameSize(rest, word)) || sameSize(rest, words.join(' '))) return 'fits';
  return item.specification !== undefined && saysSize(rest) ? 'contradicts' : 'differs';
}

const saysSize = (words: string): boolean => /[\da-z]/i.test(words);

/** M4 and M5: each says a number that the other doesn't. */
function otherNumbers(a: string, b: string): boolean {
  const [one, other] = [numbersIn(a), numbersIn(b)];
  return one.some((number) => !other.includes(number)) && other.some((number) => !one.includes(number));
}

const numbersIn = (name: string): readonly string[] => name.match(/\d+(?:\.\d+)?/g) ?? [];

/** A barcode nobody knows may be a new label; one of another item says that that one is meant. */
function barcodeStanding({ barcode }: ItemLook, item: Item, { byBarcode }: ItemIndex): Standing {
  if (barcode === undefined) return 'fits';
  const labelled = byBarcode.get(sameText(barcode));
  if (labelled) return labelled.includes(item) ? 'fits' : 'contradicts';
  return barcodesOf(item).length > 0 ? 'differs' : 'fits';
}

function unitStanding({ packSize, quantityUnit, unit = quantityUnit }: ItemLook, item: Item): Standing {
  const { pack } = item;
  if (packSize !== undefined && pack && packSize !== pack.size) return 'differs';
  if (unit === undefined || item.unit === undefined) return 'fits';
  return sameUnit(unit, item.unit) || (pack?.unit !== undefined && sameUnit(unit, pack.unit)) ? 'fits' : 'differs';
}
