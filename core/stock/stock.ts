import type { Item, OpenDemand, StockBook, StockLine } from '../check/knowledge.ts';
import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, zero } from '../value/decimal.ts';
import { type ItemStock, itemStockOf } from './item-stock.ts';
import { measured } from './measure.ts';
import type { Holder } from './source.ts';

/** The price list as far as it tells which stock line is whose. */
export interface ItemNames {
  /** The item with this code, barcode or name, where there is exactly one; `key` as sameText writes it. */
  itemOf(key: string): Item | undefined;
  /** What a stock sheet may list the item under, the surest first. */
  namesOf(item: Item): readonly string[];
  /** Of several items with one code (sizes, colours) the one a line is of; undefined where its words don't tell. */
  variantOf(line: GoodsWords): Item | undefined;
}

/** How a stock line, or an order that holds some, says which goods it means. */
export type GoodsWords = Pick<StockLine, 'itemCode' | 'barcode' | 'name' | 'specification' | 'color' | 'unit'>;

export interface StockGiven {
  readonly book: StockBook;
  readonly openDemand: readonly OpenDemand[];
  readonly items: ItemNames;
  readonly today: PlainDate;
}

/**
 * The stock book item by item, less what open orders on the server hold: they were there first, the one that is due first
 * before the others (R21).
 */
export class Stock {
  readonly #lines: ReadonlyMap<string, readonly StockLine[]>;
  readonly #promised: ReadonlyMap<string | null, readonly Promised[]>;
  readonly #items = new Map<string, ItemStock>();
  readonly #variants = new Map<string, Variants | null>();
  readonly #ofItems = new Map<Item, ItemStock | null>();
  readonly #given: StockGiven;
  readonly #countedOn: PlainDate;

  constructor(given: StockGiven) {
    const { book, openDemand, today } = given;
    this.#given = given;
    this.#countedOn = (book.source.asOf?.slice(0, 10) ?? today) as PlainDate;
    this.#lines = linesIn(book).lines;
    const keyOf = stockKeys(book, given.items);
    this.#promised = Map.groupBy(promisedTo(openDemand), ({ itemCode }) => keyOf(itemCode));
  }

  /** Null when the sheet doesn't list it. Names are compared once an item, not once a row. */
  ofItem(item: Item): ItemStock | null {
    const known = this.#ofItems.get(item);
    if (known !== undefined) return known;
    const names = this.#given.items.namesOf(item);
    const key = this.#keyOf(names);
    const variants = key === null ? null : this.#variantsOf(key);
    const stock = variants ? this.#ofVariant(item, variants) : this.of(names);
    this.#ofItems.set(item, stock);
    return stock;
  }

  #ofVariant(item: Item, { lines, promised }: Variants): ItemStock | null {
    const own = lines.get(item);
    return own ? this.#lessPromised(itemStockOf(own, item, this.#countedOn), promised.get(item) ?? [], item) : null;
  }

  /**
   * Who has which lines of a code that several items share, and who holds what of them. Null, so that all of them share one
   * stock, unless every line and every open order says whose it is.
   */
  #variantsOf(key: string): Variants | null {
    const known = this.#variants.get(key);
    if (known !== undefined) return known;
    const { items } = this.#given;
    const lines = this.#lines.get(key) ?? [];
    const isShared = items.itemOf(key) === undefined;
    const owners = isShared ? Map.groupBy(lines, (line) => items.variantOf(line)) : new Map();
    const holders = isShared ? Map.groupBy(this.#promised.get(key) ?? [], (held) => items.variantOf(held)) : new Map();
    const isClear = owners.size > 0 && !owners.has(undefined) && !holders.has(undefined);
    const variants = isClear ? ({ lines: owners, promised: holders } as Variants) : null;
    this.#variants.set(key, variants);
    return variants;
  }

  /** Names are tried in turn; null when the sheet lists none of them. */
  of(names: readonly string[]): ItemStock | null {
    const key = this.#keyOf(names);
    if (key === null) return null;
    const known = this.#items.get(key);
    if (known) return known;
    const stock = this.#stockOf(key);
    this.#items.set(key, stock);
    return stock;
  }

  #stockOf(key: string): ItemStock {
    const item = this.#given.items.itemOf(key);
    const stock = itemStockOf(this.#lines.get(key) ?? [], item, this.#countedOn);
    return this.#lessPromised(stock, this.#promised.get(key) ?? [], item);
  }

  #lessPromised(stock: ItemStock, promised: readonly Promised[], item: Item | undefined): ItemStock {
    for (const { holder, quantity, dueDate, unit, warehouse, batch } of promised) {
      if (compare(quantity, zero) <= 0) continue;
      stock.pool.take({
        ...measured(quantity, unit, item),
        holder,
        by: dueDate === undefined ? null : laterOf(dueDate, this.#given.today),
        supplyFrom: null,
        warehouse,
        batch,
        isTaken: true,
      });
    }
    return stock;
  }

  #keyOf(names: readonly string[]): string | null {
    return keyIn(linesIn(this.#given.book), names);
  }
}

