import type { Chain } from '../../../../core/history/chain.ts';
import type { Position, StoredRecord } from '../../../ports.ts';

/** Where a record stood at a moment, and where all decisions did. */
interface Moment {
  readonly version: number;
  /** Of the record's own last commit; absent where it was kept before positions were. */
  readonly own?: Position;
  /** Of the last decision of all. */
  readonly all: Position;
}

/**
 * The record as it was at an earlier moment, when its document is read only now: events, their hashes and answers are only
 * ever added, so whatever came later is cut off. Throws when the document is older than the moment.
 */
export function asOf(record: StoredRecord, { version, own, all }: Moment): StoredRecord {
  if (record.version < version)
    throw new Error(`${record.kind} ${record.id} is at version ${record.version}, and was at ${version} before`);
  const { chain, position: _later, ...rest } = record;
  const chainThen = chain && chainAsOf(chain, version);
  return {
    ...rest,
    version,
    events: record.events.slice(0, version),
    answers: record.answers.filter(({ position = 0 }) => position <= all),
    ...(chainThen && { chain: chainThen }),
    ...(own !== undefined && { position: own }),
  };
}

/** Hashes of events that were only taken in later were not there yet. */
function chainAsOf({ hashes, adopted = 0 }: Chain, version: number): Chain | undefined {
  if (adopted >= version) return undefined;
  return { hashes: hashes.slice(0, version), ...(adopted > 0 && { adopted }) };
}
