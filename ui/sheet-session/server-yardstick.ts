import type { Knowledge } from '../../core/check/knowledge.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { type Client, ServerAway } from '../../core/wire/client.ts';
import type { Yardstick } from './examiner.ts';

export interface ServerYardstick {
  (): Promise<Yardstick>;
  /** The next question goes to the server, however fresh its last answer is. */
  expire(): void;
}

/** A fix checks again at once; books published within a minute may wait for the next check. */
const freshMs = 60_000;

/**
 * What rows are judged by, from the server: published books, open orders, the company's day and
 * its policy. Away or not, there is
 * always an answer: the last one known, at first `known`, for the workbook's own sheets can be checked without a server.
 */
export function serverYardstick(client: Client, known: Yardstick, now: () => number = Date.now): ServerYardstick {
  let last = known;
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async () => {
    if (now() - askedAt < freshMs) return last;
    try {
      const [books, { today, currency }, { policy }] = await Promise.all([
        client.call('knowledge', {}),
        client.call('session', {}),
        client.call('policy', {}),
      ]);
      last = { published: withoutNulls(books), today: today as PlainDate, currency, policy };
      askedAt = now();
    } catch (error) {
      if (!(error instanceof ServerAway)) throw error;
    }
    return last;
  };
  return Object.assign(ask, {
    expire() {
      askedAt = Number.NEGATIVE_INFINITY;
    },
  });
}

const withoutNulls = ({ prices, stock, customers, ...rest }: Knowledge): Partial<Knowledge> => ({
  ...rest,
  ...(prices && { prices }),
  ...(stock && { stock }),
  ...(customers && { customers }),
});