function keyIn({ lines, byBarcode }: LinesOfBook, names: readonly string[]): string | null {
  for (const name of names) {
    const key = sameText(name);
    if (lines.has(key)) return key;
    const listed = byBarcode.get(key);
    if (listed !== undefined) return listed;
  }
  return null;
}

/** Under which name the stock sheet lists an item, by any code of it: who has one name has one stock. Null = it doesn't. */
export function stockKeys(book: StockBook, items: ItemNames): (itemCode: string) => string | null {
  const index = linesIn(book);
  const known = new Map<string, string | null>();
  return (itemCode) => {
    const before = known.get(itemCode);
    if (before !== undefined) return before;
    const item = items.itemOf(sameText(itemCode));
    const key = keyIn(index, item ? items.namesOf(item) : [itemCode]);
    known.set(itemCode, key);
    return key;
  };
}

/** The lines of a stock sheet by the name it lists the goods under. */
export const linesByKey = (book: StockBook): ReadonlyMap<string, readonly StockLine[]> => linesIn(book).lines;

interface LinesOfBook {
  readonly lines: ReadonlyMap<string, readonly StockLine[]>;
  readonly byBarcode: ReadonlyMap<string, string>;
}
const books = new WeakMap<StockBook, LinesOfBook>();

/** A server promises from one book again and again. */
function linesIn(book: StockBook): LinesOfBook {
  const known = books.get(book);
  if (known) return known;
  const found = {
    lines: Map.groupBy(book.lines, ({ itemCode }) => sameText(itemCode)),
    byBarcode: new Map(
      book.lines.flatMap(({ barcode, itemCode }) =>
        barcode ? [[sameText(barcode), sameText(itemCode)] as const] : [],
      ),
    ),
  };
  books.set(book, found);
  return found;
}

interface Variants {
  readonly lines: ReadonlyMap<Item, readonly StockLine[]>;
  readonly promised: ReadonlyMap<Item, readonly Promised[]>;
}

interface Promised extends OpenDemand {
  readonly holder: Holder;
}

/** In the order they are served. An order is one holder, due when the first of its lines is that has a date. */
function promisedTo(openDemand: readonly OpenDemand[]): Promised[] {
  const orders = Map.groupBy(openDemand.toSorted(inOrderOfService), ({ orderNumber }) => orderNumber);
  const promised = Array.from(orders, ([order, lines]) => {
    const dueDate = lines.find((line) => line.dueDate !== undefined)?.dueDate;
    const holder = { order, ...(dueDate !== undefined && { dueDate }) };
    return lines.map((line) => ({ ...line, holder }));
  });
  return promised.flat().sort(inOrderOfService);
}

/** A day that has passed is as good as today: what comes today is in time for it. */
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Who is due first is served first; who has no date, now. */
export const inOrderOfService = (a: OpenDemand, b: OpenDemand): number =>
  byText(a.dueDate ?? '', b.dueDate ?? '') || byText(a.orderNumber, b.orderNumber);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
