import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import type { Connection } from '../../../ui/connection/connection.ts';
import type { TokenStore } from '../../../ui/connection/token-store.ts';
import { useWayBack } from '../../../ui/connection/use-way-back.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { findSituation, type SignedIn, type Situation } from './situation.ts';

/** Seen once a computer. */
const connectPage = partOf(async () => (await import('./ConnectPage.tsx')).ConnectPage);

const useStyles = makeStyles({ place: { padding: tokens.spacingHorizontalM } });

interface DoorProps {
  readonly connection: Connection;
  readonly tokens: TokenStore;
  /** What is behind the door; `disconnect` makes this computer forget the user. */
  readonly children: (me: SignedIn, disconnect: () => Promise<void>) => ReactNode;
}

/** Finds out who is there: a connected user, nobody yet (pairing), or no server to ask. */
export function Door({ connection, tokens: tokenStore, children }: DoorProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [situation, setSituation] = useState<Situation>({ at: 'loading' });
  const find = useCallback(async () => {
    setSituation(await findSituation(connection.client, tokenStore));
  }, [connection, tokenStore]);
  useEffect(() => void find(), [find]);
  useWayBack(connection, () => void find());

  const { turnedAway } = useSyncExternalStore(connection.subscribe, () => connection.state);
  useEffect(() => {
    if (turnedAway === 0) return;
    tokenStore.forget();
    void find();
  }, [turnedAway, tokenStore, find]);

  const disconnect = useCallback(async () => {
    // Without a server the token can't be struck off there; on this computer it is forgotten all the same.
    await connection.client.call('signOut', {}).catch(() => null);
    tokenStore.forget();
    await find();
  }, [connection, tokenStore, find]);
  const enter = async (session: Promise<{ readonly token: string }>) => {
    tokenStore.save((await session).token);
    await find();
  };

  switch (situation.at) {
    case 'loading':
      return <Spinner className={styles.place} label={t('screens:pane.connecting')} labelPosition="below" />;
    case 'failed':
      return (
        <main className={styles.place}>
          <ErrorMessage
            explanation={explain(situation.error, t)}
            action={{ text: t('screens:pane.try-again'), onClick: () => void find() }}
          />
        </main>
      );
    case 'outside':
      return (
        <Later part={connectPage} props={{ client: connection.client, welcome: situation.welcome, onEnter: enter }} />
      );
    case 'inside':
      return children(situation.me, disconnect);
  }
}
