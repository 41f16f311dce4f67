import type { Calls } from '../../../core/wire/calls.ts';
import { wireOf } from '../../../core/wire/wire.ts';
import { builtFor } from '../../../ui/connection/built-for.ts';
import { type Connection, createConnection } from '../../../ui/connection/connection.ts';
import { createTokenStore, type TokenStore } from '../../../ui/connection/token-store.ts';
import { partitionKey } from '../../excel/office-surroundings.ts';
import type { BrowserStorage } from './browser-storage.ts';

/** Put in when the pages are built (vite.config.ts): the shapes of all answers would be a third of the pane. */
declare const __CALLS__: Calls;

/** The way to the server, which pane and formulas share: who connects in one is connected in the other. */
export interface PaneConnection {
  readonly partition: string;
  readonly tokens: TokenStore;
  readonly connection: Connection;
}

const opened = new WeakMap<BrowserStorage, PaneConnection>();

/** The page's own, opened by whoever asks first. Only once Office is there. */
export function paneConnection(browserStorage: BrowserStorage): PaneConnection {
  const known = opened.get(browserStorage);
  if (known) return known;
  const partition = partitionKey();
  const tokens = createTokenStore(browserStorage.storage, partition);
  const connection = createConnection({
    fetch: (url, init) => fetch(url, init as RequestInit),
    baseUrl: location.origin,
    tokens,
    wire: wireOf(__CALLS__),
    version: builtFor,
    locale: () => document.documentElement.lang,
  });
  const made = { partition, tokens, connection };
  opened.set(browserStorage, made);
  return made;
}
