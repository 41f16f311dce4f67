import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { isRecord } from '../../core/value/record.ts';

/**
 * Posts on their way, kept until the server answered (X4): a batch goes in before it is sent and out when its answer is
 * known, under one request key. A lost connection, a closed page or a crash in between loses and doubles nothing.
 */
export interface Outbox {
  entries(): readonly OutboxEntry[];
  /** False: this device has no room to keep it beyond this page; it is still kept in memory. */
  put(entry: OutboxEntry): boolean;
  /** Answered, or never sent. */
  remove(requestKey: string): void;
  /** The user doesn't want it sent: other pages that hold it, from when they were opened, don't send it either. */
  drop(requestKey: string): void;
}
export interface OutboxEntry {
  readonly requestKey: string;
  readonly workbook: string;
  readonly batch: ParsedBatch;
  /** Orders with errors, to be kept as drafts. */
  readonly saveDraft?: true;
  /** Orders that its user means to change, as he saw them; of what an earlier version kept it isn't known. */
  readonly changes?: readonly string[];
  /** Its user cancelled while it was on its way: whether it arrived isn't known, and it is sent again only when he says so. */
  readonly held?: true;
}

export const ordersOf = (entries: readonly OutboxEntry[]): number =>
  entries.reduce((sum, { batch }) => sum + batch.orders.length, 0);

/** How many orders wait in it. */
export const ordersIn = (outbox: Pick<Outbox, 'entries'>): number => ordersOf(outbox.entries());

/** Goes out by itself as soon as the server is there. */
export const isToSend = ({ held }: OutboxEntry): boolean => held !== true;

export const released = ({ held: _, ...entry }: OutboxEntry): OutboxEntry => entry;

/** The part of localStorage this needs. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Whether this is an entry as far as it is shown and sent here; all the rest of it the server examines, to which it goes (its
 * shapes would be a third of the pane).
 */
export function isOutboxEntry(kept: unknown): kept is OutboxEntry {
  if (!isRecord(kept) || typeof kept.requestKey !== 'string' || typeof kept.workbook !== 'string') return false;
  if ([kept.saveDraft, kept.held].some((said) => said !== undefined && said !== true)) return false;
  if (kept.changes !== undefined && !areAll(kept.changes, (number) => typeof number === 'string')) return false;
  const { batch } = kept;
  return isRecord(batch) && areAll(batch.tables, isRecord) && areAll(batch.orders, isOrder);
}
const isOrder = (kept: unknown): boolean =>
  isRecord(kept) &&
  (kept.key === null || typeof kept.key === 'string') &&
  isRecord(kept.customer) &&
  areAll(kept.lines, isRecord);

const areAll = (kept: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(kept) && kept.every(is);

/**
 * Two workbooks open at once share the storage: each change is made to what stands there now, so that neither pane forgets
 * the other's orders. Both may send the same entry: under its one request key that does nothing twice, and each workbook gets
 * the answer for its rows. What a user dropped in one is dropped in all.
 * @param owner company and user: request keys belong to who sent them first
 */
export function createOutbox(storage: KeyValueStorage, owner: string): Outbox {
  const place = `countersign.outbox.${owner}`;
  const droppedPlace = `${place}.dropped`;
  let entries = load(storage, place);
  const dropped = (): readonly string[] => {
    const kept = parseJson(storage.getItem(droppedPlace) ?? '');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  };
  const keepDropped = (keys: readonly string[]): void => {
    try {
      storage.setItem(droppedPlace, JSON.stringify(keys));
    } catch {
      // Storage full or forbidden: pages that hold it already may still send it, which under its request key does nothing twice.
    }
  };
  const change = (edit: (stored: readonly OutboxEntry[]) => readonly OutboxEntry[]): boolean => {
    try {
      const next = edit(load(storage, place));
      if (next.length === 0) storage.removeItem(place);
      else storage.setItem(place, JSON.stringify(next));
      return true;
    } catch {
      return false; // storage full or forbidden: the caller says so to the user, memory still holds them
    }
  };
  return {
    entries() {
      const gone = new Set(dropped());
      if (entries.some(({ requestKey }) => gone.has(requestKey)))
        entries = entries.filter(({ requestKey }) => !gone.has(requestKey));
      return entries;
    },
    put(entry) {
      // Dropped earlier, it is wanted again: a workbook brought it back.
      if (dropped().includes(entry.requestKey)) keepDropped(dropped().filter((key) => key !== entry.requestKey));
      entries = [...without(entries, entry.requestKey), entry];
      return change((stored) => [...without(stored, entry.requestKey), entry]);
    },
    remove(requestKey) {
      entries = without(entries, requestKey);
      change((stored) => without(stored, requestKey));
    },
    drop(requestKey) {
      entries = without(entries, requestKey);
      const isKept = load(storage, place).some((entry) => entry.requestKey === requestKey);
      // What was only in this page's memory no other page knows.
      if (!isKept) return;
      change((stored) => without(stored, requestKey));
      keepDropped([...dropped(), requestKey].slice(-mostDropped));
    },
  };
}

/** As many as pages that are open can still hold. */
const mostDropped = 500;

const without = (entries: readonly OutboxEntry[], key: string): readonly OutboxEntry[] =>
  entries.filter(({ requestKey }) => requestKey !== key);

/** What another version wrote and this one can't read is set aside, not deleted: a person may still need it. */
function load(storage: KeyValueStorage, place: string): readonly OutboxEntry[] {
  const text = storage.getItem(place);
  if (text === null) return [];
  const kept = parseJson(text);
  if (Array.isArray(kept) && kept.every(isOutboxEntry)) return kept;
  storage.setItem(`${place}.unreadable`, text);
  storage.removeItem(place);
  return [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
