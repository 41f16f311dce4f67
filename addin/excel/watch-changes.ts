import { inExcel } from './in-excel.ts';

/**
 * Calls `changed` when the user edits a cell on any sheet; our own writes and those of co-authors are left out.
 * Returns what ends the watch.
 */
export const watchChanges = (changed: () => void): Promise<() => Promise<void>> =>
  inExcel(async (context) => {
    const registration = context.workbook.worksheets.onChanged.add(async (event) => {
      const remote = event.source === Excel.EventSource.remote;
      const own = event.triggerSource === Excel.EventTriggerSource.thisLocalAddin;
      if (!remote && !own) changed();
    });
    await context.sync();
    return async () => {
      await Excel.run(registration.context, async (own) => {
        registration.remove();
        await own.sync();
      });
    };
  });
