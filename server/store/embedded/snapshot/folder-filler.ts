import { dirname, resolve } from 'node:path';
import type { Instant } from '../../../../core/value/date.ts';
import type { Filler, SnapshotPart, StoredSettings } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import { StoreFault } from '../../store-fault.ts';
import { seal } from '../disk/checksummed.ts';
import { writeFailed } from '../disk/disk-health.ts';
import { DurableDisk, type FileToWrite } from '../disk/durable-disk.ts';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';
import { lockFolder } from '../folder/folder-lock.ts';
import { markFormat } from '../folder/store-format.ts';
import { WriteGate } from '../folder/write-gate.ts';
import { filePath } from '../folder-files.ts';
import type { PeopleByKey } from '../folder-people.ts';
import { bookId, documentPath, type StoredDocument } from '../records/document.ts';
import { settingsPaths } from '../settings-paths.ts';
import { damageNote } from '../start/set-aside.ts';
import { sweep } from '../start/sweep.ts';
import { beginFilling, endFilling } from './filling-mark.ts';

/**
 * Fills a new folder; one in which that was begun before is gone on with.
 * Throws StoreFault 'store.not-empty' for one that holds anything else, 'store.locked', or those of writing.
 */
export async function openFolderFiller(options: {
  readonly folder: string;
  readonly fs?: FileSystem;
  readonly now: Instant;
}): Promise<Filler> {
  const folder = resolve(options.folder);
  const disk = new DurableDisk(options.fs ?? nodeFileSystem, folder);
  await disk.makeFolder('.');
  const lock = await lockFolder(folder, options.now);
  try {
    await beginFilling(disk, folder);
    await sweep(disk);
  } catch (error) {
    await lock.release();
    throw error;
  }
  const gate = new WriteGate(lock.stillOwned);
  const names = new DurableNames(disk);
  return {
    put: (parts) => put(parts, disk, { gate, names }),
    async finish() {
      await markFormat(disk, gate);
      await endFilling(disk);
    },
    async close() {
      gate.shut(new StoreFault('store.closed', 'nothing is filled in any more'));
      await lock.release();
    },
  };
}

async function put(
  parts: readonly SnapshotPart[],
  disk: DurableDisk,
  { gate, names }: { readonly gate: WriteGate; readonly names: DurableNames },
): Promise<void> {
  await gate.expectOpen();
  try {
    const wanted = parts.flatMap(filesOf);
    const there = await Promise.all(wanted.map(({ path }) => disk.read(path)));
    const isKept = wanted.map(({ bytes }, index) => isSame(bytes, there[index] ?? null));
    await names.settle(wanted.filter((_, index) => isKept[index]));
    await disk.write(wanted.filter((_, index) => !isKept[index]));
  } catch (error) {
    throw writeFailed('a copy', error);
  }
}

/**
 * Folders whose names an earlier attempt may have left to the power: it was cut off between renaming a file and syncing the folder.
 * What is written from now on is synced as it is written, so each is looked after once.
 */
class DurableNames {
  readonly #disk: DurableDisk;
  readonly #settled = new Set<string>();

  constructor(disk: DurableDisk) {
    this.#disk = disk;
  }

  async settle(files: readonly FileToWrite[]): Promise<void> {
    const folders = [...new Set(files.map(({ path }) => dirname(path)))].filter((folder) => !this.#settled.has(folder));
    if (folders.length === 0) return;
    for (const folder of folders) await this.#disk.makeFolder(folder);
    await this.#disk.settleNames(folders);
    for (const folder of folders) this.#settled.add(folder);
  }
}

const isSame = (wanted: Uint8Array, there: Uint8Array | null): boolean =>
  there !== null && Buffer.compare(wanted, there) === 0;

function filesOf(part: SnapshotPart): readonly FileToWrite[] {
  switch (part.part) {
    case 'settings':
      return settingsFiles(part.settings);
    case 'file': {
      expectHash(part.bytes, part.sha256);
      return [{ path: filePath(part.sha256), bytes: part.bytes, keepPrevious: false }];
    }
    case 'lost':
      return [damageNote(part)];
    default: {
      const document = documentOf(part);
      return [sealed(documentPath(document), document)];
    }
  }
}

function documentOf(part: Extract<SnapshotPart, { part: 'book' | 'record' | 'answer' }>): StoredDocument {
  switch (part.part) {
    case 'record':
      return part.record;
    case 'book': {
      const { book, position } = part;
      const id = bookId(book.kind, book.version);
      return { kind: 'book', id, version: 1, ...(position > 0 && { position }), answers: [], book };
    }
    case 'answer': {
      const { key, position } = part.answer;
      return { kind: 'answer', id: key, version: 1, ...(position && { position }), answers: [part.answer] };
    }
  }
}

/** As the folder's own settings documents are. A company without a profile has no document for it. */
function settingsFiles({ people, ...settings }: StoredSettings): readonly FileToWrite[] {
  const byKey: PeopleByKey = Object.fromEntries(people.map(({ key, salt, person }) => [key, { salt, ...person }]));
  return [
    ...(settings.profile === null ? [] : [sealed(settingsPaths.profile, settings.profile)]),
    sealed(settingsPaths.policies, settings.policies),
    sealed(settingsPaths.users, settings.users),
    sealed(settingsPaths.tokens, settings.tokens),
    sealed(settingsPaths.people, byKey),
  ];
}

const sealed = (path: string, body: unknown): FileToWrite => ({ path, bytes: seal(body), keepPrevious: false });

function expectHash(bytes: Uint8Array, expected: string): void {
  if (sha256(bytes) !== expected)
    throw new StoreFault('store.damaged', `file ${expected} doesn't hold the bytes it is named after`);
}
