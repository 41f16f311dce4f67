import { resolve } from 'node:path';
import type { SnapshotPart, StoredSettings } from '../../../ports.ts';
import type { KeptCompany } from '../../kept-companies.ts';
import { DurableAdapter } from '../disk/durable-adapter.ts';
import { DurableDisk, previousOf } from '../disk/durable-disk.ts';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';
import { WriteGate } from '../folder/write-gate.ts';
import { FolderFiles } from '../folder-files.ts';
import { type PeopleByKey, peopleIn } from '../folder-people.ts';
import { insteadOf, readUndamaged } from '../settings-document.ts';
import { settingsPaths } from '../settings-paths.ts';
import { filePart, partOfDocument } from '../snapshot/parts.ts';
import { problemOf } from '../start/document-files.ts';
import { type ListedFolder, listFolder } from './read-folder.ts';

type Lost = Extract<SnapshotPart, { part: 'lost' }>;

/**
 * A data folder that nobody has open, as a snapshot of it after the next start would be; what is damaged is 'lost'. Changes nothing, and
 * reads document after document (read-folder.ts). Throws StoreFault 'store.locked' and those of reading, and so does going through its
 * parts.
 */
export async function keptFolder(folder: string, fs: FileSystem = nodeFileSystem): Promise<KeptCompany> {
  const disk = new DurableDisk(fs, resolve(folder));
  const listed = await listFolder(folder, fs);
  const files = new FolderFiles(disk, new WriteGate(async () => false)); // reads only
  const hashes = await files.hashes();
  return {
    count: 1 + listed.count + hashes.length,
    async *parts() {
      yield* documentParts(disk, listed);
      for (const hash of hashes) yield await filePart(hash, files);
      await listed.expectUntouched();
    },
    // The index of what is at rest is compared with each document that is looked at.
    disagreements: async () => [],
    release: async () => {},
  };
}

export async function* folderParts(folder: string, fs: FileSystem = nodeFileSystem): AsyncGenerator<SnapshotPart> {
  yield* (await keptFolder(folder, fs)).parts();
}

async function* documentParts(disk: DurableDisk, listed: ListedFolder): AsyncGenerator<SnapshotPart> {
  const lost: Lost[] = [];
  yield { part: 'settings', settings: await readSettings(disk, lost) };
  yield* lost;
  for await (const found of listed.documents(new Set(lost.map(({ document }) => document))))
    if ('lost' in found) yield { part: 'lost', ...found.lost };
    else if (found.document.kind !== 'job') yield partOfDocument(found.document);
}

/** A document that is damaged is added to what was lost; what a start would put in its place counts. */
async function readSettings(disk: DurableDisk, lost: Lost[]): Promise<StoredSettings> {
  const read = async <Body>(path: string, empty: Body): Promise<Body> => {
    try {
      return (await new DurableAdapter<Body>(disk, path).read()) ?? empty;
    } catch (error) {
      const problem = problemOf(error);
      const previous = await readUndamaged(new DurableAdapter<Body>(disk, previousOf(path)));
      lost.push({ part: 'lost', document: path, problem: `${problem}; ${insteadOf(previous)}` });
      return previous ?? empty;
    }
  };
  return {
    profile: await read<StoredSettings['profile']>(settingsPaths.profile, null),
    policies: await read<StoredSettings['policies']>(settingsPaths.policies, []),
    users: await read<StoredSettings['users']>(settingsPaths.users, []),
    tokens: await read<StoredSettings['tokens']>(settingsPaths.tokens, []),
    people: peopleIn(await read<PeopleByKey>(settingsPaths.people, {})),
  };
}
