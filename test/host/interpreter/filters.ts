import { type Area, areaName } from './address.ts';
import { invalidArgument, itemNotFound, notImplemented } from './errors.ts';
import { setRowsHidden } from './hidden-rows.ts';
import {
  cellsArgument,
  dataArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
} from './host-object.ts';
import { shownText } from './number-format.ts';
import { checkAllowed } from './protection.ts';
import type { Json } from './protocol.ts';
import type { Filter, SheetModel } from './sheet-model.ts';
import type { Author, WorkbookModel } from './workbook-model.ts';

/** Where a filter is kept: a sheet has one, and each table its own. */
export interface FilterPlace {
  get(): Filter | undefined;
  set(filter: Filter | undefined): void;
}

export const sheetFilter = (sheet: SheetModel): FilterPlace => ({
  get: () => sheet.filter,
  set: (filter) => {
    sheet.filter = filter;
  },
});

/** Excel.AutoFilter of a sheet or of a table. */
export function autoFilterObject(model: ObjectModel, sheet: SheetModel, place: FilterPlace): HostObject {
  const columns = (): number[] => Array.from({ length: place.get()?.area.columns ?? 0 }, (_, index) => index);
  const change = (apply: () => void): undefined => {
    checkAllowed(sheet, 'allowAutoFilter');
    apply();
    return undefined;
  };
  return {
    type: 'AutoFilter',
    get: {
      enabled: () => place.get() !== undefined,
      isDataFiltered: () => (place.get()?.criteria.size ?? 0) > 0,
      criteria: () => columns().map((column) => place.get()?.criteria.get(column) ?? null),
    },
    call: {
      apply: (range, column, criterion) =>
        change(() => {
          const area = typeof range === 'string' || range === null ? place.get()?.area : cellsArgument(range).area;
          if (area === undefined) throw invalidArgument('A filter needs a range.');
          const wanted = dataArgument(criterion);
          const byColumn = wanted === null ? undefined : ([integerArgument(column, 0), wanted] as const);
          filterRows(model.book, sheet, place, area, byColumn, 'ThisLocalAddin');
        }),
      clearCriteria: () => change(() => clearFilter(model.book, sheet, place)),
      clearColumnCriteria: (column) => change(() => clearFilter(model.book, sheet, place, integerArgument(column))),
      getRange: () => {
        const area = place.get()?.area;
        if (area === undefined) throw itemNotFound();
        return model.range({ sheet, area });
      },
      getRangeOrNullObject: () => {
        const area = place.get()?.area;
        return area === undefined ? NULL_OBJECT : model.range({ sheet, area });
      },
      reapply: () => change(() => hideRows(model.book, sheet, place.get(), 'ThisLocalAddin')),
      remove: () =>
        change(() => {
          clearFilter(model.book, sheet, place);
          place.set(undefined);
        }),
    },
  };
}

/** Filters an area, its first row being headings; a criterion is for one of its columns, counted from 0. */
export function filterRows(
  book: WorkbookModel,
  sheet: SheetModel,
  place: FilterPlace,
  area: Area,
  criterion: readonly [number, Json] | undefined,
  author: Author,
): void {
  const before = place.get();
  if (before !== undefined && areaName(before.area) !== areaName(area)) clearFilter(book, sheet, place);
  const filter =
    before !== undefined && areaName(before.area) === areaName(area) ? before : { area, criteria: new Map() };
  if (criterion !== undefined) {
    wantedTexts(criterion[1]);
    filter.criteria.set(...criterion);
  }
  place.set(filter);
  hideRows(book, sheet, filter, author);
}

/** Shows what the filter hid, of all columns or of one; the arrows stay. */
export function clearFilter(book: WorkbookModel, sheet: SheetModel, place: FilterPlace, column?: number): void {
  const filter = place.get();
  if (filter === undefined) return;
  if (column === undefined) filter.criteria.clear();
  else filter.criteria.delete(column);
  hideRows(book, sheet, filter, 'ThisLocalAddin');
}

function hideRows(book: WorkbookModel, sheet: SheetModel, filter: Filter | undefined, author: Author): void {
  if (filter === undefined) return;
  const { area, criteria } = filter;
  const wanted = new Map<number, boolean>();
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    const isShown = [...criteria].every(([column, criterion]) => {
      const cell = sheet.cell(row, area.column + column);
      return wantedTexts(criterion).includes(shownText(cell?.value, cell?.numberFormat ?? 'General'));
    });
    wanted.set(row, !isShown);
  }
  setRowsHidden(book, sheet, wanted, author);
}

/** Only the list of ticked values is known, which is what clerks filter by. */
function wantedTexts(criterion: Json): string[] {
  const { filterOn, values } = criterion as { filterOn?: Json; values?: Json };
  if (filterOn !== 'Values' || !Array.isArray(values)) throw notImplemented('AutoFilter', `criterion ${filterOn}`);
  return values.map(String);
}
