import { resolve } from 'node:path';
import { idInPath } from '../../../../core/history/id-in-path.ts';
import { compareNumbers } from '../../numbers.ts';
import { RedoDocument, redoPath } from '../commit/redo-document.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import { DurableDisk, previousOf } from '../disk/durable-disk.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { expectUnused } from '../folder/folder-lock.ts';
import { expectKnownFormat } from '../folder/store-format.ts';
import { documentFolders, documentPath, isRecord, type StoredDocument } from '../records/document.ts';
import { expectFinished } from '../snapshot/filling-mark.ts';
import { documentsIn, fallbackOn, notItself, problemOf, readEach } from '../start/document-files.ts';
import { type Damage, readDamages } from '../start/set-aside.ts';

/** A whole document, or the name of one that can't be trusted; the generation before that follows it, if it can be used. */
type Found = { readonly document: StoredDocument } | { readonly lost: Damage };

/** A data folder that nobody has open, to be read document by document. */
export interface ListedFolder {
  /** About how many documents there are. */
  readonly count: number;
  /** By folder, those of a folder oldest first; last what was damaged before. `told`: of what is damaged, what is known already. */
  documents(told?: ReadonlySet<string>): AsyncGenerator<Found>;
  /** Throws StoreFault 'store.locked' when somebody opened the folder meanwhile: what was read may be half of a commit. */
  expectUntouched(): Promise<void>;
}

/**
 * Lists a data folder to be read, and changes nothing: what is damaged is named and left where it lies. What the next start would put in
 * its place counts, and so does what it would finish of a commit that a crash cut off. Throws StoreFault 'store.locked' while a process
 * has the folder open, 'store.unfinished', 'store.format-unknown' or those of reading.
 */
export async function listFolder(folder: string, fs: FileSystem): Promise<ListedFolder> {
  const root = resolve(folder);
  const disk = new DurableDisk(fs, root);
  const opening = await expectUnused(root);
  await expectFinished(disk, root);
  await expectKnownFormat(disk);
  const before = await readDamages(disk);
  const redo = await readRedo(disk);
  const paths = await pathsIn(disk, redo.documents);
  return {
    count: paths.length + before.length,
    async *documents(known = new Set()) {
      const told = new Set(known);
      for await (const found of documentsAt(disk, paths, redo)) {
        if ('lost' in found) told.add(found.lost.document);
        yield found;
      }
      for (const lost of before) if (!told.has(lost.document)) yield { lost };
    },
    expectUntouched: async () => void (await expectUnused(root, opening)),
  };
}

async function pathsIn(disk: DurableDisk, unfinished: Redo['documents']): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const folder of documentFolders) {
    const inRedo = [...unfinished.keys()].filter((path) => path.startsWith(`${folder}/`));
    const all = new Set([...(await documentsIn(disk, folder)), ...inRedo]);
    for (const path of [...all].sort((a, b) => compareNumbers(idInPath(a), idInPath(b)))) paths.add(path);
  }
  return [...paths];
}

interface Redo {
  /** Of a commit that was cut off, by their paths. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly problem: string | null;
}

async function readRedo(disk: DurableDisk): Promise<Redo> {
  try {
    const documents = (await new RedoDocument(disk).read()) ?? [];
    return { documents: new Map(documents.map((document) => [documentPath(document), document])), problem: null };
  } catch (error) {
    return { documents: new Map(), problem: problemOf(error) };
  }
}

async function* documentsAt(disk: DurableDisk, paths: readonly string[], redo: Redo): AsyncGenerator<Found> {
  if (redo.problem !== null) yield { lost: { document: redoPath, problem: redo.problem } };
  for await (const { path, read } of readEach(disk, paths)) {
    const document = read.status === 'fulfilled' ? read.value : null;
    const problem = read.status === 'rejected' ? problemOf(read.reason) : problemIn(path, document);
    const unfinished = redo.documents.get(path);
    // What the redo document holds is whole there, whatever became of it here.
    if (unfinished !== undefined && (problem !== null || (document?.version ?? 0) < unfinished.version))
      yield { document: unfinished };
    else if (document !== null && problem === null) yield { document };
    else if (problem !== null) yield* damaged(disk, { document: path, problem });
  }
}

async function* damaged(disk: DurableDisk, { document, problem }: Damage): AsyncGenerator<Found> {
  const previous = await previousAt(disk, document);
  yield { lost: { document, problem: `${problem}${fallbackOn(previous)}` } };
  if (previous !== null) yield { document: previous };
}

async function previousAt(disk: DurableDisk, path: string): Promise<StoredDocument | null> {
  try {
    const previous = await new DurableAdapter<StoredDocument>(disk, previousOf(path)).read();
    return problemIn(path, previous) === null ? previous : null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Also what a start would trip over: somebody may have written the document without the program. */
function problemIn(path: string, document: StoredDocument | null): string | null {
  const wrong = notItself(path, document);
  if (document === null || wrong !== null || !isRecord(document)) return wrong;
  const { events, chain } = document;
  const lists = Array.isArray(events) && (chain === undefined || Array.isArray(chain.hashes));
  return lists ? null : 'its events or their hashes are no list';
}
