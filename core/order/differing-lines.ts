import type { CheckedLine } from '../check/checked-order.ts';
import { compare } from '../value/decimal.ts';

type Said = Pick<CheckedLine, 'quantity' | 'unitPrice'>;

/** A line that an order and the rows which would change it don't agree on; null = it isn't in it. */
export interface DifferingLine {
  readonly item: string;
  readonly there: Said | null;
  readonly here: Said | null;
}

/** What changes for the goods, in the order's sequence, then what is new: a person tells by it whose change it is. */
export function differingLines(order: readonly CheckedLine[], rows: readonly CheckedLine[]): readonly DifferingLine[] {
  const here = Map.groupBy(rows, goodsOf);
  const kept = order.flatMap((line): DifferingLine[] => {
    const now = here.get(goodsOf(line))?.shift() ?? null;
    return now && isSame(line, now) ? [] : [{ item: nameOf(line), there: said(line), here: now && said(now) }];
  });
  const added = rows.filter((line) => here.get(goodsOf(line))?.includes(line));
  return [...kept, ...added.map((line) => ({ item: nameOf(line), there: null, here: said(line) }))];
}

const goodsOf = ({ itemCode, specification, color, unit }: CheckedLine): string =>
  JSON.stringify([itemCode, specification, color, unit]);
const nameOf = ({ itemCode, itemName }: CheckedLine): string => itemCode || itemName;
const said = ({ quantity, unitPrice }: CheckedLine): Said => ({ quantity, unitPrice });
const isSame = (a: Said, b: Said): boolean =>
  compare(a.quantity, b.quantity) === 0 && compare(a.unitPrice, b.unitPrice) === 0;
