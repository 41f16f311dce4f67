import { type Answer, type Client, ProblemAnswer } from '../../../core/wire/client.ts';
import type { TokenStore } from '../../../ui/connection/token-store.ts';

export type Welcome = Answer<'welcome'>;
export type SignedIn = Answer<'session'>;

export type Situation =
  | { readonly at: 'loading' }
  /** No server, or a fault. */
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'outside'; readonly welcome: Welcome }
  | { readonly at: 'inside'; readonly me: SignedIn };

/** Asks the server who this is. Never rejects. */
export async function findSituation(client: Client, tokens: TokenStore): Promise<Situation> {
  try {
    const me = tokens.token() === null ? null : await signedIn(client, tokens);
    return me ? { at: 'inside', me } : { at: 'outside', welcome: await client.call('welcome', {}) };
  } catch (error) {
    return { at: 'failed', error };
  }
}

/** Null for a token that the server no longer knows; it is forgotten here too. */
async function signedIn(client: Client, tokens: TokenStore): Promise<SignedIn | null> {
  try {
    return await client.call('session', {});
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.status !== 401) throw error;
    tokens.forget();
    return null;
  }
}
