import { useLayoutEffect, useRef } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import { findingId } from './findings-view.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** What was done last, and the findings that were shown then, by their names on the page. */
interface Act {
  /** None: fixes were taken back. */
  readonly fixed: readonly Finding[];
  readonly before: readonly string[];
}

/**
 * Where the keyboard goes on when a fix took its button away with it: to the next finding; to what takes them back after
 * several; to a finding that came back.
 * @returns to be called before something is done
 */
export function useFindingsFocus(shown: readonly Finding[], busy: string | null, undoButton: () => HTMLElement | null) {
  const act = useRef<Act | null>(null);
  useKeptFocus(busy === null, () => {
    if (act.current === null) return null;
    const { fixed } = act.current;
    return (fixed.length > 1 ? null : buttonOf(nextFinding(act.current, shown.map(findingId)))) ?? undoButton();
  });
  useLayoutEffect(() => {
    if (busy === null) act.current = null;
  });
  return (fixed: readonly Finding[]) => {
    act.current = { fixed, before: shown.map(findingId) };
  };
}

function nextFinding({ fixed: [first], before }: Act, now: readonly string[]): string | undefined {
  if (!first) {
    const known = new Set(before);
    return now.find((id) => !known.has(id)) ?? now[0];
  }
  const left = new Set(now);
  return before.slice(before.indexOf(findingId(first)) + 1).find((id) => left.has(id)) ?? now.at(-1);
}

/** Its fix, or where it has none, the line that goes to the cell. */
function buttonOf(id: string | undefined): HTMLElement | null {
  const line = id === undefined ? null : document.getElementById(id);
  return line?.querySelector<HTMLElement>('button + button') ?? line?.querySelector('button') ?? null;
}
