import type { Area, Grid, NamedArea, RowSpan } from '../../../core/sheet/grid.ts';
import { excelHas } from '../in-excel.ts';
import { inStretches } from './row-stretches.ts';
import { namedHeadings, placesOn } from './view-headings.ts';

/** What is known of a sheet before its cells are read. */
export interface Outline {
  readonly sheet: Excel.Worksheet;
  /** The used cells. */
  readonly area: Area;
  readonly facts: Required<Pick<Grid, 'merges' | 'tables' | 'hiddenRows' | 'hiddenColumns'>> &
    Pick<Grid, 'struck' | 'struckAmong' | 'viewHeadings'>;
  readonly formulaAreas: readonly Area[];
}

/** More than these, say a formula in every second row, cost more to list than the formulas themselves. */
const areasWorthListing = 500;

/** Three conversations, four with formulas or struck-through cells, however many sheets there are. Empty sheets are left out. */
export async function outlineSheets(context: Excel.RequestContext): Promise<readonly Outline[]> {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name');
  await context.sync();

  const ofWorkbook = namedHeadings(names);
  const sheets = worksheets.items.map((sheet) => {
    sheet.tables.load('items/name');
    sheet.protection.load('protected');
    // A sheet that was copied has names of its own for what the workbook's name on the first.
    sheet.names.load('items/name');
    return { sheet, used: sheet.getUsedRangeOrNullObject(true).load(place) };
  });
  await context.sync();

  const asked = sheets.filter(({ used }) => !used.isNullObject).map(askAround);
  await context.sync();

  const listed = asked.flatMap(({ formulas }) => (formulas && canBeListed(formulas) ? [formulas] : []));
  for (const formulas of listed) formulas.load(placesOfAreas);
  const looks = asked.map(lookForStruck);
  if (listed.length > 0 || looks.flat().length > 0) await context.sync();
  return asked.map((one, at) => outlineOf(one, looks[at] ?? [], placesOn(one.sheet, [...ofWorkbook, ...one.headings])));
}

const place = 'rowIndex,columnIndex,rowCount,columnCount';
const placesOfAreas = place.replace(/(\w+)/g, 'areas/items/$1');

function askAround({ sheet, used }: { readonly sheet: Excel.Worksheet; readonly used: Excel.Range }) {
  const formulas = Excel.SpecialCellType.formulas;
  return {
    sheet,
    used,
    font: used.format.font.load('strikethrough'),
    visible: used.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load(placesOfAreas),
    merged: excelHas('1.13') ? used.getMergedAreasOrNullObject().load(placesOfAreas) : null,
    headings: namedHeadings(sheet.names),
    tables: sheet.tables.items.map((table) => ({ table, range: table.getRange().load(place) })),
    // Protection hides formulas from such a search: there every cell is asked.
    formulas: sheet.protection.protected ? null : used.getSpecialCellsOrNullObject(formulas).load('areaCount'),
  };
}

/** Where cells differ, Excel is asked of some rows together; which columns matter is known once the sheet is understood. */
const lookForStruck = ({ sheet, used, font }: ReturnType<typeof askAround>): readonly StruckLook[] =>
  font.strikethrough === false
    ? []
    : inStretches({ top: used.rowIndex, bottom: used.rowIndex + used.rowCount - 1 }).map(({ top, bottom }) => {
        const rows = sheet.getRangeByIndexes(top, used.columnIndex, bottom - top + 1, used.columnCount);
        return { top, bottom, font: rows.format.font.load('strikethrough') };
      });
type StruckLook = RowSpan & { readonly font: Excel.RangeFont };

function outlineOf(
  { sheet, used, font, visible, merged, tables, formulas }: ReturnType<typeof askAround>,
  looks: readonly StruckLook[],
  viewHeadings: NonNullable<Grid['viewHeadings']>,
): Outline {
  const area = areaOf(used);
  const shown = areasOf(visible);
  return {
    sheet,
    area,
    facts: {
      ...(font.strikethrough === false
        ? { struck: [] }
        : {
            struckAmong: looks
              .filter((look) => look.font.strikethrough !== false)
              .map(({ top, bottom }) => ({ top, bottom })),
          }),
      ...(viewHeadings.length > 0 && { viewHeadings }),
      merges: merged === null ? [] : areasOf(merged),
      tables: tables.map(({ table, range }): NamedArea => ({ name: table.name, ...areaOf(range) })),
      hiddenRows: uncovered(
        area.top,
        area.bottom,
        shown.map(({ top, bottom }) => [top, bottom]),
      ),
      hiddenColumns: uncovered(
        area.left,
        area.right,
        shown.map(({ left, right }) => [left, right]),
      ),
    },
    formulaAreas: formulaPlaces(formulas, area),
  };
}

function formulaPlaces(formulas: Excel.RangeAreas | null, whole: Area): readonly Area[] {
  if (formulas?.isNullObject) return [];
  return formulas && canBeListed(formulas) ? areasOf(formulas) : [whole];
}

const canBeListed = (formulas: Excel.RangeAreas): boolean =>
  !formulas.isNullObject && formulas.areaCount <= areasWorthListing;

const areasOf = (areas: Excel.RangeAreas): readonly Area[] => (areas.isNullObject ? [] : areas.areas.items.map(areaOf));

export const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Excel tells what is visible; hidden is what no visible area covers. */
export function uncovered(first: number, last: number, spans: readonly (readonly [number, number])[]): number[] {
  const covered = new Set<number>();
  for (const [from, to] of spans) for (let at = from; at <= to; at += 1) covered.add(at);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((at) => !covered.has(at));
}
