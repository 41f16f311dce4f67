import { crc32 } from 'node:zlib';
import type { Position } from '../../../ports.ts';
import { partsOf } from '../../numbers.ts';
import { type DocumentKey, type RestRow, restKinds, termOf } from './rest-row.ts';

/** Rows of one group, at most. Term and row share the 53 bits that a number holds exactly. */
const rowLimit = 2 ** 21;

/** The index of one group, in columns: some hundred bytes a document, outside the heap. */
export interface Columns {
  /** The documents' ids one after another, UTF-8; by kind, then oldest first. */
  readonly ids: Uint8Array;
  /** Where each id ends. */
  readonly ends: Uint32Array;
  /** Places in `kinds`. */
  readonly kindCodes: Uint8Array;
  readonly versions: Uint32Array;
  /** Of the last commit; 0 = it was kept before positions were. */
  readonly positions: Float64Array;
  /** Places in `statuses`, from 1; 0 = none. */
  readonly statusCodes: Uint8Array;
  readonly leftAt: Float64Array;
  /** CRC-32 of a term × 2²¹ + a row that is found by it; ascending. Who looks one up makes sure of what it finds. */
  readonly terms: Float64Array;
}
export interface GroupFacts {
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  /** The highest position of a document. */
  readonly position: Position;
  /** The highest number of each series. */
  readonly counters: Readonly<Record<string, number>>;
}

/** What is known of the documents of one group. Never changed: `merged` makes another. */
export class GroupIndex {
  readonly columns: Columns;
  readonly facts: GroupFacts;
  /** By status, of all orders in it. */
  readonly counts: ReadonlyMap<string, number>;
  /** The latest moment that goods left, in milliseconds; 0 = none did. */
  readonly lastLeftAt: number;
  readonly #ids: Buffer;

