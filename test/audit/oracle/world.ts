import type { Counted, PriceList } from './books.ts';
import { type Meant, meant } from './item.ts';
import type { Layout } from './layout.ts';
import type { OrderRow } from './order-row.ts';
import type { RawCell, RawSheet } from './raw-workbook.ts';

/** All there is to judge a row by: the sheets as they were read from raw cells. */
export interface World {
  readonly layout: Layout;
  /** The day the check is made for. */
  readonly today: string;
  readonly sheet: RawSheet;
  readonly rows: readonly OrderRow[];
  readonly totalRow: OrderRow | null;
  readonly list: PriceList;
  readonly stock: readonly Counted[];
  /** By name and code, as `same` writes them; null = the workbook has none. */
  readonly customers: ReadonlyMap<string, RawCell> | null;
  readonly ofOrder: ReadonlyMap<string, readonly OrderRow[]>;
  meant(row: OrderRow): Meant;
}

/** Looks every row's item up once. */
export function meaning(list: PriceList): World['meant'] {
  const known = new Map<OrderRow, Meant>();
  return (row) => {
    const found = known.get(row) ?? meant(row, list);
    known.set(row, found);
    return found;
  };
}

/** Rows of one order number are one order. */
export const orderOf = ({ ofOrder }: World, row: OrderRow): readonly OrderRow[] => ofOrder.get(row.text.order) ?? [row];
