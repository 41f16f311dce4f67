import type { SelectionPort } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { selectedRows } from './selection.ts';

/** Calls `changed` when other cells are selected, or another sheet. Returns what ends the watch. */
const watchSelection = (changed: () => void): Promise<() => Promise<void>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const told = async () => changed();
    const selected = worksheets.onSelectionChanged.add(told);
    const activated = worksheets.onActivated.add(told);
    await context.sync();
    return () =>
      inExcel(
        async (own) => {
          selected.remove();
          activated.remove();
          await own.sync();
        },
        { within: context },
      );
  });

/** The selection in the grid. */
export const gridSelection: SelectionPort = { rows: selectedRows, watch: watchSelection };
