import { useEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { createFindingsWalk, type FindingsWalk } from './findings-walk.ts';

/** One way through the session's findings, as long as the session is the same. */
export function useFindingsWalk(session: SheetSession, goTo: (finding: Finding) => void): FindingsWalk {
  const latest = useRef(goTo);
  latest.current = goTo;
  return useMemo(
    () =>
      createFindingsWalk(
        () => session.state,
        (finding) => latest.current(finding),
      ),
    [session],
  );
}

/** F8 and Shift+F8 wherever on the page the focus is: after a fix it may be nowhere. */
export function useFindingKeys(walk: FindingsWalk): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      walk.step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [walk]);
}
