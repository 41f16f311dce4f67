import { extended, streamName } from '../../../../core/history/chain.ts';
import type { EventOf, RecordKind } from '../../../../core/record/registry.ts';
import type { Append, LockName, PublishedBook, RecordAppend } from '../../../ports.ts';
import { expectVersion, plain } from '../../appending.ts';
import { sha256 } from '../../sha256.ts';
import { type KeptRecord, keptRecord } from '../load/kept-record.ts';
import type { RecordsFound } from '../load/records-found.ts';
import { LocksMissing } from './held-locks.ts';
import type { Working } from './load.ts';
import { lockOf } from './lock-names.ts';

/** A record before and after its new events. */
export interface WrittenRecord {
  readonly before: KeptRecord | undefined;
  readonly after: KeptRecord;
}
/** What a decision leaves, worked out and not yet kept. */
export interface Written {
  readonly records: readonly WrittenRecord[];
  readonly books: readonly PublishedBook[];
  /** All records there are, once it is kept. */
  readonly found: RecordsFound;
}

/**
 * Puts the appends behind what is there. The events become plain JSON first and are chained as they will be read.
 * @throws LocksMissing where a record was not locked, and so not loaded; StoreFault 'store.version-stale'; and where the
 * events can't be those of the record
 */
export function writtenBy(appends: readonly Append[], { records, highest, locks }: Working): Written {
  const streams = appends.flatMap((append) => (append.stream === 'book' ? [] : [append]));
  const missing = streams.map(({ stream, id }) => lockOf.record(stream, id)).filter((name) => !locks.has(name));
  if (missing.length > 0) throw new LocksMissing({ names: missing });
  const written = new Map<LockName, WrittenRecord>();
  for (const append of streams) {
    const name = lockOf.record(append.stream, append.id);
    const earlier = written.get(name);
    const before = earlier?.before ?? records.get(append.stream, append.id);
    written.set(name, { before, after: appended(append, earlier?.after ?? before) });
  }
  const all = [...written.values()];
  return { records: all, books: published(appends, highest), found: records.with(all.map(({ after }) => after)) };
}

function appended<Kind extends RecordKind>(append: RecordAppend<Kind>, before: KeptRecord | undefined): KeptRecord {
  const { stream: kind, id, version } = append;
  const name = streamName({ kind, id });
  expectVersion(name, before?.version ?? 0, version);
  if (append.events.length === 0) throw new Error(`nothing to append to ${name}`);
  const known = (before?.events ?? []) as readonly EventOf<Kind>[];
  const added = plain(append.events);
  const chain = before && { hashes: before.hashes, ...(before.adopted > 0 && { adopted: before.adopted }) };
  const { hashes } = extended(name, { chain, known, added }, sha256);
  const adopted = before?.adopted ?? 0;
  return keptRecord({ kind, number: id, events: [...known, ...added], hashes, adopted }) as unknown as KeptRecord;
}

function published(appends: readonly Append[], before: Working['highest']): readonly PublishedBook[] {
  const highest = new Map(before);
  return appends.flatMap((append) => {
    if (append.stream !== 'book') return [];
    const { kind, version } = append.book;
    expectVersion(`book ${kind}`, highest.get(kind) ?? 0, version - 1);
    highest.set(kind, version);
    return [append.book];
  });
}
