import { cellName } from '../../core/sheet/grid.ts';
import type { PlacedFix } from './port.ts';
import { isPosted } from './standing-of-orders.ts';
import { type Checked, isRows, lastChecked, type SessionState, type Written } from './state.ts';

/** A row that something was written into, and one of its cells. */
type WrittenRow = Pick<PlacedFix, 'file' | 'sheet' | 'row' | 'cell'>;

/** Fixes and rows that would be lost with the page: neither in a copy the user took away nor in an order posted since. */
export function unsavedFixes(state: SessionState): readonly WrittenRow[] {
  const checked = lastChecked(state);
  if (checked === null) return [];
  const waiting = checked.fixed.filter((written) => !checked.copied.includes(written)).flatMap(rowsOf);
  if (waiting.length === 0) return [];
  const posted = postedRows(checked);
  return waiting.filter((place) => !posted.has(rowName(place, place.row)));
}

function rowsOf(written: Written): readonly WrittenRow[] {
  if (!isRows(written)) return written.map(({ fix }) => fix);
  const { file, sheet, top, left, contents } = written;
  const place = { ...(file !== undefined && { file }), sheet };
  return contents.map((_, at) => ({ ...place, row: top + at, cell: cellName(top + at, left) }));
}

function postedRows(state: Checked): ReadonlySet<string> {
  const { tables } = state.found.batch;
  return new Set(
    state.orders
      .filter((order) => isPosted(state, order))
      .flatMap(({ order }) => order.lines)
      .flatMap(({ table, row }) => {
        const place = tables[table];
        return place ? [rowName(place, row)] : [];
      }),
  );
}

const rowName = ({ file, sheet }: { readonly file?: string; readonly sheet: string }, row: number): string =>
  JSON.stringify([file ?? null, sheet, row]);
