import { type Answer, type Client, ProblemAnswer } from '../../../core/wire/client.ts';
import type { Connection } from '../../../ui/connection/connection.ts';
import type { TokenStore } from '../../../ui/connection/token-store.ts';

export type Welcome = Answer<'welcome'>;
export type SignedIn = Answer<'session'>;

export type Situation =
  | { readonly at: 'loading' }
  /** No server, or a fault. */
  | { readonly at: 'failed'; readonly error: unknown }
  /** `ended`: somebody was connected, whom the server no longer knows. */
  | { readonly at: 'outside'; readonly welcome: Welcome; readonly ended: boolean }
  /** `token` names this user, and nobody else. */
  | { readonly at: 'inside'; readonly me: SignedIn; readonly token: string };

/** Asks the server whom this token names. Never rejects. */
export async function findSituation(
  { client, clientOf }: Connection,
  tokens: TokenStore,
  token: string | null,
): Promise<Situation> {
  try {
    if (token !== null) {
      const me = await signedIn(
        clientOf(() => token),
        () => tokens.forget(token),
      );
      if (me) return { at: 'inside', me, token };
    }
    return { at: 'outside', welcome: await client.call('welcome', {}), ended: token !== null };
  } catch (error) {
    return { at: 'failed', error };
  }
}

/**
 * Whether it is to be shown in place of what is shown now. Whoever is at work keeps his page while nothing can be asked about him, and
 * what is the same isn't drawn again.
 */
export function isNews(found: Situation, now: Situation, token: string | null): boolean {
  if (now.at !== 'inside' || now.token !== token) return true;
  return found.at !== 'failed' && JSON.stringify(found) !== JSON.stringify(now);
}

/** Null for a token that the server no longer knows; it is forgotten here too. */
async function signedIn(client: Client, forget: () => void): Promise<SignedIn | null> {
  try {
    return await client.call('session', {});
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.status !== 401) throw error;
    forget();
    return null;
  }
}
