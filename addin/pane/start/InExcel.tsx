import { type ReactNode, useEffect, useRef } from 'react';
import type { CommandQueue } from '../commands/command-queue.ts';
import { takeKeys } from '../commands/take-commands.ts';
import { Door } from '../connect/Door.tsx';
import type { SignedIn } from '../connect/situation.ts';
import { openWork, type PaneWork } from '../work/open-work.ts';
import { Pane } from '../work/Pane.tsx';
import type { BrowserStorage } from './browser-storage.ts';
import { paneConnection } from './pane-connection.ts';

interface InExcelProps {
  readonly browserStorage: BrowserStorage;
  readonly commands: CommandQueue;
}

/** Everything that lives as long as the pane does: the way to the server, who is connected, each user's work. */
export function InExcel({ browserStorage, commands }: InExcelProps): ReactNode {
  const parts = paneConnection(browserStorage);
  const { partition, connection } = parts;

  useEffect(() => takeKeys(commands), [commands]);

  // Signed out and in again, the same user finds his work as he left it.
  const works = useRef(new Map<string, Promise<PaneWork>>());
  const workOf = (me: SignedIn): Promise<PaneWork> => {
    const owner = `${partition}${me.company.id}/${me.user.id}`;
    const known = works.current.get(owner);
    if (known) return known;
    const work = openWork({ client: connection.client, me, browserStorage, owner });
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
