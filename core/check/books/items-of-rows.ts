import type { RowValues } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { contradicts, shortestNames } from '../item-key.ts';

/** What the headings of a table say of its prices. */
export interface PriceTerms {
  /** Which column is everybody's price. */
  readonly general: 'listPrice' | 'wholesalePrice' | 'memberPrice';
  /** 会员 of 会员价: the class whose price it is. */
  readonly member: string;
  readonly wholesale: string;
}

/** A row of a price table, and what its headings say of all its rows. */
export type PriceRow = RowValues<'prices'> & { readonly terms: PriceTerms };

interface RowsOfItem {
  readonly code: string;
  readonly rows: readonly PriceRow[];
}

/**
 * Rows brought together by the item they are about: by code, else barcode, else name with all that goes with it. One code for
 * two things (a box and a bag, two sizes) makes two items. Rows that name nothing are left out.
 */
export function itemsOfRows(rows: readonly PriceRow[]): readonly RowsOfItem[] {
  const nameOf = shortestNames(rows.filter(({ itemCode, barcode }) => !itemCode && !barcode));
  const byCode = new Map<string, OpenItem[]>();
  const items: RowsOfItem[] = [];
  for (const row of rows) {
    const code = row.itemCode ?? row.barcode ?? nameOf(row);
    if (!code) continue;
    const key = sameText(code);
    const namesakes = byCode.get(key) ?? [];
    const known = namesakes.find(({ words }) => !told.some((field) => contradicts(words[field], row[field])));
    if (known) {
      known.rows.push(row);
      known.words = { ...row, ...known.words };
      continue;
    }
    const item = { code, rows: [row], words: row };
    byCode.set(key, [...namesakes, item]);
    items.push(item);
  }
  return items;
}

const told = ['unit', 'specification', 'color', 'material', 'brand', 'packSize'] as const;

/** An item while its rows are being read. */
interface OpenItem extends RowsOfItem {
  readonly rows: PriceRow[];
  /** What its rows said so far. */
  words: PriceRow;
}
