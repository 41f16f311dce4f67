import type { Area } from '../../core/sheet/grid.ts';
import type { ChangedArea } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';

/**
 * Calls `changed` when the user edits cells on any sheet, with the areas, or null when rows or columns came, went or moved. Our
 * own writes and those of co-authors are left out. Returns what ends the watch.
 */
export const watchChanges = (changed: (areas: readonly ChangedArea[] | null) => void): Promise<() => Promise<void>> =>
  inExcel(async (context) => {
    const registration = context.workbook.worksheets.onChanged.add(async (event) => {
      const remote = event.source === Excel.EventSource.remote;
      const own = event.triggerSource === Excel.EventTriggerSource.thisLocalAddin;
      if (!remote && !own) changed(areasOf(event));
    });
    await context.sync();
    return async () => {
      await Excel.run(registration.context, async (own) => {
        registration.remove();
        await own.sync();
      });
    };
  });

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
