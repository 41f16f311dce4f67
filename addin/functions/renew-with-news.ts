import type { Lookup } from '../../core/lookup/lookup.ts';
import type { Live, News } from '../../ui/connection/live/live.ts';
import { Pacer } from '../../ui/connection/live/pacer.ts';
import type { Lookups } from './lookups.ts';

/**
 * Has asked again what may have another answer after what happened on the server; what happens together, together. What is asked
 * between the news and then has the new answer already.
 */
export function renewWithNews(live: Pick<Live, 'onNews'>, lookups: Pick<Lookups, 'expire' | 'askAgain'>): () => void {
  const pacer = new Pacer(() => lookups.askAgain());
  const end = live.onNews((news) => {
    lookups.expire((lookup) => concerns(news, lookup));
    pacer.ask();
  });
  return () => {
    end();
    pacer.stop();
  };
}

/** Whether a formula may show something else after this. */
export function concerns(news: News, lookup: Lookup): boolean {
  if (news.event === 'missed') return true;
  switch (lookup.ask) {
    case 'status':
      return news.orders.includes(lookup.order);
    case 'price':
      return news.books.length > 0;
    // Every order may hold goods or let them go.
    case 'available':
    case 'earliest':
      return news.books.length > 0 || news.orders.length > 0;
  }
}
