import { Low } from 'lowdb';
import { writeFailed } from '../disk/disk-health.ts';
import { type DurableDisk, previousOf } from '../disk/durable-disk.ts';
import { WriteRound } from '../disk/write-round.ts';
import type { StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { RedoDocument } from './redo-document.ts';

/** Changed documents by their path in the data folder. */
export type Changes = ReadonlyMap<string, StoredDocument>;
const noneKept: Changes = new Map();

/**
 * Brings the documents of a commit to the disk, all or none. One document is atomic by itself. Several are first written
 * together into one redo document: from the moment that is on the disk the commit stands, whatever happens to the single
 * documents after; they are written again before the next commit, or at the next start.
 */
export class DocumentWriter {
  readonly #disk: DurableDisk;
  /** What is committed; the disk is put back to it after a failure. */
  readonly #committed: Records;
  readonly #redo: RedoDocument;
  /** What a failed write left to be done before anything else may be written; null = disk and memory agree. */
  #unsettled: (() => Promise<void>) | null = null;

  constructor(disk: DurableDisk, committed: Records) {
    this.#disk = disk;
    this.#committed = committed;
    this.#redo = new RedoDocument(disk);
  }

  /** Throws StoreFault 'store.write-failed'; then nothing of it is kept, and later commits are tried afresh. */
  async commit(changes: Changes): Promise<void> {
    await this.settle();
    const before = this.#known([...changes.keys()]);
    try {
      if (changes.size === 1) await this.#write(changes, before);
      else await this.#redo.write([...changes.values()]);
    } catch (error) {
      this.#unsettled =
        changes.size === 1 ? () => this.#restore(before, [...changes.keys()]) : () => this.#redo.takeBack();
      await this.#trySettle();
      throw writeFailed('a commit', error);
    }
    if (changes.size === 1) return;
    // The commit stands: trouble from here on is no longer the caller's.
    this.#unsettled = async () => {
      await this.#write(changes, before);
      await this.#redo.remove();
    };
    await this.#trySettle();
  }

  /** Finishes or takes back what an earlier failure left half done. Throws StoreFault while the disk still refuses. */
  async settle(): Promise<void> {
    try {
      await this.#unsettled?.();
      this.#unsettled = null;
    } catch (error) {
      throw writeFailed('a commit', error);
    }
  }

  async #trySettle(): Promise<void> {
    try {
      await this.settle();
    } catch (error) {
      // It stays unsettled: the next commit begins with it and says so if it fails again.
      console.warn('store: a disk write will be tried again before the next commit:', error);
    }
  }

  /** `before`: those of them whose generation on the disk is kept beside the new one. */
  async #write(changes: Changes, before: Changes): Promise<void> {
    const round = new WriteRound(this.#disk);
    const writes = [...changes].map(([path, document]) =>
      new Low(round.adapter<StoredDocument>(path, { keepPrevious: before.has(path) }), document).write(),
    );
    await round.flush();
    await Promise.all(writes);
  }

  /** What is committed of these documents, as long as they are in memory. */
  #known(paths: readonly string[]): Changes {
    return new Map(
      paths.flatMap((path) => {
        const document = this.#committed.documents.get(path);
        return document === undefined ? [] : [[path, document] as const];
      }),
    );
  }

  /** Puts files back to what memory held: the failed write may have reached the disk, and must not become a generation before. */
  async #restore(known: Changes, paths: readonly string[]): Promise<void> {
    await this.#write(known, noneKept);
    const unknown = paths.filter((path) => !known.has(path));
    await this.#disk.remove(unknown.flatMap((path) => [path, previousOf(path)]));
  }
}
