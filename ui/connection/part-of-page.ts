import type { Client } from '../../core/wire/client.ts';

/**
 * A part of the page that is fetched when it is first used. A browser that asked for a module in vain gives the same answer until
 * the page is loaded again: so it is asked only once the server is known to be there.
 */
export function partOfPage<Part>(load: () => Promise<Part>): (client: Client) => Promise<Part> {
  let part: Part | null = null;
  return async (client) => {
    if (part === null) await client.call('session', {});
    part ??= await load();
    return part;
  };
}
