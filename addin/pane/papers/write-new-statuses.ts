import type { Client } from '../../../core/wire/client.ts';
import type { Texts } from '../../../locales/index.ts';
import { wordsOfStanding } from '../../../ui/components/status-words.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import type { PaneWork } from '../work/open-work.ts';
import { orderNumberOf } from '../work/posted-numbers.ts';
import { loadProgress } from './load-progress.ts';

/** How far the orders are now goes into the sheet, beside their rows. */
export async function writeNewStatuses(
  client: Client,
  { session, progress: inSheet }: Pick<PaneWork, 'session' | 'progress'>,
  numbers: readonly string[],
  t: Texts,
): Promise<void> {
  const progress = await loadProgress(client, numbers);
  const written = await session.writeStatuses((order) => {
    const { state } = session;
    const number = isChecked(state) ? orderNumberOf(state, order) : order.number;
    const now = number === null ? undefined : progress.get(number);
    return now ? { number: now.number, ...wordsOfStanding(now, t), promised: now.promised ?? '' } : null;
  });
  // What went wrong the session shows itself.
  inSheet.wrote(new Map([...progress].filter(([, { number }]) => written.has(number))));
}
