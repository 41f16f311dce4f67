import type { ParsedLine } from '../sheet/parsed-order.ts';
import { nameWithoutGift } from '../sheet/said-gift.ts';
import { sameText } from '../sheet/text.ts';
import { remembered } from '../value/remembered.ts';
import type { LineInCheck } from './context.ts';
import { contradicts, fullName } from './item-key.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { agree, file, type Match, matchOf, noBook, unnamed } from './match.ts';
import { plainSize } from './specification.ts';
import { sameUnit } from './unit.ts';

/** The price book by item code, barcode, customers' codes and name. */
export interface ItemIndex {
  readonly byCode: ReadonlyMap<string, readonly Item[]>;
  readonly byBarcode: ReadonlyMap<string, readonly Item[]>;
  readonly byCustomerCode: ReadonlyMap<string, readonly Item[]>;
  readonly byName: ReadonlyMap<string, readonly Item[]>;
  /** By code, as a row types it; a sheet's only column of codes may hold barcodes under the heading "item". */
  readonly coded: (typed: string) => readonly Item[] | null;
}

const indexes = new WeakMap<PriceBook, ItemIndex>();

/** The index of a book, made once per book: a pane checks the same books again and again. */
export function itemIndexOf(book: PriceBook): ItemIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byCode = new Map<string, Item[]>();
  const byBarcode = new Map<string, Item[]>();
  const byCustomerCode = new Map<string, Item[]>();
  const byName = new Map<string, Item[]>();
  for (const item of book.items) {
    file(byCode, sameText(item.code), item);
    for (const barcode of barcodesOf(item)) file(byBarcode, sameText(barcode), item);
    for (const code of item.customerItemCodes ?? []) file(byCustomerCode, sameText(code), item);
    for (const name of itemNamesOf(item)) file(byName, sameText(name), item);
  }
  const coded = remembered((typed: string) => byCode.get(sameText(typed)) ?? byBarcode.get(sameText(typed)) ?? null);
  const index = { byCode, byBarcode, byCustomerCode, byName, coded };
  indexes.set(book, index);
  return index;
}

/** Every barcode an item has, the first as the list names it first. */
export const barcodesOf = ({
  barcode,
  otherBarcodes = [],
}: Pick<Item, 'barcode' | 'otherBarcodes'>): readonly string[] =>
  barcode === undefined ? otherBarcodes : [barcode, ...otherBarcodes];

/** Every name an item has in the list. */
export const itemNamesOf = ({ name, otherNames = [] }: Pick<Item, 'name' | 'otherNames'>): readonly string[] =>
  name ? [name, ...otherNames] : otherNames;

/** What a row calls its item: the code, else the barcode, else the customer's code, else its name and all that goes with it. */
export const itemNamed = (line: ItemLook): string | undefined =>
  line.itemCode ?? line.barcode ?? line.customerItemCode ?? fullName(line);

/** What tells one row's item from another's: its code in the book, for one row may name it by code, the other by barcode. */
export const itemIdentity = ({ item, parsed }: LineInCheck): string | undefined =>
  item.kind === 'found' ? item.entry.code : itemNamed(parsed);

/** The same where one code is on several things (sizes, colours): then barcode and words tell them apart. */
export const itemVariant = (line: LineInCheck): string | undefined =>
  line.item.kind === 'found' ? variantOf(line.item.entry) : itemNamed(line.parsed);

const variantOf = ({ code, barcode, specification, color, material, brand, unit, pack }: Item): string =>
  JSON.stringify([code, barcode, specification, color, material, brand, unit, pack?.size]);

/** As much of a row as says which item it means. */
export type ItemLook = Pick<
  ParsedLine,
  | 'itemCode'
  | 'barcode'
  | 'customerItemCode'
  | 'itemName'
  | 'specification'
  | 'color'
  | 'material'
  | 'brand'
  | 'unit'
  | 'quantityUnit'
  | 'packSize'
>;

/**
 * The item a row means. Where several answer (one barcode on the box and on the bag, one name in six colours), all else the
 * row says of it decides if it can; else a person.
 */
