import type { Field } from '../../sheet/fields.ts';
import { foldTraditional, sameText } from '../../sheet/text.ts';
import { stockKeys } from '../../stock/stock.ts';
import { look, oneKeystrokeApart } from '../code-look.ts';
import type { LineInCheck } from '../context.ts';
import type { StockBook } from '../knowledge.ts';
import { nothing, type Observation, type Rule } from '../rule.ts';
import { itemNamesIn, stockNames } from '../stock-names.ts';

/**
 * The warehouse and the batch a row names are such as the stock sheet has: goods are promised from there only (R23), so a
 * slip of the pen would find nothing. A batch is looked for among those of the row's item; an item that is kept without
 * batches has no wrong ones. Without a stock sheet `enough-stock` says that nothing of this was looked at.
 */
export const knownPlace: Rule = {
  name: 'known-place',
  codes: ['warehouse.unknown', 'batch.unknown'],
  scope: 'row',
  needs: [],
  check({ knowledge: { prices, stock }, lines }) {
    const naming = lines.filter(({ parsed }) => parsed.warehouse !== undefined || parsed.batch !== undefined);
    if (!stock || naming.length === 0) return nothing;
    const names = itemNamesIn(prices);
    const keyOf = stockKeys(stock, names);
    const { warehouses, batchesOf } = placesIn(stock);
    return naming.flatMap((line) => {
      const key = stockNames(line, names)
        .map(keyOf)
        .find((each) => each !== null);
      return [
        ...unknownAt(line, 'warehouse', warehouses),
        ...unknownAt(line, 'batch', key === undefined ? [] : (batchesOf.get(key) ?? [])),
      ];
    });
  },
};

/** Names as the stock sheet writes them first. */
type Names = readonly string[];

function placesIn({ lines }: StockBook): {
  readonly warehouses: Names;
  readonly batchesOf: ReadonlyMap<string, Names>;
} {
  const ofItems = Map.groupBy(lines, ({ itemCode }) => sameText(itemCode));
  return {
    warehouses: distinct(lines.flatMap(({ warehouse }) => warehouse ?? [])),
    batchesOf: new Map(
      Array.from(ofItems, ([key, own]) => [key, distinct(own.flatMap(({ batch }) => batch ?? []))] as const),
    ),
  };
}

const distinct = (names: Names): Names =>
  [...new Map(names.toReversed().map((name) => [sameText(name), name])).values()].reverse();

function unknownAt(line: LineInCheck, field: 'warehouse' | 'batch', known: Names): readonly Observation[] {
  const said = line.parsed[field];
  if (said === undefined || known.length === 0 || known.some((name) => sameText(name) === sameText(said)))
    return nothing;
  const alike = known.filter((name) => isAlike(said, name)).slice(0, namedPlaces);
  const seen = {
    code: `${field}.unknown`,
    at: { line, field: field satisfies Field<'orders'> },
    actual: { kind: 'text', value: said },
  } as const;
  if (alike.length > 0)
    return [{ ...seen, data: { names: alike.join(', '), context: 'alike' }, choices: alike.map(asChoice) }];
  const more = known.length > namedPlaces ? ['…'] : [];
  return [{ ...seen, data: { names: [...known.slice(0, namedPlaces), ...more].join(', ') } }];
}

const asChoice = (name: string) => ({ content: name, label: name });

/** More than these nobody reads in one message. */
const namedPlaces = 6;

/** The same but for writing, a slip of one key, or the short name of it (东莞 for 东莞仓). */
function isAlike(said: string, name: string): boolean {
  const [one, other] = [said, name].map((text) => foldTraditional(sameText(text)));
  if (one === undefined || other === undefined) return false;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return look(one) === look(other) || oneKeystrokeApart(one, other) || (shorter.length > 1 && longer.includes(shorter));
}
