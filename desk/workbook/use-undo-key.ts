import { useEffect } from 'react';
import type { SheetSession } from '../../ui/sheet-session/session.ts';

/** Ctrl+Z, on a Mac Cmd+Z, takes back the last fix, as in Excel; where somebody types it stays the browser's. */
export function useUndoKey(session: SheetSession): void {
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      if (!isUndo(event) || isTypedInto(event.target)) return;
      event.preventDefault();
      void session.undo();
    };
    window.addEventListener('keydown', undo);
    return () => window.removeEventListener('keydown', undo);
  }, [session]);
}

const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey, repeat }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey && !repeat;

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
