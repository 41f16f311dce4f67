import type { AppliedFix } from './port.ts';
import { type Checked, isChecked, isPosted, type SessionState } from './state.ts';

/** Fixes that would be lost with the page: neither in a copy the user took away nor in an order that was posted since. */
export function unsavedFixes(state: SessionState): readonly AppliedFix[] {
  if (!isChecked(state)) return [];
  const waiting = state.fixed.filter((fixes) => !state.copied.includes(fixes)).flat();
  if (waiting.length === 0) return [];
  const posted = postedRows(state);
  return waiting.filter(({ fix }) => !posted.has(rowName(fix, fix.row)));
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
