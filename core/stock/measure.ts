import type { Item } from '../check/knowledge.ts';
import { unitOf } from '../check/unit.ts';
import { inItemUnit, quantityIn } from '../check/unit-conversion.ts';
import type { ParsedLine } from '../sheet/parsed-order.ts';
import type { Decimal } from '../value/decimal.ts';

/** A quantity and what one of it is. */
export interface Measured {
  readonly quantity: Decimal;
  /** One text for all spellings of one unit; null = nobody says, so nothing speaks against comparing it. */
  readonly unit: string | null;
  /** The word to show it with. */
  readonly word?: string | undefined;
}

/** In the item's own unit where that is certain (箱 by the price list's pack of 24), else as it was said. */
export function measured(
  quantity: Decimal,
  said: string | undefined,
  item?: Item,
  row?: Pick<ParsedLine, 'packSize'>,
): Measured {
  if (!item?.unit) return { quantity, unit: said ? unitKey(said) : null, word: said };
  if (!said) return { quantity, unit: ownUnit(item, item.unit), word: item.unit };
  const answer = inItemUnit(said, item, row);
  if (answer.kind === 'same') return { quantity, unit: ownUnit(item, item.unit), word: said };
  const converted = answer.kind === 'converts' ? quantityIn(answer.ratio, quantity) : null;
  return converted === null
    ? { quantity, unit: unitKey(said), word: said }
    : { quantity: converted, unit: ownUnit(item, item.unit), word: item.unit };
}

const ownUnits = new WeakMap<Item, string>();

/** Asked for every row of an item, read once. */
function ownUnit(item: Item, unit: string): string {
  const known = ownUnits.get(item);
  if (known !== undefined) return known;
  const key = unitKey(unit);
  ownUnits.set(item, key);
  return key;
}

function unitKey(word: string): string {
  const { kind, size } = unitOf(word);
  return `${kind} ${size}`;
}