export function findItem(book: PriceBook | null, line: ItemLook): Match<Item> {
  if (itemNamed(line) === undefined) return unnamed;
  if (!book) return noBook;
  const index = itemIndexOf(book);
  const named = candidates(index, line) ?? [];
  const labelled = labelledIn(index, line);
  const both = labelled ? named.filter((item) => labelled.includes(item)) : named;
  if (labelled && named.length > 0 && both.length === 0) return { kind: 'ambiguous', entries: [...named, ...labelled] };
  const match = matchOf(both);
  return match.kind === 'ambiguous' ? narrowed(match.entries, line) : match;
}

/**
 * The items with the barcode that stands beside the row's code; of the code's items only one of them is meant, and if it is
 * on others only, code and barcode contradict each other. A barcode nobody knows says nothing: lists don't hold every one.
 */
const labelledIn = ({ byBarcode }: ItemIndex, { barcode, itemCode }: ItemLook): readonly Item[] | undefined =>
  itemCode && barcode ? byBarcode.get(sameText(barcode)) : undefined;

function candidates(index: ItemIndex, line: ItemLook): readonly Item[] | undefined {
  const { barcode, customerItemCode, itemCode, itemName = '' } = line;
  if (itemCode) return index.coded(itemCode) ?? undefined;
  if (barcode) return index.byBarcode.get(sameText(barcode));
  const ofCustomer = customerItemCode && index.byCustomerCode.get(sameText(customerItemCode));
  if (ofCustomer) return ofCustomer;
  const named = index.byName.get(sameText(itemName)) ?? index.byName.get(sameText(nameWithoutGift(itemName) ?? ''));
  // Another colour is another item, also where the list has only one of the name.
  return (named ?? index.byCode.get(sameText(fullName(line) ?? '')))?.filter(
    (item) => !looks.some((look) => contradicts(item[look], line[look])),
  );
}

const looks = ['color', 'material', 'brand'] as const;

/** Word by word: who contradicts the row is out; of the rest those who say the same go before those who say nothing. */
function narrowed(entries: readonly Item[], line: ItemLook): Match<Item> {
  let left = entries;
  for (const test of tests(line)) {
    const answers = left.map(test);
    if (answers.every((answer) => answer === 'contradicts')) break;
    const wanted = answers.includes('agrees') ? 'agrees' : 'silent';
    left = left.filter((_, at) => answers[at] === wanted);
  }
  return left.length === 1 ? matchOf(left) : { kind: 'ambiguous', entries };
}

type Answer = 'agrees' | 'contradicts' | 'silent';
type Agreement = (said: string, listed: string) => boolean;

const tests = (line: ItemLook): ((item: Item) => Answer)[] => [
  answers(line.unit ?? line.quantityUnit, ({ unit }) => unit, sameUnit),
  // To the letter first: signs that most sizes can do without make 9- of a 9 in some lists.
  ({ specification }) => (agree(specification, line.specification) ? 'agrees' : 'silent'),
  answers(
    line.specification,
    ({ specification }) => specification,
    (said, listed) => plainSize(said) === plainSize(listed),
  ),
  answers(
    line.packSize,
    ({ pack }) => pack?.size,
    (said, listed) => said === listed,
  ),
  ...looks.map((look) => answers(line[look], (item) => item[look], sameWords)),
  (item) => nameAnswers(line.itemName, itemNamesOf(item)),
];

const sameWords: Agreement = (said, listed) => !contradicts(said, listed);

function nameAnswers(said: string | undefined, listed: readonly string[]): Answer {
  if (said === undefined || listed.length === 0) return 'silent';
  return listed.some((name) => sameWords(said, name)) ? 'agrees' : 'contradicts';
}

const answers =
  (said: string | undefined, listedIn: (item: Item) => string | undefined, agrees: Agreement) =>
  (item: Item): Answer => {
    const listed = listedIn(item);
    if (said === undefined || listed === undefined) return 'silent';
    return agrees(said, listed) ? 'agrees' : 'contradicts';
  };
