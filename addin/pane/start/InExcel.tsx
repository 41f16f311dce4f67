import { type ReactNode, useEffect, useRef } from 'react';
import type { PlainDate } from '../../../core/value/date.ts';
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

const ownerOf = ({ company, user }: SignedIn): string => `${company.id}/${user.id}`;

interface WorkOfUser {
  /** His latest. */
  token: string;
  /** As the server said it last. */
  today: string;
  readonly work: Promise<PaneWork>;
}

/** Everything that lives as long as the pane does: the way to the server, who is connected, each user's work. */
export function InExcel({ browserStorage, commands }: InExcelProps): ReactNode {
  const parts = paneConnection(browserStorage);
  const { partition, connection } = parts;

  useEffect(() => takeKeys(commands), [commands]);

  // Signed out and in again, the same user finds his work as he left it.
  const works = useRef(new Map<string, WorkOfUser>());
  const workOf = (me: SignedIn, token: string): Promise<PaneWork> => {
    const owner = `${partition}${ownerOf(me)}`;
    const known = works.current.get(owner);
    if (known) {
      known.token = token;
      known.today = me.today;
      return known.work;
    }
    // Whoever else connects meanwhile: what is his goes under no other name.
    const client = connection.clientOf(() => opened.token);
    const today = () => opened.today as PlainDate;
    const work = openWork({ client, me, today, browserStorage, owner });
    const opened: WorkOfUser = { token, today: me.today, work };
    works.current.set(owner, opened);
    // Excel was busy or the workbook is closing: the next try begins anew.
    opened.work.catch(() => works.current.delete(owner));
    return opened.work;
  };

  return (
    <Door {...parts}>
      {({ me, token, disconnect }) => (
        <Pane
          // Of one user's work nothing is shown to the next.
          key={ownerOf(me)}
          me={me}
          token={token}
          connection={connection}
          openWork={workOf}
          commands={commands}
          onDisconnect={disconnect}
        />
      )}
    </Door>
  );
}
