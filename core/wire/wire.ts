import type { Calls } from './calls.ts';
import { type Client, type ClientOptions, createClient } from './client.ts';
import type { LiveEvent } from './live.ts';

/** The server's interface, as a page calls and reads it. */
export interface Wire {
  readonly client: (options: ClientOptions) => Client;
  readonly livePath: string;
  /** Throws when it isn't an event of ours. */
  readonly readEvent: (sent: unknown) => LiveEvent;
}

/** For a page that came from the server it asks and notices when that is updated: what it says is taken as it is. */
export const wireOf = (calls: Calls): Wire => ({
  client: (options) => createClient({ ...options, calls }),
  livePath: calls.live.path,
  readEvent: (sent) => sent as LiveEvent,
});
