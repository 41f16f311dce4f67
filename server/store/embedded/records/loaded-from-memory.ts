import type { Load } from '../../../ports.ts';
import { type Found, LoadedFrom } from '../../loaded-from.ts';
import type { Records } from './records.ts';

/** What one decision sees of the records in memory. */
export class LoadedFromMemory extends LoadedFrom {
  constructor(records: Records, load: Load) {
    super(foundIn(records), load);
  }
}

const foundIn = (records: Records): Found => ({
  of: (kind) => records.of(kind),
  orderByKey: (key) => records.orderByKey(key),
  held: (itemCode) => records.demand.of(itemCode),
  heldItems: () => records.demand.items(),
  lastOf: (series) => records.counters.get(series) ?? 0,
  book: (kind) => records.books.get(kind),
});
