import type { Finding } from '../../../core/check/finding.ts';
import { marksOf } from '../../../ui/sheet-session/marks.ts';
import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';
import type { Marked, SheetPort } from '../../../ui/sheet-session/port.ts';

/** Whether findings are marked in the sheet as well, and what came of it. */
export interface SheetMarks {
  readonly state: MarksState;
  subscribe(listener: () => void): () => void;
  /** Findings of a check: marks those that still stand, and no others. Nothing happens while the switch is off. */
  show(findings: readonly Finding[], word: (finding: Finding) => string): Promise<void>;
  /** Off takes every mark away at once. */
  turn(on: boolean): Promise<void>;
}
export interface MarksState {
  readonly on: boolean;
  /** null = nothing was marked or cleared yet. */
  readonly marked: Marked | null;
}

const storageKey = 'countersign.marks';

/**
 * @param onUnasked what holds until the user says otherwise: an Excel that forgets its undo list when an add-in writes
 *   gets no marks unasked
 */
export function createSheetMarks(
  port: Pick<SheetPort, 'mark' | 'clearMarks'>,
  storage: KeyValueStorage,
  onUnasked: boolean,
): SheetMarks {
  const said = storage.getItem(storageKey);
  const listeners = new Set<() => void>();
  let state: MarksState = { on: said === null ? onUnasked : said === 'on', marked: null };
  /** What stands in the sheet: the same marks are not written again. */
  let standing: string | null = null;
  let last: Promise<void> = Promise.resolve();

  const tell = (change: Partial<MarksState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  /** One after the other: two exchanges at once would each leave the other's marks. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined); // whoever asked for it hears of it
    return done;
  };

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (findings, word) =>
      inTurn(async () => {
        if (!state.on) return;
        const marks = marksOf(findings, word);
        const wanted = JSON.stringify(marks);
        if (wanted === standing) return;
        standing = null;
        tell({ marked: await port.mark(marks) });
        standing = wanted;
      }),
    turn(on) {
      storage.setItem(storageKey, on ? 'on' : 'off');
      tell({ on });
      return inTurn(async () => {
        if (on) return;
        standing = null;
        tell({ marked: await port.clearMarks() });
      });
    },
  };
}
