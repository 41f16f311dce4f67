import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BackupFault } from '../backup-fault.ts';
import type { BackupPlace, KeptBackup } from '../ports.ts';
import { errorCode, nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { expectUnused } from '../store/embedded/folder/folder-lock.ts';
import { StoreFault } from '../store/store-fault.ts';
import { goingEnd, isNameOf, unfinishedEnd } from './backup-name.ts';
import { readManifest } from './manifest.ts';
import { lockPlace } from './place-lock.ts';
import { writeBackup } from './write-backup.ts';

/** A folder that backups are kept in, each in a folder of its own. */
export class BackupFolder implements BackupPlace {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  async write(...[backup]: Parameters<BackupPlace['write']>): Promise<KeptBackup> {
    const lock = await lockPlace(this.folder, backup.at, 'backup.running');
    try {
      await this.#sweep(backup.company);
      return await writeBackup(this.folder, backup, lock);
    } finally {
      await lock.release();
    }
  }

  async list(company: string): Promise<readonly KeptBackup[]> {
    const found: KeptBackup[] = [];
    for (const name of await this.#names()) {
      if (!isNameOf(company, name)) continue;
      const kept = await readBackup(join(this.folder, name));
      if (kept?.company === company) found.push(kept);
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Under another name first: what is half gone must not look like a backup. */
  async remove({ folder }: KeptBackup): Promise<void> {
    const going = `${folder}${goingEnd}`;
    await rename(folder, going);
    await rm(going, { recursive: true, force: true });
  }

  /** What was left half written, or half taken away, by a process that died. */
  async #sweep(company: string): Promise<void> {
    for (const name of await this.#names())
      for (const end of [unfinishedEnd, goingEnd])
        if (name.endsWith(end) && isNameOf(company, name.slice(0, -end.length)))
          await removeUnused(join(this.folder, name));
  }

  async #names(): Promise<readonly string[]> {
    try {
      return (await nodeFileSystem.list(this.folder)).filter(({ folder }) => folder).map(({ name }) => name);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw new BackupFault('backup.place-unusable', `${this.folder} can't be read`, { folder: this.folder }, error);
    }
  }
}

/** Null for one whose manifest can't be trusted: it isn't counted as a backup, and isn't removed either. */
async function readBackup(folder: string): Promise<KeptBackup | null> {
  try {
    const { company, at, counts, files } = await readManifest(folder);
    return { company, at, folder, counts, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    if (error instanceof BackupFault) return null;
    throw error;
  }
}

async function removeUnused(folder: string): Promise<void> {
  try {
    await expectUnused(folder);
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'store.locked') return; // somebody else is at it
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
}
