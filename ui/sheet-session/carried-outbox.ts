import { type Outbox, type OutboxEntry, released } from './outbox.ts';

/**
 * What a workbook carries of its owner's outbox: posts without an answer lie in the file too, so that a workbook that is taken
 * to another computer takes them along. One part an entry, so that none is too large for one request.
 */
export interface OutboxParts {
  /** Entries of this owner; what another version wrote is left where it is and not told of. */
  read(): Promise<readonly OutboxEntry[]>;
  add(entries: readonly OutboxEntry[]): Promise<void>;
  remove(requestKeys: readonly string[]): Promise<void>;
}

/**
 * Keeps the workbook's parts like the outbox. What only the workbook holds is never sent unasked: another computer posted it,
 * or it was answered after the file had been saved. Under its old request key, sending it again does nothing twice.
 */
export interface CarriedOutbox {
  /** Marks the entries of this workbook (`OutboxEntry.workbook`). */
  readonly workbook: string;
  /** Entries that only the workbook holds, until they are sent or forgotten. */
  readonly left: readonly OutboxEntry[];
  subscribe(listener: () => void): () => void;
  /** Reads what an earlier session left. */
  look(): Promise<void>;
  /** Puts what was left into the outbox, to be sent with the next round. */
  take(): void;
  /** Drops what was left; orders that were not sent stay in their rows. */
  forget(): Promise<void>;
  /** Brings the workbook to what the outbox holds of it now; writes only what differs. */
  keep(): Promise<void>;
}

/**
 * @param workbook only entries of this workbook are carried by it: its id with its name. By the id, two files of one name are
 * two; by the name, a copy that got another one is, though the id was copied with it. A copy of the same name in another folder
 * can't be told apart: it may take along orders of the other, and asks before it sends them; whichever of the two sends them,
 * under their request keys they are there once.
 */
export function createCarriedOutbox(parts: OutboxParts, outbox: Outbox, workbook: string): CarriedOutbox {
  const listeners = new Set<() => void>();
  let left: readonly OutboxEntry[] = [];
  /** Request keys that the file holds. */
  let carried: ReadonlySet<string> = new Set();
  const leave = (entries: readonly OutboxEntry[]) => {
    left = entries;
    for (const listener of listeners) listener();
  };
  const keep = async () => {
    // Renamed, it still holds what it held.
    const own = outbox.entries().filter((entry) => entry.workbook === workbook || carried.has(entry.requestKey));
    const wanted = new Set([...own, ...left].map(({ requestKey }) => requestKey));
    const added = own.filter(({ requestKey }) => !carried.has(requestKey));
    const gone = [...carried].filter((requestKey) => !wanted.has(requestKey));
    if (added.length > 0) await parts.add(added);
    if (gone.length > 0) await parts.remove(gone);
    carried = wanted;
  };
  return {
    workbook,
    get left() {
      return left;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async look() {
      const found = await parts.read();
      carried = new Set(found.map(({ requestKey }) => requestKey));
      const known = new Set(outbox.entries().map(({ requestKey }) => requestKey));
      leave(found.filter(({ requestKey }) => !known.has(requestKey)));
    },
    take() {
      // Renamed meanwhile, the workbook is the same.
      for (const entry of left) outbox.put({ ...released(entry), workbook });
      leave([]);
    },
    async forget() {
      leave([]);
      await keep();
    },
    keep,
  };
}
