import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveChange, TroubleView } from '../../../core/wire/live.ts';
import type { Connection } from '../connection.ts';
import type { Live } from './live.ts';
import { Pacer } from './pacer.ts';

const LiveContext = createContext<Live | null>(null);

/** Listens to what happens on the server as long as somebody is signed in. @param user another user, another stream */
export function LiveProvider(props: { connection: Connection; user: string; children: ReactNode }): ReactNode {
  const { connection, user, children } = props;
  const { live } = connection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one user is told isn't for the next
  useEffect(() => live.start(), [live, user]);
  const { away } = useSyncExternalStore(connection.subscribe, () => connection.state);
  useEffect(() => {
    if (!away) live.wake();
  }, [away, live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive outside of a signed-in page');
  return live;
}

/** Why nothing can be kept just now; null = as far as is known, everything can. */
export function useTrouble(): TroubleView | null {
  const live = useLive();
  return useSyncExternalStore(live.onTrouble, () => live.trouble);
}

/** Calls `look` soon after something changed that concerns what is shown, or may have. */
export function useNews(concerns: (change: LiveChange) => boolean, look: () => void): void {
  const live = useLive();
  const current = useRef({ concerns, look });
  current.current = { concerns, look };
  useEffect(() => {
    const pacer = new Pacer(() => current.current.look());
    const end = live.onNews((news) => {
      if (news.event === 'missed' || current.current.concerns(news)) pacer.ask();
    });
    return () => {
      end();
      pacer.stop();
    };
  }, [live]);
}
