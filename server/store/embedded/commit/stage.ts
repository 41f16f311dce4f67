import type { Append, Outcome, Transaction } from '../../../ports.ts';
import { appended, plain, remembering } from '../records/appended.ts';
import type { StoredDocument } from '../records/document.ts';
import { LoadedFromMemory } from '../records/loaded-from-memory.ts';
import { Records } from '../records/records.ts';

/**
 * Runs one transaction's decision over the given records and puts what it decided into them, in memory only. A refusal or
 * a throw leaves them as they were.
 */
export function stage<Answer>(records: Records, transaction: Transaction<Answer>): Outcome<Answer> {
  const { requestKey, load } = transaction;
  const remembered = requestKey === undefined ? undefined : records.answers.get(requestKey);
  if (remembered) return { outcome: 'done', answer: plain(remembered.answer) as Answer, repeated: true };

  const loaded = new LoadedFromMemory(records, load);
  const decision = transaction.decide(loaded);
  if ('refuse' in decision) return { outcome: 'refused', refusal: decision.refuse };

  const layer = new Records(records);
  for (const append of decision.append) layer.put(appended(layer, append));
  expectNoGap(loaded.drawn, decision.append);
  if (requestKey !== undefined) remember(layer, requestKey, decision.answer);
  layer.fold();
  return { outcome: 'done', answer: decision.answer, repeated: false };
}

/**
 * The answer goes into the first record the decision changed, so that it costs no write of its own. Not into a book: old
 * versions of books aren't read at start.
 */
function remember(layer: Records, key: string, answer: unknown): void {
  const changed = [...layer.documents.changed()].flatMap((path) => layer.documents.get(path) ?? []);
  const own: StoredDocument = { kind: 'answer', id: key, version: 1, answers: [] };
  const document = changed.find(({ kind }) => kind !== 'book') ?? own;
  layer.put(remembering(document, { key, answer: plain(answer ?? null) }));
}

/** A number that was drawn and left out while a later one is used would be missing for ever (R4). */
function expectNoGap(drawn: ReadonlyMap<string, readonly string[]>, appends: readonly Append[]): void {
  const used = new Set(appends.flatMap((append) => (append.stream === 'book' ? [] : (append.id as string))));
  for (const numbers of drawn.values()) {
    const missing = numbers.findIndex((number) => !used.has(number));
    const gap = missing >= 0 && numbers.slice(missing).some((number) => used.has(number));
    if (gap) throw new Error(`number ${numbers[missing]} was drawn and left out`);
  }
}
