import type { classPrices } from '../../sheet/fields.ts';
import type { RowValues } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { contradicts, shortestNames } from '../item-key.ts';
import { agree } from '../match.ts';

type ClassPrice = (typeof classPrices)[number];

/** What the headings of a table say of its prices. */
export interface PriceTerms {
  /** Which column is everybody's price. */
  readonly general: 'listPrice' | ClassPrice;
  /** The columns that are a class's, and whose: 会员 of 会员价. */
  readonly classes: readonly (readonly [ClassPrice, customerClass: string])[];
}

/** A row of a price table, and what its headings say of all its rows. */
export type PriceRow = RowValues<'prices'> & { readonly terms: PriceTerms };

interface RowsOfItem {
  readonly code: string;
  readonly rows: readonly PriceRow[];
}

/**
 * Rows brought together by the item they are about: by code, else barcode, else name with all that goes with it. One code for
 * two things (a box and a bag, two sizes, two barcodes of which nobody says that they are on one thing) makes two items. Rows
 * that name nothing are left out.
 */
export function itemsOfRows(rows: readonly PriceRow[]): readonly RowsOfItem[] {
  const nameOf = shortestNames(rows.filter(({ itemCode, barcode }) => !itemCode && !barcode));
  const byCode = new Map<string, Namesakes>();
  const items: RowsOfItem[] = [];
  for (const row of rows) {
    const code = row.itemCode ?? row.barcode ?? nameOf(row);
    if (!code) continue;
    const key = sameText(code);
    const namesakes = byCode.get(key) ?? new Namesakes();
    byCode.set(key, namesakes);
    if (namesakes.join(row)) continue;
    items.push(namesakes.open(code, row));
  }
  return items;
}

/** Items of one code. A code for everything (样品) may have thousands: nearly all are told apart by their specification. */
class Namesakes {
  readonly #bySpecification = new Map<string, Set<OpenItem>>();
  #count = 0;

  /** Adds the row to the first item it doesn't contradict, to one with its barcode before others; false when it contradicts all. */
  join(row: PriceRow): boolean {
    const [labelled, others] = partition(this.#candidates(row), (item) => isLabelledAs(item, row));
    const known =
      earliest(labelled.filter((item) => agreesWith(item, row, labelledAlike))) ??
      earliest(others.filter((item) => agreesWith(item, row, told) && mayBeLabelledAs(item, row)));
    if (!known) return false;
    known.rows.push(row);
    if (row.barcode) known.barcodes.add(sameText(row.barcode));
    // It may have learnt its specification only now.
    this.#filedAs(known.words).delete(known);
    known.words = { ...row, ...known.words };
    this.#filedAs(known.words).add(known);
    return true;
  }

  open(code: string, row: PriceRow): OpenItem {
    const item: OpenItem = {
      code,
      rows: [row],
      barcodes: new Set(row.barcode ? [sameText(row.barcode)] : []),
      words: row,
      place: this.#count++,
    };
    this.#filedAs(row).add(item);
    return item;
  }

  #candidates(row: PriceRow): readonly OpenItem[] {
    return row.specification === undefined
      ? [...this.#bySpecification.values()].flatMap((items) => [...items])
      : [...this.#filedAs(row), ...this.#filedAs({ specification: undefined })];
  }

  #filedAs({ specification }: { readonly specification?: string | undefined }): Set<OpenItem> {
    // No specification begins with a line break.
    const key = specification === undefined ? '\n' : sameText(specification);
    const items = this.#bySpecification.get(key) ?? new Set();
    this.#bySpecification.set(key, items);
    return items;
  }
}

const labelledAlike = ['unit', 'specification', 'color', 'material', 'packSize'] as const;
/** Under one barcode another word for the brand (耐克, NIKE) is another spelling. */
const told = [...labelledAlike, 'brand'] as const;

const agreesWith = ({ words }: OpenItem, row: PriceRow, fields: readonly (typeof told)[number][]): boolean =>
  !fields.some((field) => contradicts(words[field], row[field]));

const isLabelledAs = ({ barcodes }: OpenItem, { barcode }: PriceRow): boolean =>
  barcode !== undefined && barcodes.size > 0 && barcodes.has(sameText(barcode));

/**
 * Another barcode is most often another size. Only rows that say which size, the same one, are one thing with two labels; where
 * sizes aren't told, those of one name.
 */
function mayBeLabelledAs({ barcodes, words }: OpenItem, row: PriceRow): boolean {
  if (row.barcode === undefined || barcodes.size === 0) return true;
  const isSized = words.specification !== undefined || row.specification !== undefined;
  return isSized ? agree(words.specification, row.specification) : agree(words.itemName, row.itemName);
}

const earliest = (items: readonly OpenItem[]): OpenItem | null =>
  items.reduce<OpenItem | null>((first, item) => (first && first.place < item.place ? first : item), null);

function partition<Thing>(things: readonly Thing[], is: (thing: Thing) => boolean): readonly [Thing[], Thing[]] {
  const groups = Map.groupBy(things, is);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}

/** An item while its rows are being read. */
interface OpenItem extends RowsOfItem {
  readonly rows: PriceRow[];
  readonly barcodes: Set<string>;
  /** What its rows said so far. */
  words: PriceRow;
  /** Among the items of its code. */
  readonly place: number;
}
