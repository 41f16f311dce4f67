import { useSyncExternalStore } from 'react';
import type { SheetSession } from './session.ts';
import type { SessionState } from './state.ts';

/** The session's state, drawn again whenever it moves. */
export const useSheetSession = (session: SheetSession): SessionState =>
  useSyncExternalStore(session.subscribe, () => session.state);
