import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import { findingId } from './findings-view.ts';
import type { FindingsPlace, FindingsWalk } from './findings-walk.ts';
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
 * @param settled nothing is going on or asked any more
 * @returns to be called before something is done
 */
export function useFindingsFocus(shown: readonly Finding[], settled: boolean, undoButton: () => HTMLElement | null) {
  const act = useRef<Act | null>(null);
  useKeptFocus(settled, () => {
    if (act.current === null) return null;
    const next = buttonOf(nextFinding(act.current, shown.map(findingId)));
    return act.current.fixed.length > 1 ? (undoButton() ?? next) : (next ?? undoButton());
  });
  useLayoutEffect(() => {
    if (settled) act.current = null;
  });
  return (fixed: readonly Finding[]) => {
    act.current = { fixed, before: shown.map(findingId) };
  };
}

/** Shows the finding that was walked to, and brings the focus there, where a key did it. */
export function useWalkedFocus(walk: FindingsWalk, place: FindingsPlace): void {
  useEffect(() => {
    const { current } = place;
    if (!place.walked || current === null) return;
    document.getElementById(current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!walk.claimFocus()) return;
    const bring = () => buttonOf(current)?.focus({ preventScroll: true });
    if (document.hasFocus()) return bring();
    // The clerk walks from the grid and stays there. Coming back he must not stand on another finding's fix.
    if (!document.activeElement?.closest('[id^=finding-]')) return;
    window.addEventListener('focus', bring, { once: true });
    return () => window.removeEventListener('focus', bring);
  }, [walk, place]);
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
  const [cell, fix] = line?.querySelectorAll('button') ?? [];
  return fix ?? cell ?? null;
}
