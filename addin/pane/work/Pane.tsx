import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { TroubleBanner } from '../../../ui/components/TroubleBanner.tsx';
import type { Connection } from '../../../ui/connection/connection.ts';
import { LiveProvider } from '../../../ui/connection/live/LiveProvider.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { CommandQueue } from '../commands/command-queue.ts';
import type { SignedIn } from '../connect/situation.ts';
import { Header } from './Header.tsx';
import type { PaneWork } from './open-work.ts';
import { Steps } from './Steps.tsx';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%' },
  place: { padding: tokens.spacingHorizontalM },
});

interface PaneProps {
  readonly me: SignedIn;
  readonly token: string;
  readonly connection: Connection;
  readonly openWork: (me: SignedIn, token: string) => Promise<PaneWork>;
  readonly commands: CommandQueue;
  readonly onDisconnect: () => Promise<void>;
}

/** The connected pane: who and where on top, the four steps below, as soon as the workbook is open to us. */
export function Pane({ me, token, connection, openWork, commands, onDisconnect }: PaneProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [work, setWork] = useState<PaneWork | null>(null);
  const [error, setError] = useState<unknown>(null);
  const open = useCallback(() => {
    setError(null);
    openWork(me, token).then(setWork, setError);
  }, [openWork, me, token]);
  // Another answer about the same user is no reason to open the workbook again.
  const owner = `${me.company.id}/${me.user.id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each user; connected anew, or on another day, his work goes on
  useEffect(open, [owner, token, me.today]);
  return (
    <LiveProvider connection={connection} user={owner}>
      <div className={styles.pane}>
        <Header me={me} connection={connection} onDisconnect={onDisconnect} />
        <TroubleBanner timeZone={me.timeZone} />
        {work !== null && <Steps work={work} me={me} connection={connection} commands={commands} />}
        {work === null && error === null && <Spinner className={styles.place} label={t('screens:pane.opening')} />}
        {error !== null && (
          <div className={styles.place}>
            <ErrorMessage
              explanation={explain(error, t)}
              action={{ text: t('screens:pane.try-again'), onClick: open }}
            />
          </div>
        )}
      </div>
    </LiveProvider>
  );
}
