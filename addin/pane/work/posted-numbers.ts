import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { numberOf } from '../../../ui/sheet-session/row-statuses.ts';
import { type Checked, isChecked, type SessionState } from '../../../ui/sheet-session/state.ts';

/** The number of an order of this sheet: as the server just answered, else as it stands beside its rows. */
export function orderNumberOf({ fates }: Pick<Checked, 'fates'>, { fingerprint, number }: OrderInSheet): string | null {
  const fate = fates.get(fingerprint);
  return (fate && numberOf(fate)) ?? number;
}

/** Numbers of the orders of this sheet that are on the server, in the sheet's order, each once. */
export function postedNumbers(state: SessionState): readonly string[] {
  if (state.step === 'empty') return [];
  const numbers = isChecked(state)
    ? state.orders.map((order) => orderNumberOf(state, order))
    : state.found.rows.flatMap((rows) => [...rows.numbers.values()]);
  return [...new Set(numbers.filter((number) => number !== null))];
}