  constructor(columns: Columns, facts: GroupFacts) {
    this.columns = columns;
    this.facts = facts;
    const { ids } = columns;
    this.#ids = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
    const counts = new Map<string, number>();
    for (const code of columns.statusCodes) {
      const status = facts.statuses[code - 1];
      if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    this.counts = counts;
    this.lastLeftAt = columns.leftAt.reduce((latest, at) => Math.max(latest, at), 0);
  }

  get size(): number {
    return this.columns.ends.length;
  }

  keyAt(row: number): DocumentKey {
    return { kind: this.facts.kinds[this.columns.kindCodes[row] as number] as DocumentKey['kind'], id: this.idAt(row) };
  }

  idAt(row: number): string {
    const { ends } = this.columns;
    return this.#ids.toString('utf8', row === 0 ? 0 : (ends[row - 1] as number), ends[row] as number);
  }

  versionAt(row: number): number {
    return this.columns.versions[row] as number;
  }

  /** 0 = it was kept before positions were. */
  positionAt(row: number): Position {
    return this.columns.positions[row] as Position;
  }

  statusAt(row: number): string | null {
    return this.facts.statuses[(this.columns.statusCodes[row] as number) - 1] ?? null;
  }

  /** -1 = it isn't in it. */
  rowOf(key: DocumentKey): number {
    for (const row of this.rowsOf(hashOf(termOf.itself(key)))) {
      const found = this.keyAt(row);
      if (found.id === key.id && found.kind === key.kind) return row;
    }
    return -1;
  }

  /** Rows that are found by the term with this hash, and now and then one that isn't. */
  *rowsOf(hash: number): Generator<number> {
    const { terms } = this.columns;
    const from = hash * rowLimit;
    for (let at = lowerBound(terms, from); at < terms.length; at += 1) {
      const row = (terms[at] as number) - from;
      if (row >= rowLimit) return;
      yield row;
    }
  }

  /** Of all its terms; one that several rows are found by comes several times. */
  *hashes(): Generator<number> {
    for (const term of this.columns.terms) yield Math.floor(term / rowLimit);
  }

  /** Where the rows of a kind begin and end. */
  rangeOf(kind: DocumentKey['kind']): readonly [from: number, to: number] {
    const code = this.facts.kinds.indexOf(kind);
    const { kindCodes } = this.columns;
    return [lowerBound(kindCodes, code), lowerBound(kindCodes, code + 1)];
  }
}

/** What a term is found by, 32 bits; the same in every group. */
export const hashOf = (term: string): number => crc32(term);

function lowerBound(sorted: Float64Array | Uint8Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of `before` that are kept, and the new ones. */
export function merged(
  before: GroupIndex | undefined,
  isKept: (key: DocumentKey) => boolean,
  added: readonly RestRow[],
  position: Position,
): GroupIndex {
  const entries = [...keptEntries(before, isKept), ...added.map(entryOfRow)].sort(byKindAndNumber);
  if (entries.length > rowLimit) throw new Error(`${entries.length} documents are too many for one part of the index`);
  const statuses = [...new Set(entries.flatMap(({ status }) => status ?? []))];
  const columns = {
    ids: Buffer.from(entries.map(({ id }) => id).join('')),
    ends: new Uint32Array(entries.length),
    kindCodes: Uint8Array.from(entries, ({ code }) => code),
    versions: Uint32Array.from(entries, ({ version }) => version),
    positions: Float64Array.from(entries, ({ position }) => position),
    statusCodes: Uint8Array.from(entries, ({ status }) => (status === null ? 0 : statuses.indexOf(status) + 1)),
    leftAt: Float64Array.from(entries, ({ leftAt }) => leftAt),
    terms: termsOf(before, entries),
  };
  let end = 0;
  for (const [row, { id }] of entries.entries()) {
    end += Buffer.byteLength(id);
    columns.ends[row] = end;
  }
  const counters: Record<string, number> = {};
  for (const { parts } of entries)
    if (parts !== null) counters[parts.series] = Math.max(counters[parts.series] ?? 0, parts.sequence);
  const highest = Math.max(before?.facts.position ?? 0, position);
  return new GroupIndex(columns, { kinds: restKinds, statuses, position: highest, counters });
}

interface Entry {
  readonly code: number;
  readonly id: string;
  readonly parts: ReturnType<typeof partsOf>;
  readonly version: number;
  readonly position: Position;
  readonly status: string | null;
  readonly leftAt: number;
  /** Its terms: of the row it had before, or as texts. */
  readonly found: number | readonly string[];
}

function keptEntries(before: GroupIndex | undefined, isKept: (key: DocumentKey) => boolean): readonly Entry[] {
  const entries: Entry[] = [];
  for (let row = 0; before !== undefined && row < before.size; row += 1) {
    const key = before.keyAt(row);
    if (!isKept(key)) continue;
    entries.push({
      code: restKinds.indexOf(key.kind),
      id: key.id,
      parts: partsIn(key),
      version: before.versionAt(row),
      position: before.positionAt(row),
      status: before.statusAt(row),
      leftAt: before.columns.leftAt[row] as number,
      found: row,
    });
  }
  return entries;
}

const entryOfRow = ({ kind, id, version, position, status, leftAt, terms }: RestRow): Entry => ({
  code: restKinds.indexOf(kind),
  id,
  parts: partsIn({ kind, id }),
  version,
  position,
  status,
  leftAt,
  found: terms,
});

/** A request key may look like a number and is none. */
const partsIn = ({ kind, id }: DocumentKey): Entry['parts'] => (kind === 'answer' ? null : partsOf(id));

/** As compareNumbers, whose parts are at hand. */
function byKindAndNumber(a: Entry, b: Entry): number {
  if (a.code !== b.code) return a.code - b.code;
  if (a.parts !== null && b.parts !== null && a.parts.series === b.parts.series)
    return a.parts.sequence - b.parts.sequence;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function termsOf(before: GroupIndex | undefined, entries: readonly Entry[]): Float64Array {
  const rows = new Map<number, number>();
  const terms: number[] = [];
  for (const [row, { found }] of entries.entries()) {
    if (typeof found === 'number') rows.set(found, row);
    else for (const term of found) terms.push(hashOf(term) * rowLimit + row);
  }
  for (const term of before?.columns.terms ?? []) {
    const earlier = term % rowLimit;
    const row = rows.get(earlier);
    if (row !== undefined) terms.push(term - earlier + row);
  }
  return Float64Array.from(terms).sort();
}
