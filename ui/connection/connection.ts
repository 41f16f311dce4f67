import { type Client, type ClientOptions, type Fetch, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import type { Wire } from '../../core/wire/wire.ts';
import { createLive, type Live } from './live/live.ts';
import { patienceWith } from './patience.ts';
import type { TokenStore } from './token-store.ts';

/** The way to the server, and what is known about it: whether it answers, whether it still knows this user. */
export interface Connection {
  /** As whoever is signed in on this device at each call. */
  readonly client: Client;
  /** As whoever this token names, whoever signs in meanwhile. */
  clientOf(token: () => string | null): Client;
  readonly state: ConnectionState;
  readonly live: Live;
  subscribe(listener: () => void): () => void;
}
export interface ConnectionState {
  /** The last call got no answer. */
  readonly away: boolean;
  /** The token that the server no longer knew when it was last shown one it doesn't know: time to sign in again. */
  readonly turnedAway: string | null;
}

/** The browser's fetch, which also gives an answer as it comes. */
export type BrowserFetch = (
  ...asked: Parameters<Fetch>
) => Promise<Awaited<ReturnType<Fetch>> & { readonly body: ReadableStream<Uint8Array> | null }>;

export function createConnection(options: {
  fetch: BrowserFetch;
  baseUrl: string;
  tokens: TokenStore;
  locale: () => string;
  wire: Wire;
  /** The server's whose page this is. */
  version: string;
  patience?: ClientOptions['patience'];
}): Connection {
  const { fetch, baseUrl, tokens, locale, wire, version, patience = patienceWith } = options;
  const listeners = new Set<() => void>();
  let state: ConnectionState = { away: false, turnedAway: null };
  const change = (next: ConnectionState) => {
    if (next.away === state.away && next.turnedAway === state.turnedAway) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const clientOf = (tokenNow: () => string | null): Client => ({
    async call(name, input) {
      const token = tokenNow();
      try {
        const answer = await wire
          .client({ fetch, baseUrl, token: () => token, locale, version, patience })
          .call(name, input);
        change({ ...state, away: false });
        return answer;
      } catch (error) {
        // Who gives up himself learns nothing of the server.
        if (error instanceof ServerAway && isGivenUp(input)) throw error;
        if (error instanceof ServerAway) change({ ...state, away: true });
        // A wrong password is answered the same way, but there was no token to be turned away.
        else if (error instanceof ProblemAnswer && error.status === 401 && token !== null)
          change({ away: false, turnedAway: token });
        else change({ ...state, away: false });
        throw error;
      }
    },
  });
  const client = clientOf(tokens.token);
  const live = createLive({
    readEvent: wire.readEvent,
    async open(signal) {
      const headers = { 'accept-language': locale(), authorization: `Bearer ${tokens.token()}` };
      const { ok, body } = await fetch(baseUrl + wire.livePath, { method: 'GET', headers, signal });
      return ok ? body : null;
    },
    askTrouble: async () => (await client.call('session', {})).trouble,
  });
  return {
    client,
    clientOf,
    live,
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isGivenUp = ({ signal }: { readonly signal?: unknown }): boolean =>
  signal instanceof AbortSignal && signal.aborted;
