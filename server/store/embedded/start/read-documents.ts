import { Low } from 'lowdb';
import { bookKinds } from '../../../../core/check/knowledge.ts';
import type { PublishedBook } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import { type DurableDisk, previousOf } from '../disk/durable-disk.ts';
import { documentFolders, folderOf, type StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { documentsIn, idIn, notItself, problemOf, readEach } from './document-files.ts';
import { readDamages, setAside } from './set-aside.ts';

/**
 * Reads all documents of the data folder into the records. A damaged one is set aside, its previous generation takes its
 * place when that is whole, and everything else is read as if nothing had happened.
 */
export async function readDocuments(disk: DurableDisk, records: Records): Promise<void> {
  const reader = new DocumentReader(disk, records);
  await reader.readNewestBooks();
  for (const folder of documentFolders) if (folder !== folderOf('book')) await reader.readAll(folder);
  for (const { document } of await readDamages(disk)) markUsed(records, idIn(document));
}

class DocumentReader {
  readonly #disk: DurableDisk;
  readonly #records: Records;

  constructor(disk: DurableDisk, records: Records) {
    this.#disk = disk;
    this.#records = records;
  }

  async readAll(folder: string): Promise<void> {
    const paths = (await documentsIn(this.#disk, folder)).sort((a, b) => compareNumbers(idIn(a), idIn(b)));
    for await (const { path, read } of readEach(this.#disk, paths)) await this.#take(path, read);
  }

  /** Of each kind of book only the version in force; older ones stay on the disk for whoever asks why. */
  async readNewestBooks(): Promise<void> {
    const paths = await documentsIn(this.#disk, folderOf('book'));
    for (const kind of bookKinds) {
      const versions = paths
        .filter((path) => idIn(path).startsWith(`${kind}-`))
        .sort(byVersion)
        .reverse();
      for (const path of versions) {
        for await (const { read } of readEach(this.#disk, [path])) await this.#take(path, read);
        if (this.#records.books.get(kind)) break;
      }
    }
  }

  async #take(path: string, read: PromiseSettledResult<StoredDocument | null>): Promise<void> {
    const problem = read.status === 'rejected' ? problemOf(read.reason) : this.#put(path, read.value);
    if (problem === null) return;
    const previous = await this.#previousOf(path);
    const fallback =
      previous === null ? '' : `; the generation before it (version ${previous.version}) is used instead`;
    await setAside(this.#disk, { document: path, problem: `${problem}${fallback}` });
    if (previous === null) return;
    await new Low(this.#document(path).adapter, previous).write();
  }

  /** What is wrong with it; null = it is in the records. */
  #put(path: string, document: StoredDocument | null): string | null {
    const wrong = notItself(path, document);
    if (document === null || wrong !== null) return wrong;
    try {
      this.#records.put(document);
      return null;
    } catch (error) {
      return `its events don't make sense: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** The previous generation, already in the records; null when there is none that can be used. */
  async #previousOf(path: string): Promise<StoredDocument | null> {
    try {
      const previous = await this.#document(previousOf(path)).adapter.read();
      return this.#put(path, previous) === null ? previous : null;
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  }

  #document(path: string): Low<StoredDocument | null> {
    return new Low(new DurableAdapter<StoredDocument | null>(this.#disk, path), null);
  }
}

/** A number stays used even if the document that bore it is gone. */
function markUsed(records: Records, id: string): void {
  const book = /^(prices|stock|customers)-(\d+)$/.exec(id);
  if (book) records.markBookVersionUsed(book[1] as PublishedBook['kind'], Number(book[2]));
  else records.markNumberUsed(id);
}

const versionIn = (path: string): number => Number(idIn(path).split('-').at(-1));
const byVersion = (a: string, b: string): number => versionIn(a) - versionIn(b);
