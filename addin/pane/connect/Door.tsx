import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import type { Connection } from '../../../ui/connection/connection.ts';
import type { TokenStore } from '../../../ui/connection/token-store.ts';
import { useNewDay } from '../../../ui/connection/use-new-day.ts';
import { useWayBack } from '../../../ui/connection/use-way-back.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { findSituation, isNews, type SignedIn, type Situation } from './situation.ts';

/** Seen once a computer. */
const connectPage = partOf(async () => (await import('./ConnectPage.tsx')).ConnectPage);

const useStyles = makeStyles({ place: { padding: tokens.spacingHorizontalM } });

interface DoorProps {
  readonly connection: Connection;
  readonly tokens: TokenStore;
  /** What is behind the door. */
  readonly children: (inside: Inside) => ReactNode;
}

/** Who is connected. */
interface Inside {
  readonly me: SignedIn;
  /** Names this user; what is his goes under it, whoever else connects on this computer. */
  readonly token: string;
  /** Makes this computer forget the user. */
  readonly disconnect: () => Promise<void>;
}

/** Finds out who is there: a connected user, nobody yet (pairing), or no server to ask. */
export function Door({ connection, tokens: tokenStore, children }: DoorProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [situation, setSituation] = useState<Situation>({ at: 'loading' });
  const turn = useRef(0);
  const askedAs = useRef<string | null>(null);
  const find = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const token = tokenStore.token();
    askedAs.current = token;
    const found = await findSituation(connection, tokenStore, token);
    // Somebody else may have connected since.
    if (mine === turn.current) setSituation((now) => (isNews(found, now, token) ? found : now));
  }, [connection, tokenStore]);
  useEffect(() => {
    void find();
    // Connected in another workbook's pane: all of this computer share one token.
    const follow = () => void (tokenStore.token() !== askedAs.current && find());
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [find, tokenStore]);
  useWayBack(connection, () => void find());
  useNewDay(situation.at === 'inside' ? situation.me : null, () => void find());

  const { turnedAway } = useSyncExternalStore(connection.subscribe, () => connection.state);
  useEffect(() => {
    if (turnedAway !== null) void find();
  }, [turnedAway, find]);

  const disconnect = async (token: string) => {
    // Without a server the token can't be struck off there; on this computer it is forgotten all the same.
    await connection
      .clientOf(() => token)
      .call('signOut', {})
      .catch(() => null);
    tokenStore.forget(token);
    await find();
  };
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
        <Later
          part={connectPage}
          props={{ client: connection.client, welcome: situation.welcome, ended: situation.ended, onEnter: enter }}
        />
      );
    case 'inside': {
      const { me, token } = situation;
      return children({ me, token, disconnect: () => disconnect(token) });
    }
  }
}
