import { OtherVersion, ServerAway } from '../../core/wire/client.ts';
import { versionHeader } from '../../core/wire/headers.ts';

/** A part of the page that is fetched when it is first shown, or earlier when there is time. */
export interface Part<What> {
  known(): What | null;
  /** Once it came it stays. @throws ServerAway, OtherVersion or PartMissing when it doesn't come */
  fetch(): Promise<What>;
}

/** Its files broke off on their way; the browser asks for them again only when the page is opened anew. */
export class PartMissing extends Error {
  override name = 'PartMissing';
}

export function partOf<What>(load: () => Promise<What>): Part<What> {
  let known: What | null = null;
  return {
    known: () => known,
    async fetch() {
      if (known) return known;
      await askServer();
      known = await load().catch((cause: unknown) => {
        throw new PartMissing('a part of the page did not come', { cause });
      });
      return known;
    },
  };
}

/** What once failed to come never comes again: it isn't asked for where nobody would answer. */
async function askServer(): Promise<void> {
  const answer = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' }).catch((cause: unknown) => {
    throw new ServerAway('the server did not answer', { cause });
  });
  if (answer.headers.get(versionHeader) === null || answer.status >= 500)
    throw new ServerAway('something else answered, between the server and this page');
  if (!answer.ok) throw new OtherVersion('the server has no such part any more');
}
