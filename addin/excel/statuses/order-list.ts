import type { Area } from '../../../core/sheet/grid.ts';
import type { FoundTable } from '../../../core/sheet/table.ts';
import { excelHas } from '../in-excel.ts';
import { areaOf } from '../reading/outline.ts';

/** What sorts and filters the orders' rows by itself: an Excel table, or the arrows of a filter. */
export interface OrderList {
  readonly area: Area;
  readonly kind: 'table' | 'filter';
  /** Takes so many columns on its right in as well, so that they move with the rows; what they hold stays. */
  widen(columns: number): void;
}

/** What lies on the sheet; known after the next sync. */
export interface AskedLists {
  readonly tables: Excel.TableCollection;
  readonly filter: Excel.AutoFilter;
  readonly filtered: Excel.Range;
}

export interface ListsThere {
  /** The orders' own; null = a plain range that nothing sorts but the user's selection. */
  readonly orders: OrderList | null;
  /** All Excel tables of the sheet. */
  readonly tables: readonly Area[];
}

const place = 'rowIndex,columnIndex,rowCount,columnCount';

export const askLists = ({ tables, autoFilter }: Excel.Worksheet): AskedLists => ({
  tables: tables.load('items/name'),
  filter: autoFilter.load('isDataFiltered'),
  filtered: autoFilter.getRangeOrNullObject().load(place),
});

export async function findLists(
  sheet: Excel.Worksheet,
  { tables, filter, filtered }: AskedLists,
  found: FoundTable,
): Promise<ListsThere> {
  const ranges = tables.items.map((table) => ({ table, range: table.getRange().load(place) }));
  if (ranges.length > 0) await (sheet.context as Excel.RequestContext).sync();
  const placed = ranges.map(({ table, range }) => ({ table, area: areaOf(range) }));
  const own = placed.find(({ area }) => isOver(area, found));
  const filterArea = filtered.isNullObject ? null : areaOf(filtered);
  return {
    tables: placed.map(({ area }) => area),
    orders: own
      ? tableList(sheet, own)
      : filterArea && isOver(filterArea, found)
        ? filterList(sheet, { filter, area: filterArea })
        : null,
  };
}

const isOver = ({ top, left, right }: Area, { headerRow, area }: FoundTable): boolean =>
  top === headerRow && left <= area.left && area.left <= right;

const tableList = (
  sheet: Excel.Worksheet,
  { table, area }: { readonly table: Excel.Table; readonly area: Area },
): OrderList => ({
  kind: 'table',
  area,
  widen: (columns) => {
    // An older Excel could only push aside what stands right of the table.
    if (excelHas('1.13')) table.resize(widened(sheet, area, columns));
  },
});

const filterList = (
  sheet: Excel.Worksheet,
  { filter, area }: { readonly filter: Excel.AutoFilter; readonly area: Area },
): OrderList => ({
  kind: 'filter',
  area,
  widen: (columns) => {
    // Put over other cells a filter forgets what it filters by: then it stays as it is, until a later writing finds it open.
    if (!filter.isDataFiltered) filter.apply(widened(sheet, area, columns));
  },
});

const widened = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area, columns: number): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1 + columns);
