import type { Connection } from '../../ui/connection/connection.ts';
import type { PageInView } from '../../ui/connection/live/live.ts';
import type { TokenStore } from '../../ui/connection/token-store.ts';
import type { Lookups } from './lookups.ts';
import { renewWithNews } from './renew-with-news.ts';

/** A page that nobody sees hears no news (ui/connection/live): its formulas are asked again so often. */
export const unseenMs = 60_000;

export interface World {
  readonly connection: Pick<Connection, 'live' | 'state' | 'subscribe'>;
  readonly tokens: Pick<TokenStore, 'token' | 'onChange'>;
  readonly page: Pick<PageInView, 'isSeen'>;
  /** The same computer's other windows: who connects in one is connected in all. */
  readonly onOtherWindows: (listener: () => void) => void;
  /** The words on the screen are another language's now. */
  readonly onLanguage: (listener: () => void) => void;
  readonly every: (ms: number, action: () => void) => void;
}

/** Everything after which a formula may have another answer, or the same in other words. For as long as the page lives. */
export function keepFresh(lookups: Lookups, { connection, tokens, page, ...world }: World): void {
  renewWithNews(connection.live, lookups);
  world.every(unseenMs, () => {
    if (page.isSeen() || !lookups.isWatched) return;
    lookups.expire(() => true);
    lookups.askAgain();
  });
  let wasAway = connection.state.away;
  connection.subscribe(() => {
    const { away } = connection.state;
    if (wasAway && !away) lookups.retry();
    wasAway = away;
  });
  let known = tokens.token();
  const lookWhoIsThere = () => {
    const token = tokens.token();
    if (token !== known) lookups.startOver();
    known = token;
  };
  tokens.onChange(lookWhoIsThere);
  world.onOtherWindows(lookWhoIsThere);
  world.onLanguage(() => lookups.repeat());
}
