import type { Append, Job, Outcome, Position, Transaction } from '../../../ports.ts';
import { expectNoGap, plain } from '../../appending.ts';
import { appended, remembering } from '../records/appended.ts';
import { type JobDocument, jobId, type RememberedAnswer, type StoredDocument } from '../records/document.ts';
import { LoadedFromMemory } from '../records/loaded-from-memory.ts';
import { Records } from '../records/records.ts';

/** What a transaction came to, and what a commit has to do about it. */
export interface Staged<Answer> {
  readonly outcome: Outcome<Answer>;
  readonly appended: readonly Append[];
  readonly jobs: readonly JobDocument[];
}

/**
 * Runs one transaction's decision over the given records and puts what it decided into them, in memory only. A refusal or
 * a throw leaves them as they were. Where it stands among all decisions is the next position of the records.
 */
export function stage<Answer>(records: Records, transaction: Transaction<Answer>): Staged<Answer> {
  const { requestKey, load } = transaction;
  const remembered = requestKey === undefined ? undefined : records.answers.get(requestKey);
  if (remembered) {
    const answer = plain(remembered.answer) as Answer;
    return { ...nothing, outcome: { outcome: 'done', answer, repeated: true, position: remembered.position ?? 0 } };
  }

  const loaded = new LoadedFromMemory(records, load);
  const decision = transaction.decide(loaded);
  const position = records.nextPosition();
  if ('refuse' in decision) return { ...nothing, outcome: { outcome: 'refused', refusal: decision.refuse, position } };

  const layer = new Records(records);
  for (const append of decision.append) layer.put(appended(layer, append, position));
  expectNoGap(loaded.drawn, decision.append);
  if (requestKey !== undefined) remember(layer, { key: requestKey, answer: plain(decision.answer ?? null), position });
  const jobs = jobDocuments(decision.jobs ?? [], position);
  for (const job of jobs) layer.put(job);
  layer.fold();
  const outcome = { outcome: 'done', answer: decision.answer, repeated: false, position } as const;
  return { outcome, appended: decision.append, jobs };
}

const nothing = { appended: [], jobs: [] };

const jobDocuments = (jobs: readonly Job[], position: Position): readonly JobDocument[] =>
  jobs.map((job, index) => ({
    kind: 'job',
    id: jobId(position, index),
    version: 1,
    position,
    answers: [],
    job: plain(job),
  }));

/**
 * The answer goes into the first record the decision changed, so that it costs no write of its own. Not into a book: old
 * versions of books aren't read at start.
 */
function remember(layer: Records, answer: RememberedAnswer): void {
  const changed = [...layer.documents.changed()].flatMap((path) => layer.documents.get(path) ?? []);
  const { key, position } = answer;
  const own: StoredDocument = { kind: 'answer', id: key, version: 1, ...(position && { position }), answers: [] };
  const document = changed.find(({ kind }) => kind !== 'book') ?? own;
  layer.put(remembering(document, answer));
}
