import type { OpenDemand, PriceBook, StockBook } from '../../core/check/knowledge.ts';
import { itemNamesIn } from '../../core/check/stock-names.ts';
import { stockKeys } from '../../core/stock/stock.ts';
import type { Loaded, LockName, Reader } from '../ports.ts';
import { LookAgain } from './look-again.ts';

/** What must be seen, and kept still, to promise goods of some items. */
export interface HeldGoods {
  /** The items themselves, and every other that is held of the same stock: one barcode may stand under two codes. */
  readonly codes: readonly string[];
  readonly locks: readonly LockName[];
}

export const nothingHeld: HeldGoods = { codes: [], locks: [] };

/** As it stands now; `expectStill` says in the transaction whether it still does. */
export async function heldGoods(read: Reader, itemCodes: readonly string[]): Promise<HeldGoods> {
  const [books, held] = await Promise.all([read.books(), read.heldItems()]);
  const stock = books.stock?.kind === 'stock' ? books.stock.content : null;
  const prices = books.prices?.kind === 'prices' ? books.prices.content : null;
  return sharing(itemCodes, held, stock, prices);
}

/**
 * Nothing that shares the goods has come to be held meanwhile, and no book tells it otherwise.
 * @throws LookAgain when something has
 */
export function expectStill({ codes, locks }: HeldGoods, itemCodes: readonly string[], loaded: Loaded): void {
  const now = sharing(itemCodes, loaded.heldItems(), loaded.stock, loaded.prices);
  const covered = now.codes.every((code) => codes.includes(code)) && now.locks.every((lock) => locks.includes(lock));
  if (!covered) throw new LookAgain();
}

export const demandFor = ({ codes }: HeldGoods, loaded: Loaded): readonly OpenDemand[] =>
  codes.flatMap((code) => loaded.held(code));

function sharing(
  itemCodes: readonly string[],
  held: readonly string[],
  stock: StockBook | null,
  prices: PriceBook | null,
): HeldGoods {
  if (stock === null) return { codes: itemCodes, locks: [] };
  const keyOf = stockKeys(stock, itemNamesIn(prices));
  const keys = new Set(itemCodes.flatMap((code) => keyOf(code) ?? []));
  const others = held.filter((code) => {
    const key = keyOf(code);
    return key !== null && keys.has(key);
  });
  return { codes: [...new Set([...itemCodes, ...others])], locks: [...keys].map((key) => `stock:${key}`) };
}
