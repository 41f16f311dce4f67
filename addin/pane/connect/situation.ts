import { type Answer, type Client, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import type { TokenStore } from '../../../ui/connection/token-store.ts';
import type { SignedIn, UserMemory } from '../start/remembered-user.ts';

export type Welcome = Answer<'welcome'>;

export type Situation =
  | { readonly at: 'loading' }
  /** No server, and nobody known from earlier; or a fault. */
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'outside'; readonly welcome: Welcome }
  | { readonly at: 'inside'; readonly me: SignedIn };

/** Asks the server who this is. Away, it may still be who it was: the rows can be checked and kept. Never rejects. */
export async function findSituation(client: Client, tokens: TokenStore, memory: UserMemory): Promise<Situation> {
  try {
    if (tokens.token() !== null) return await inside(client, tokens, memory);
    return { at: 'outside', welcome: await client.call('welcome', {}) };
  } catch (error) {
    return { at: 'failed', error };
  }
}

async function inside(client: Client, tokens: TokenStore, memory: UserMemory): Promise<Situation> {
  try {
    const me = await client.call('session', {});
    memory.remember(me);
    return { at: 'inside', me };
  } catch (error) {
    const remembered = memory.recall();
    if (error instanceof ServerAway && remembered) return { at: 'inside', me: remembered };
    if (!(error instanceof ProblemAnswer) || error.status !== 401) throw error;
    tokens.forget();
    return { at: 'outside', welcome: await client.call('welcome', {}) };
  }
}
