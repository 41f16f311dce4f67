import { Spinner } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import type { Connection } from '../../ui/connection/connection.ts';
import { LiveProvider } from '../../ui/connection/live/LiveProvider.tsx';
import type { TokenStore } from '../../ui/connection/token-store.ts';
import { useNewDay } from '../../ui/connection/use-new-day.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { WelcomePage } from '../welcome/WelcomePage.tsx';
import { DeskContext, type SignedIn, type Welcome } from './desk-context.ts';
import { ServerAwayPage } from './ServerAwayPage.tsx';

type Situation =
  | { readonly at: 'loading' }
  | { readonly at: 'away' }
  | { readonly at: 'door'; readonly welcome: Welcome }
  | { readonly at: 'desk'; readonly welcome: Welcome; readonly me: SignedIn };

/** Finds out who is there: nobody (the welcome page), a user (the desk), or no server. */
export function DeskSession(props: { connection: Connection; tokens: TokenStore; children: ReactNode }): ReactNode {
  const { connection, tokens, children } = props;
  const { client } = connection;
  const { t } = useLanguage();
  const [situation, setSituation] = useState<Situation>({ at: 'loading' });

  const find = useCallback(async () => {
    try {
      setSituation(await situationOf(connection, tokens));
    } catch (error) {
      // Whoever is at work keeps his page with all he entered: a notice says that the server is away, and looks for it.
      const stays = (now: Situation) => now.at === 'desk' && error instanceof ServerAway;
      // Otherwise, whatever it was, the page there says what to do and tries again.
      setSituation((now) => (stays(now) ? now : { at: 'away' }));
    }
  }, [connection, tokens]);
  useEffect(() => {
    void find();
    // Another tab signed in or became another user: the token is shared, so this page must follow.
    const onStorage = () => void find();
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [find]);

  const look = useCallback(async () => {
    const token = tokens.token();
    // A server that is away takes nobody out of his page by this; one that knows him no more does, as with whatever else is asked.
    const found = await situationOf(connection, tokens).catch(() => null);
    // Somebody else may have signed in since.
    if (found?.at !== 'desk' || tokens.token() !== token) return;
    setSituation((now) => (JSON.stringify(found) === JSON.stringify(now) ? now : found));
  }, [connection, tokens]);
  useNewDay(situation.at === 'desk' ? situation.me : null, () => void look());

  const { turnedAway } = useSyncExternalStore(connection.subscribe, () => connection.state);
  useEffect(() => {
    if (turnedAway === null) return;
    tokens.forget(turnedAway);
    void find();
  }, [turnedAway, tokens, find]);

  const enter = useCallback(
    async (token: Promise<{ token: string }>) => {
      tokens.save((await token).token);
      await find();
    },
    [tokens, find],
  );
  const desk = useMemo(() => {
    if (situation.at !== 'desk') return null;
    const { me, welcome } = situation;
    return {
      client,
      me,
      welcome,
      refresh: find,
      actAs: (user: string) => enter(client.call('signInSample', { body: { company: me.company.id, user } })),
      signOut: async () => {
        // Without a server the token can't be struck off there; on this device it is forgotten all the same.
        const token = tokens.token();
        await client.call('signOut', {}).catch(() => null);
        tokens.forget(token);
        await find();
      },
    };
  }, [situation, client, enter, tokens, find]);

  if (situation.at === 'loading') return <Spinner label={t('desk:loading')} />;
  if (situation.at === 'away') return <ServerAwayPage onRetry={find} />;
  if (situation.at === 'door')
    return (
      <WelcomePage
        welcome={situation.welcome}
        onTry={(company, user) => enter(client.call('signInSample', { body: { company, user } }))}
        onSignIn={(company, user, password) => enter(client.call('signIn', { body: { company, user, password } }))}
        onStart={(body) => enter(client.call('startCompany', { body }))}
      />
    );
  const { company, user } = situation.me;
  return (
    <DeskContext.Provider value={desk}>
      <LiveProvider connection={connection} user={`${company.id}/${user.id}`}>
        {children}
      </LiveProvider>
    </DeskContext.Provider>
  );
}

async function situationOf({ client, clientOf }: Connection, tokens: TokenStore): Promise<Situation> {
  const welcome = await client.call('welcome', {});
  const token = tokens.token();
  if (token === null) return { at: 'door', welcome };
  try {
    return { at: 'desk', welcome, me: await clientOf(() => token).call('session', {}) };
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.status !== 401) throw error;
    tokens.forget(token);
    return { at: 'door', welcome };
  }
}
