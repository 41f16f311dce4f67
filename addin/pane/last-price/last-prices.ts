import type { OrderTable, ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { LastPriceFound } from '../../../core/wire/last-prices.ts';
import { fingerprintOf } from '../../../ui/sheet-session/orders-in-sheet.ts';
import type { LineOfOrder } from './lines-in-rows.ts';

/** What a row's customer paid for its item last time; null = nothing is known. */
export type LastPrices = (line: LineOfOrder, tables: readonly OrderTable[]) => Promise<LastPriceFound | null>;

/** An order confirmed meanwhile may wait a minute; going up and down the rows of one order asks once. */
const freshMs = 60_000;
/** Of an order without an order number, which may be a whole book, only the row is sent. */
const mostLines = 200;
/** More than a clerk goes through in a minute. */
const mostKept = 50;

const byWork = new WeakMap<object, LastPrices>();

/**
 * One memory wherever in the pane a price is shown.
 * @param work of one user: the next one on this computer may not be allowed to see what was said to him
 */
export function lastPricesOf(work: object, client: Client): LastPrices {
  const known = byWork.get(work) ?? createLastPrices(client);
  byWork.set(work, known);
  return known;
}

/** Asks the server by order, and remembers for a while what it said. */
export function createLastPrices(client: Pick<Client, 'call'>, now: () => number = Date.now): LastPrices {
  const known = new Map<string, { readonly at: number; readonly prices: Promise<Answer> }>();
  type Answer = readonly (LastPriceFound | null)[];
  const ask = (order: ParsedOrder, tables: readonly OrderTable[]): Promise<Answer> => {
    const name = fingerprintOf(order);
    const before = known.get(name);
    if (before && now() - before.at < freshMs) return before.prices;
    const prices = client
      .call('lastPrices', { body: { tables: [...tables], orders: [order] } })
      .then((answer) => answer.prices);
    known.delete(name);
    known.set(name, { at: now(), prices });
    for (const oldest of known.keys()) {
      if (known.size <= mostKept) break;
      known.delete(oldest);
    }
    // Who was refused, or found the server away, may ask again at once.
    prices.catch(() => known.delete(name));
    return prices;
  };
  return async ({ order, line }, tables) => {
    const asked = order.lines.length > mostLines ? { ...order, lines: [line] } : order;
    return (await ask(asked, tables))[asked.lines.indexOf(line)] ?? null;
  };
}
