import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Connection } from './connection.ts';

const retryMs = 4000;

/** Asks again and again while the server is away; calls `back` once when it answers. @returns whether it is away */
export function useWayBack(connection: Connection, back: () => void): boolean {
  const { away } = useSyncExternalStore(connection.subscribe, () => connection.state);
  const wasAway = useRef(away);
  const callBack = useRef(back);
  callBack.current = back;
  useEffect(() => {
    if (wasAway.current && !away) callBack.current();
    wasAway.current = away;
    if (!away) return;
    // Any answer at all ends the waiting, so a failed try needs no handling of its own.
    const timer = setInterval(() => connection.client.call('welcome', {}).catch(() => null), retryMs);
    return () => clearInterval(timer);
  }, [away, connection]);
  return away;
}
