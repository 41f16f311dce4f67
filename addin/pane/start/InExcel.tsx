import { type ReactNode, useMemo, useRef } from 'react';
import { createConnection } from '../../../ui/connection/connection.ts';
import { createTokenStore } from '../../../ui/connection/token-store.ts';
import { partitionKey } from '../../excel/office-surroundings.ts';
import { useCommands } from '../commands/use-commands.ts';
import { Door } from '../connect/Door.tsx';
import type { SignedIn } from '../connect/situation.ts';
import { openWork, type PaneWork } from '../work/open-work.ts';
import { Pane } from '../work/Pane.tsx';
import { type BrowserStorage, noRoom } from './browser-storage.ts';

/** Everything that lives as long as the pane does: the way to the server, who is connected, each user's work. */
export function InExcel({ browserStorage }: { browserStorage: BrowserStorage }): ReactNode {
  const { storage, lasting } = browserStorage;
  const parts = useMemo(() => {
    const partition = partitionKey();
    const tokens = createTokenStore(storage, partition);
    const connection = createConnection({
      fetch: (url, init) => fetch(url, init as RequestInit),
      baseUrl: location.origin,
      tokens,
      locale: () => document.documentElement.lang,
    });
    return { partition, tokens, connection };
  }, [storage]);
  const { partition, connection } = parts;

  const commands = useCommands();

  // Signed out and in again, the same user finds his work as he left it.
  const works = useRef(new Map<string, Promise<PaneWork>>());
  const workOf = (me: SignedIn): Promise<PaneWork> => {
    const owner = `${partition}${me.company.id}/${me.user.id}`;
    const known = works.current.get(owner);
    if (known) return known;
    const work = openWork({ client: connection.client, me, storage: lasting ? storage : noRoom, owner });
    works.current.set(owner, work);
    // Excel was busy or the workbook is closing: the next try begins anew.
    work.catch(() => works.current.delete(owner));
    return work;
  };

  return (
    <Door {...parts}>
      {(me, disconnect) => (
        <Pane me={me} connection={connection} openWork={workOf} commands={commands} onDisconnect={disconnect} />
      )}
    </Door>
  );
}
