import type { Found } from '../../loaded-from.ts';
import { LocksMissing } from './held-locks.ts';
import type { Working } from './load.ts';
import { heldItemsLock, lockOf } from './lock-names.ts';

/** What a decision may look at without asking for it beforehand is fetched when it does: in another run. */
export const foundIn = ({ records, books, highest, counters, heldItems, locks }: Working): Found => ({
  of: (kind) => records.of(kind),
  orderByKey: (key) => records.orderByKey(key),
  held: (itemCode) => records.held(itemCode),
  heldItems() {
    if (!locks.maySee(heldItemsLock)) throw new LocksMissing({ shared: [heldItemsLock] });
    return heldItems;
  },
  lastOf(series) {
    const name = lockOf.series(series);
    if (!locks.has(name)) throw new LocksMissing({ names: [name] });
    return counters.get(series) ?? 0;
  },
  book(kind) {
    return { highest: highest.get(kind) ?? 0, current: books.get(kind) ?? null };
  },
});
