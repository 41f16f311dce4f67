import type { Lookup, LookupAnswer } from '../../core/lookup/lookup.ts';
import { mostLookups } from '../../core/wire/limits.ts';
import type { Trouble } from './trouble.ts';

/** What is known of a question: its answer, or why there is none yet. */
export type LookupState =
  | { readonly kind: 'answer'; readonly answer: LookupAnswer }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** The questions of all formulas of the workbook: each asked once, however many cells want to know. */
export interface Lookups {
  /** Tells what is known, as soon as something is and whenever that changes. The answer ends it. */
  watch(lookup: Lookup, tell: (state: LookupState) => void): () => void;
  /** These may have other answers now: watched ones are due to be asked again, the rest is forgotten. */
  expire(concerns: (lookup: Lookup) => boolean): void;
  /** Asks what is due; nothing, if that was asked meanwhile. */
  askAgain(): void;
  /** What got no answer is asked again at once: the server is back. */
  retry(): void;
  /** Somebody else is connected, or nobody: what the one before was told is not for him. */
  startOver(): void;
  /** Tells everybody what he knows already: in another language. */
  repeat(): void;
  readonly isWatched: boolean;
}

export interface LookupParts {
  /** One request; rejects when there is no answer. */
  readonly ask: (lookups: readonly Lookup[]) => Promise<readonly LookupAnswer[]>;
  readonly troubleOf: (fault: unknown) => Trouble;
  /** Waited for before the next questions go. */
  readonly ready?: () => Promise<void>;
  /** Does something later; the answer takes that back. */
  readonly later: (ms: number, action: () => void) => () => void;
}

/** Excel hands a sheet's formulas over one by one: so long is waited for the next. */
export const collectMs = 30;
/** Excel forgets a formula that is calculated anew and asks again at once: so long its answer is kept for that. */
export const keepMs = 10_000;
/** Between tries while there is no answer. */
export const retryMs: readonly number[] = [2_000, 5_000, 10_000, 30_000];

class Entry {
  readonly lookup: Lookup;
  readonly watchers = new Set<(state: LookupState) => void>();
  state: LookupState | null = null;
  /** Must be asked, or asked again. */
  isDue = true;

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  tell(state: LookupState): void {
    const isNews = JSON.stringify(state) !== JSON.stringify(this.state);
    this.state = state;
    if (isNews) this.repeat();
  }

  repeat(): void {
    if (this.state === null) return;
    for (const tell of [...this.watchers]) tell(this.state);
  }
}

export function createLookups({ ask, ready, troubleOf, later }: LookupParts): Lookups {
  const entries = new Map<string, Entry>();
  /** Rises when somebody else is connected: an answer under way is then for the one before. */
  let reign = 0;
  let isAsking = false;
  /** While there is no answer to be had: what is tried again later. */
  let trouble: Trouble | null = null;
  let failures = 0;
  let endWaiting: (() => void) | null = null;
  let isSweeping = false;

  const askIn = (ms: number) => {
    endWaiting?.();
    endWaiting = later(ms, () => {
      endWaiting = null;
      void askDue();
    });
  };
  const askSoon = () => {
    if (!isAsking && trouble === null) askIn(collectMs);
  };
  const due = () => [...entries.values()].filter(({ isDue, watchers }) => isDue && watchers.size > 0);

  async function askDue(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    if (ready) await ready();
    let isHeard = true;
    for (let part = due(); isHeard && part.length > 0; part = due())
      isHeard = await askPart(part.slice(0, mostLookups));
    isAsking = false;
    if (trouble) askIn(retryMs[Math.min(failures, retryMs.length) - 1] ?? 0);
  }

  /** @returns whether there is any use in asking on */
  async function askPart(part: readonly Entry[]): Promise<boolean> {
    const mine = reign;
    for (const entry of part) entry.isDue = false;
    try {
      const answers = await ask(part.map(({ lookup }) => lookup));
      if (mine !== reign) return true;
      trouble = null;
      failures = 0;
      for (const [at, entry] of part.entries()) {
        const answer = answers[at];
        if (answer) entry.tell({ kind: 'answer', answer });
      }
      return true;
    } catch (fault) {
      if (mine !== reign) return true;
      for (const entry of part) entry.isDue = true;
      tellTrouble(troubleOf(fault));
      return false;
    }
  }

  /** All that waits is told: nothing of it would fare better. What was answered stays, unless it is nobody's to see any more. */
  function tellTrouble(met: Trouble): void {
    const isOver = met.kind === 'not-connected' || met.kind === 'not-allowed' || met.kind === 'other-version';
    trouble = isOver ? null : met;
    failures += 1;
    for (const entry of entries.values()) {
      if (!isOver && (!entry.isDue || entry.state?.kind === 'answer')) continue;
      entry.isDue = true;
      entry.tell({ kind: 'trouble', trouble: met });
    }
  }

  const forgetUnwatched = () => {
    for (const [key, { watchers }] of entries) if (watchers.size === 0) entries.delete(key);
  };
  const sweepLater = () => {
    if (isSweeping) return;
    isSweeping = true;
    later(keepMs, () => {
      isSweeping = false;
      forgetUnwatched();
    });
  };
  const retry = () => {
    trouble = null;
    failures = 0;
    askSoon();
  };

  return {
    watch(lookup, tell) {
      const key = JSON.stringify(lookup);
      const entry = entries.get(key) ?? new Entry(lookup);
      entries.set(key, entry);
      entry.watchers.add(tell);
      if (entry.state === null && trouble) entry.state = { kind: 'trouble', trouble };
      if (entry.state) tell(entry.state);
      if (entry.isDue) askSoon();
      return () => {
        entry.watchers.delete(tell);
        if (entry.watchers.size === 0) sweepLater();
      };
    },
    expire(concerns) {
      forgetUnwatched();
      for (const entry of entries.values()) if (concerns(entry.lookup)) entry.isDue = true;
    },
    askAgain: () => {
      if (due().length > 0) askSoon();
    },
    retry,
    startOver() {
      reign += 1;
      forgetUnwatched();
      for (const entry of entries.values()) {
        entry.isDue = true;
        entry.state = null;
      }
      retry();
    },
    repeat() {
      for (const entry of entries.values()) entry.repeat();
    },
    get isWatched() {
      return [...entries.values()].some(({ watchers }) => watchers.size > 0);
    },
  };
}
