import type { RowsOfSheet } from '../../../ui/sheet-session/orders-in-rows.ts';
import type { SelectionPort } from '../../../ui/sheet-session/port.ts';

/** Long enough to walk through rows with the arrow keys without asking Excel about each. */
const pauseMs = 300;

/**
 * Tells the selected rows once the user stays on them: one question to Excel for each, none while nobody looks.
 * @param failed hears what stopped it; the next selection is asked for all the same
 * @returns what ends it
 */
export function followSelection(
  port: SelectionPort,
  tell: (rows: RowsOfSheet) => void,
  failed: (error: unknown) => void,
  isSeen: () => boolean,
): { readonly look: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let last = 0;
  let stop: (() => Promise<void>) | null = null;
  const ask = async () => {
    last += 1;
    const mine = last;
    try {
      const rows = await port.rows();
      // Excel may answer late, when the user has gone on.
      if (!ended && mine === last) tell(rows);
    } catch (error) {
      if (!ended) failed(error);
    }
  };
  const look = () => {
    clearTimeout(timer);
    if (!ended && isSeen()) timer = setTimeout(() => void ask(), pauseMs);
  };
  const end = () => {
    ended = true;
    clearTimeout(timer);
    stop?.().catch(failed);
  };
  port.watch(look).then((stopWatch) => {
    stop = stopWatch;
    if (ended) end();
    else look();
  }, failed);
  return { look, end };
}
