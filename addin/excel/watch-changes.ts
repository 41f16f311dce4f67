import type { Area } from '../../core/sheet/grid.ts';
import type { ChangedArea } from '../../ui/sheet-session/port.ts';
import { excelHas, inExcel } from './in-excel.ts';

/**
 * Calls `changed` when the user edits cells on any sheet, with the areas, or null when rows or columns came, went or moved or
 * rows were hidden or shown, and `others` when a co-author did. Our own writes are left out. Returns what ends the watch.
 */
export const watchChanges = (
  changed: (areas: readonly ChangedArea[] | null) => void,
  others: () => void,
): Promise<() => Promise<void>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const edited = worksheets.onChanged.add(async (event) => {
      if (isOthers(event)) others();
      else if (isUsers(event)) changed(areasOf(event));
    });
    const onMoved = async (event: Source) => {
      if (isOthers(event)) others();
      else if (isUsers(event)) changed(null);
    };
    // Sorting is told of apart, and moves rows that nobody edited.
    const moved = excelHas('1.10') ? [worksheets.onRowSorted.add(onMoved), worksheets.onColumnSorted.add(onMoved)] : [];
    // Orders of hidden rows are left out. A filter tells of the rows it hides so, too; an advanced one doesn't (office-js 6559).
    const hidden = excelHas('1.11') ? [worksheets.onRowHiddenChanged.add(onMoved)] : [];
    await context.sync();
    return () =>
      inExcel(
        async (own) => {
          for (const registration of [edited, ...moved, ...hidden]) registration.remove();
          await own.sync();
        },
        { within: context },
      );
  });

interface Source {
  readonly source: Excel.EventSource | 'Local' | 'Remote';
  readonly triggerSource?: Excel.EventTriggerSource | 'Unknown' | 'ThisLocalAddin';
}
const isOthers = ({ source }: Source): boolean => source === Excel.EventSource.remote;
/** Own writes carry a trigger source where Excel knows one. */
const isUsers = ({ triggerSource }: Source): boolean => triggerSource !== Excel.EventTriggerSource.thisLocalAddin;

function areasOf({ changeType, address, worksheetId }: Excel.WorksheetChangedEventArgs): readonly ChangedArea[] | null {
  if (changeType !== Excel.DataChangeType.rangeEdited) return null;
  const areas = address.split(',').map(areaOfAddress);
  return areas.some((area) => area === null)
    ? null
    : areas.flatMap((area) => (area === null ? [] : [{ sheet: worksheetId, area }]));
}

/** "B3" or "B3:D9", zero-based; null for whole rows and columns. */
export function areaOfAddress(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(
    address.slice(address.lastIndexOf('!') + 1),
  );
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
