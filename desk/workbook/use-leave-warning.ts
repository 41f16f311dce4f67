import { useEffect } from 'react';
import type { SheetSession } from '../../ui/sheet-session/session.ts';
import { unsavedFixes } from '../../ui/sheet-session/unsaved-fixes.ts';

/**
 * The browser asks before the page is closed or loaded anew while fixes made here would be lost. Listens only as long as
 * there are any: a page that always listens is not kept for the back button.
 */
export function useLeaveWarning(session: SheetSession | null): void {
  useEffect(() => {
    if (!session) return;
    let warning = false;
    const warnIfUnsaved = () => {
      const unsaved = unsavedFixes(session.state).length > 0;
      if (unsaved === warning) return;
      warning = unsaved;
      if (unsaved) window.addEventListener('beforeunload', ask);
      else window.removeEventListener('beforeunload', ask);
    };
    warnIfUnsaved();
    const leave = session.subscribe(warnIfUnsaved);
    return () => {
      leave();
      window.removeEventListener('beforeunload', ask);
    };
  }, [session]);
}

/** Browsers show words of their own. */
const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
