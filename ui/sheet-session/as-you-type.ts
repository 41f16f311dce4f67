import type { KeyValueStorage } from './outbox.ts';
import type { ChangedArea } from './port.ts';
import type { SheetSession } from './session.ts';
import { isChecked, type SessionState } from './state.ts';

/** Checks what the user changes, once he pauses; off, the page only says that the check is old. */
export interface AsYouType {
  readonly on: boolean;
  set(on: boolean): void;
  subscribe(listener: () => void): () => void;
  /** Cells changed; null = more than areas can tell. */
  changed(areas: Areas): void;
  /** Nothing is checked any more. */
  end(): void;
}

/** Long enough for the next cell of a row to be typed. */
const pauseMs = 800;
const place = 'countersign.as-you-type';

/** @param storage remembers whether it is off: on this device, or for as long as the page lives */
export function createAsYouType(session: SheetSession, storage: KeyValueStorage): AsYouType {
  const listeners = new Set<() => void>();
  let on = storage.getItem(place) !== 'off';
  let waiting: Areas = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checkSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), pauseMs);
  };
  const check = async () => {
    const { state } = session;
    if (isBeingBegun(state)) {
      if (state.doing !== null) return checkSoon();
      waiting = [];
      return session.read();
    }
    // Nobody has asked for a check yet, or it was made meanwhile and knows of all this.
    if (!isChecked(state) || !state.stale) {
      waiting = [];
      return;
    }
    // The session does one thing at a time.
    if (state.doing !== null) return checkSoon();
    const areas = waiting;
    waiting = [];
    await session.recheck(areas);
    // Where it failed they are still unread; where more was typed meanwhile, reading them twice does no harm.
    const { state: after } = session;
    if (isChecked(after) && after.stale) waiting = joined(areas, waiting);
  };
  return {
    get on() {
      return on;
    },
    set(wished) {
      on = wished;
      if (on) storage.removeItem(place);
      else storage.setItem(place, 'off');
      if (on) checkSoon();
      else clearTimeout(timer);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed(areas) {
      session.cellsChanged();
      waiting = joined(waiting, areas);
      if (on) checkSoon();
    },
    end: () => clearTimeout(timer),
  };
}

type Areas = readonly ChangedArea[] | null;
const joined = (some: Areas, more: Areas): Areas => (some === null || more === null ? null : [...some, ...more]);

/** There was next to nothing to check yet: rows are being typed, and what is said of them follows. */
const isBeingBegun = (state: SessionState): boolean =>
  state.step === 'found' &&
  (state.found.problems.some(({ code }) => code === 'problem.no-rows') ||
    state.found.batch.orders.reduce((rows, { lines }) => rows + lines.length, 0) < fewRows);
/** Read in no time; a longer sheet is read again when it is checked. */
const fewRows = 50;
