import { resolve } from 'node:path';
import type { SnapshotPart, StoredSettings } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import { DurableDisk } from '../disk/durable-disk.ts';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';
import { WriteGate } from '../folder/write-gate.ts';
import { FolderFiles } from '../folder-files.ts';
import { type PeopleByKey, peopleIn } from '../folder-people.ts';
import { settingsPaths } from '../settings-paths.ts';
import { filePart, partOfDocument } from '../snapshot/parts.ts';
import { readFolder } from './read-folder.ts';

type Lost = Extract<SnapshotPart, { part: 'lost' }>;

/**
 * Everything in a data folder that nobody has open, part by part, as a snapshot of it would give it out; what is damaged is
 * 'lost'. Changes nothing (read-folder.ts). Throws StoreFault 'store.locked' and those of reading.
 */
export async function* folderParts(folder: string, fs: FileSystem = nodeFileSystem): AsyncGenerator<SnapshotPart> {
  const { documents, damaged } = await readFolder(folder, fs);
  const disk = new DurableDisk(fs, resolve(folder));
  const lost: Lost[] = damaged.map(({ document, problem }) => ({ part: 'lost', document, problem }));
  yield { part: 'settings', settings: await readSettings(disk, lost) };
  yield* lost;
  for (const document of [...documents.values()].sort((a, b) => compareNumbers(a.id, b.id)))
    if (document.kind !== 'job') yield partOfDocument(document);
  const files = new FolderFiles(disk, new WriteGate(async () => false)); // reads only
  for (const hash of await files.hashes()) yield await filePart(hash, files);
}

/** A document that is damaged is added to what was lost, and counts as empty. */
async function readSettings(disk: DurableDisk, lost: Lost[]): Promise<StoredSettings> {
  const read = async <Body>(path: string, empty: Body): Promise<Body> => {
    try {
      return (await new DurableAdapter<Body>(disk, path).read()) ?? empty;
    } catch (error) {
      if (!isDamage(error)) throw error;
      lost.push({ part: 'lost', document: path, problem: String(error.details.problem) });
      return empty;
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
