import type { Client } from '../../../core/wire/client.ts';
import type { Texts } from '../../../locales/index.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { orderNumberOf } from '../work/posted-numbers.ts';
import { loadStatuses } from './load-orders.ts';

/** How far the orders are now goes into the sheet, beside their rows. */
export async function writeNewStatuses(
  client: Client,
  session: SheetSession,
  numbers: readonly string[],
  t: Texts,
): Promise<void> {
  const statuses = await loadStatuses(client, numbers);
  await session.writeStatuses((order) => {
    const { state } = session;
    const number = isChecked(state) ? orderNumberOf(state, order) : order.number;
    const status = number === null ? undefined : statuses.get(number);
    return status ? { number, text: t(`terms:status.${status}`) } : null;
  });
}
