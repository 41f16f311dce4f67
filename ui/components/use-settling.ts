import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Doing } from '../sheet-session/state.ts';

/** Longer than between the clicks of an impatient hand. */
const settleMs = 800;

/** Posting has just ended: what stands under the pointer now may be another button, and the click on its way was not meant for it. */
export function useSettling(doing: Doing | null): boolean {
  const before = useRef(doing);
  const [isSettling, setSettling] = useState(false);
  useLayoutEffect(() => {
    const ended = before.current === 'posting' && doing === null;
    before.current = doing;
    if (ended) setSettling(true);
  }, [doing]);
  // Whatever else begins meanwhile, it ends: a clock that went with `doing` stood still once something began.
  useEffect(() => {
    if (!isSettling) return;
    const timer = setTimeout(() => setSettling(false), settleMs);
    return () => clearTimeout(timer);
  }, [isSettling]);
  return isSettling;
}
