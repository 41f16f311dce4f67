import { bookKinds } from '../../../../core/check/knowledge.ts';
import type { Position, Snapshot, SnapshotPart } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { StoreFault } from '../../store-fault.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { WriteGate } from '../folder/write-gate.ts';
import type { FolderAccounts } from '../folder-accounts.ts';
import type { FolderFiles } from '../folder-files.ts';
import type { FolderPeople } from '../folder-people.ts';
import { bookId, documentPath, isRecord, type StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { groupOf, isRestDocument, restKinds } from '../rest/rest-row.ts';
import type { Asleep, SleepingDocument } from '../rest/resting.ts';
import { notItself } from '../start/document-files.ts';
import type { Damage } from '../start/set-aside.ts';
import { asOf } from './as-of.ts';
import { filePart, partOfDocument } from './parts.ts';

/** What an open folder is made of, as far as a snapshot is concerned. */
interface OpenFolder {
  readonly disk: DurableDisk;
  /** What is committed. */
  readonly records: Records;
  readonly accounts: FolderAccounts;
  readonly people: FolderPeople;
  readonly files: FolderFiles;
  readonly gate: WriteGate;
  /** Known since the start. */
  readonly damaged: readonly Damage[];
}

/** A document of the moment: in memory, at rest at a version, or a path to read it from (an old version of a book). */
type Held = StoredDocument | SleepingDocument | { readonly path: string };

/**
 * Everything as of now. Documents in memory are never changed, only replaced: holding on to those of this moment is the
 * whole snapshot, and no commit waits for it. A document is committed after the files and people it names, so these are
 * there as well.
 */
export async function takeSnapshot(folder: OpenFolder): Promise<Snapshot> {
  const { records, accounts, people, files, gate, damaged } = folder;
  // From here to the end of the moment nothing is awaited.
  const position = records.lastPosition;
  const settings = { ...accounts.everything(), people: people.everybody() };
  const moment = new Moment(records, new Set(damaged.map(({ document }) => document)));
  const hashes = await files.hashes();

  let held: Moment | null = moment;
  const expectHeld = (): Moment => {
    if (held === null || gate.closed?.code === 'store.closed')
      throw new StoreFault('store.closed', 'the snapshot was let go of, or its store was closed');
    return held;
  };
  return {
    position,
    count: 1 + moment.size + damaged.length + hashes.length,
    async *parts() {
      const documents = expectHeld().documents();
      yield { part: 'settings', settings };
      for (const { document, problem } of damaged) yield { part: 'lost', document, problem };
      for (const document of documents) {
        expectHeld();
        yield await partOf(document, folder.disk, position);
      }
      for (const hash of hashes) {
        expectHeld();
        yield await filePart(hash, files);
      }
    },
    async release() {
      held = null;
    },
  };
}

/** The documents of one moment. */
class Moment {
  readonly size: number;
  readonly #books: readonly Held[];
  /** In memory, by kind, and there by the part of the index they would stand in. */
  readonly #awake = new Map<StoredDocument['kind'], Map<string, StoredDocument[]>>();
  readonly #asleep: Asleep;

  /** @param lost paths that nothing is to be found at, and that are told of by themselves */
  constructor(records: Records, lost: ReadonlySet<string>) {
    this.#books = [...booksOf(records, lost)];
    this.#asleep = records.resting.asleep();
    let size = this.#books.length + this.#asleep.size;
    for (const path of records.documents.keys()) {
      const document = records.documents.get(path) as StoredDocument;
      // What is left to be done stays here: a paper is printed when somebody asks for it, too.
      if (!isRestDocument(document)) continue;
      this.#put(groupOf(document), document);
      size += 1;
    }
    this.size = size;
  }

  /** In the order of a snapshot. Sorted month by month as they come up: nobody waits for all of them. */
  *documents(): Generator<Held> {
    yield* this.#books;
    for (const kind of restKinds) {
      const awake = this.#awake.get(kind);
      for (const group of new Set([...this.#asleep.groups, ...(awake?.keys() ?? [])].sort())) {
        const held = [...(awake?.get(group) ?? []), ...this.#asleep.in(group, kind)];
        yield* held.sort((a, b) => compareNumbers(a.id, b.id));
      }
    }
  }

  #put(group: string, document: StoredDocument): void {
    const groups = this.#awake.get(document.kind) ?? new Map<string, StoredDocument[]>();
    this.#awake.set(document.kind, groups);
    const documents = groups.get(group);
    if (documents) documents.push(document);
    else groups.set(group, [document]);
  }
}

/** Every version of every book. Older ones lie on the disk only; they were there before the one in force was published. */
function* booksOf(records: Records, lost: ReadonlySet<string>): Generator<Held> {
  for (const kind of bookKinds)
    for (let version = 1; version <= (records.books.get(kind)?.highest ?? 0); version += 1) {
      const path = documentPath({ kind: 'book', id: bookId(kind, version) });
      const inMemory = records.documents.get(path);
      if (inMemory !== undefined) yield inMemory;
      else if (!lost.has(path)) yield { path };
    }
}

async function partOf(held: Held, disk: DurableDisk, position: Position): Promise<SnapshotPart> {
  if ('answers' in held) return partOfDocument(held);
  const path = 'path' in held ? held.path : documentPath(held);
  try {
    const document = await new DurableAdapter<StoredDocument>(disk, path).read();
    const problem = notItself(path, document);
    if (document === null || problem !== null) return { part: 'lost', document: path, problem: problem ?? '' };
    return partOfDocument('version' in held ? asItWas(document, held, position) : document);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { part: 'lost', document: path, problem: String(error.details.problem) };
  }
}

/** Somebody may have woken and changed it since. */
function asItWas(document: StoredDocument, { version, position }: SleepingDocument, all: Position): StoredDocument {
  if (!isRecord(document) || document.version === version) return document;
  return asOf(document, { version, ...(position > 0 && { own: position }), all });
}
