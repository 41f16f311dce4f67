import { extended, streamName } from '../../../../core/history/chain.ts';
import type { RememberedAnswer, StoredRecord } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import { StoreFault } from '../../store-fault.ts';
import { insert } from '../connection/insert.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText } from '../key-text.ts';
import { fetchRecords } from '../load/fetch-records.ts';
import { type KeptRecord, keptRecord } from '../load/kept-record.ts';
import { RecordsFound } from '../load/records-found.ts';
import { keep } from '../transact/keep.ts';
import { touchedOrders } from '../transact/touched-orders.ts';

/**
 * Keeps records that came from another store, with everything that follows from them, as the decisions that made them would
 * have. What an earlier attempt kept is extended or left as it is.
 * @throws StoreFault 'store.damaged' for one whose events or chain can't be its own, 'store.not-empty' where another record
 * of that number is
 */
export async function keepStoredRecords(session: Session, stored: readonly StoredRecord[]): Promise<void> {
  const byNumber = stored.map(({ kind, id }) => [kind, id] as const);
  const known = new RecordsFound((await fetchRecords(session, { byNumber })).records, {
    whole: new Set(),
    countedAt: null,
  });
  const positions = new Map<KeptRecord, number>();
  const grown = stored.flatMap((record) => {
    const [before, after] = [known.get(record.kind, record.id), keptOf(record)];
    if (before !== undefined) expectBeginning(before, after);
    if (before?.version === after.version) return [];
    positions.set(after, record.position ?? 0);
    return [{ before, after }];
  });
  const orders = [...touchedOrders({ records: grown })];
  const { records: there, whole } = await fetchRecords(session, { byNumber, orders });
  const records = new RecordsFound(there, { whole, countedAt: null });
  const found = records.with(grown.map(({ after }) => after));
  await keep(
    session,
    { records: grown, books: [], found },
    { records, positionOf: (record) => positions.get(record) ?? 0 },
  );
  await keepAnswers(
    session,
    stored.flatMap(({ answers }) => answers),
  );
}

/** With its chain; events from before chains were kept are taken into one now. */
function keptOf({ kind, id, events, chain }: StoredRecord): KeptRecord {
  const name = streamName({ kind, id });
  const { hashes, adopted = 0 } = chain ?? extended(name, { chain: undefined, known: events, added: [] }, sha256);
  const damaged = (problem: string, cause?: unknown) =>
    new StoreFault('store.damaged', `${name} can't be kept: ${problem}`, { document: name, problem }, cause);
  if (hashes.length !== events.length) throw damaged(`${events.length} events, ${hashes.length} hashes`);
  try {
    return keptRecord({ kind, number: id, events, hashes, adopted });
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), error);
  }
}

/** An earlier form of a record is how it begins. */
function expectBeginning(before: KeptRecord, after: KeptRecord): void {
  if (before.hashes.every((hash, index) => hash === after.hashes[index])) return;
  const found = streamName({ kind: before.kind, id: before.number });
  throw new StoreFault('store.not-empty', `another ${found} is here already`, { found });
}

/** What was answered stays answered. */
export function keepAnswers(session: Session, answers: readonly RememberedAnswer[]): Promise<void> {
  const rows = answers.map(({ key, answer, position = 0 }) => ({
    request_key: keyText(key),
    answer: JSON.stringify(answer ?? null),
    position,
  }));
  return insert(session, rows, (some) =>
    build
      .insertInto('answers')
      .values(some)
      .onConflict((conflict) => conflict.column('request_key').doNothing()),
  );
}
