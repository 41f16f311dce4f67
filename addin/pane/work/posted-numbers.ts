import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { hasCopiedNumber, numberSaid } from '../../../ui/sheet-session/standing-of-orders.ts';
import { type Checked, isChecked, type SessionState } from '../../../ui/sheet-session/state.ts';

/** The number of an order of this sheet: as the server said, else as it stands beside its rows, unless it was copied. */
export function orderNumberOf(state: Checked, order: OrderInSheet): string | null {
  return numberSaid(state, order) ?? (hasCopiedNumber(state, order) ? null : order.number);
}

/** Numbers of the orders of this sheet that are on the server, in the sheet's order, each once. */
export function postedNumbers(state: SessionState): readonly string[] {
  if (state.step === 'empty') return [];
  const numbers = isChecked(state)
    ? state.orders.map((order) => orderNumberOf(state, order))
    : state.found.rows.flatMap((rows) => [...rows.numbers.values()]);
  return [...new Set(numbers.filter((number) => number !== null))];
}
