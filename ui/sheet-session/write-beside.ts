import { areaName } from '../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import { NoRoomBeside, RowsMoving, SheetsProtected } from './in-the-way.ts';
import { nameOfOrder, type OrderInSheet } from './orders-in-sheet.ts';
import type { SheetPort } from './port.ts';
import { columnOfOthers, type OrderStatusText, rowStatusesOf } from './row-statuses.ts';
import { seenRows } from './seen-rows.ts';
import type { Checked } from './state.ts';

/** What goes beside an order's rows; null = what stands there stays. */
export type StatusOf = (order: OrderInSheet) => OrderStatusText | null;

/** What came of it, by the orders' fingerprints. */
export interface WrittenBeside {
  readonly written: ReadonlySet<string>;
  /** Their rows moved while it was written, however often they were read anew. */
  readonly moved: ReadonlySet<string>;
  /** Why it could not all be written. */
  readonly obstacle: Error | null;
}

export interface BesideParts {
  readonly port: SheetPort;
  /** Reads and checks until what is known is what stands there, as far as that can be; null = there is nothing to write beside. */
  readonly readNow: () => Promise<{ readonly checked: Checked; readonly sheets: readonly SheetOfFile[] } | null>;
}

/** Rows that go on moving are left to a later writing. */
const mostTries = 3;

/**
 * Writes beside rows where they are now, never where they were: they are read anew before, compared right before the writing,
 * and looked for once more where they moved in between.
 * @param statusesOf asked anew with every reading
 * @returns null = there was nothing to write beside
 */
export async function writeBeside(
  { port, readNow }: BesideParts,
  statusesOf: (now: Checked) => StatusOf,
): Promise<WrittenBeside | null> {
  const written = new Set<string>();
  const closed = new Set<string>();
  const full = new Set<string>();
  let moving: readonly OrderInSheet[] = [];
  for (let tries = 0; tries === 0 || (moving.length > 0 && tries < mostTries); tries += 1) {
    const now = await readNow();
    if (now === null) return null;
    const { checked, sheets } = now;
    const statusOf = statusesOf(checked);
    const kept = new Set<string>();
    const moved = new Set<string>();
    const wanted = (order: OrderInSheet) => (written.has(order.fingerprint) ? null : statusOf(order));
    for (const { index, table, rows, orders } of rowStatusesOf(checked, wanted)) {
      const before = columnOfOthers(checked.found, table);
      const seen = seenRows(
        sheets,
        table,
        rows.map(({ row }) => row),
      );
      const outcome = await port.writeStatuses(table, rows, { seen, orders, ...(before !== undefined && { before }) });
      if (outcome === 'protected') closed.add(table.sheet);
      if (outcome === 'no-room') full.add(`${table.sheet}!${areaName(table.area)}`);
      const left = typeof outcome === 'string' ? [] : outcome.moved;
      for (const row of left) moved.add(lineName({ table: index, row }));
      if (outcome === 'protected' || outcome === 'no-room')
        for (const { row } of rows) kept.add(lineName({ table: index, row }));
    }
    const isAmong = (lines: ReadonlySet<string>, { order }: OrderInSheet) =>
      order.lines.some((line) => lines.has(lineName(line)));
    const touched = checked.orders.filter((order) => wanted(order) !== null);
    moving = touched.filter((order) => isAmong(moved, order));
    for (const order of touched) if (!isAmong(moved, order) && !isAmong(kept, order)) written.add(order.fingerprint);
  }
  return {
    written,
    moved: new Set(moving.map(({ fingerprint }) => fingerprint)),
    obstacle:
      closed.size > 0
        ? new SheetsProtected([...closed], 'statuses')
        : full.size > 0
          ? new NoRoomBeside([...full])
          : moving.length > 0
            ? new RowsMoving(moving.map(nameOfOrder))
            : null,
  };
}

const lineName = ({ table, row }: { readonly table: number; readonly row: number }): string => `${table}/${row}`;
