import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Instant } from '../../../core/value/date.ts';
import { Backups } from '../../../server/app/backups/backups.ts';
import { BackupFolder } from '../../../server/backup/backup-folder.ts';
import { restoreInto } from '../../../server/backup/restore-into.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { type FileSystem, nodeFileSystem } from '../../../server/store/embedded/disk/file-system.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { openFolderFiller } from '../../../server/store/embedded/snapshot/folder-filler.ts';
import { allNumbers, post, series } from '../../contract/store/sample-records.ts';

const now = '2026-11-22T14:15:00.000Z' as Instant;
let root: string;
let folder: string;
const elsewhere = () => join(root, 'elsewhere');
const second = `orders/2026-11/${series}-00002.json`;

/** Three orders, of which the first was lost before they were backed up, and a file. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'countersign-restore-into-'));
  const data = join(root, 'data');
  const store = await openEmbeddedStore({ folder: data });
  await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
  await store.files.put(Buffer.from('%PDF'));
  for (const key of ['1', '2', '3']) await post(store, { key }, `wang:${key}`);
  await store.close();
  const first = join(data, 'orders', '2026-11', `${series}-00001.json`);
  const handle = await nodeFileSystem.create(join(root, 'rotten'));
  await handle.close();
  await nodeFileSystem.rename(join(root, 'rotten'), first);
  await rm(`${first}.prev`, { force: true });
  const again = await openEmbeddedStore({ folder: data });
  const placeAt = (place: string) => new BackupFolder(place);
  const backups = new Backups({ company: 'own', store: again, clock: { now: () => now }, placeAt, onFault: () => {} });
  ({ folder } = await backups.make(join(root, 'backups')));
  await again.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function restore(fs: FileSystem = nodeFileSystem): Promise<void> {
  const manifest = await verifyBackup(folder);
  expect(manifest.counts).toMatchObject({ records: 2, files: 1, lost: 1 });
  const filler = await openFolderFiller({ folder: elsewhere(), now });
  await restoreInto(filler, { folder, manifest }, () => {}, fs).finally(() => filler.close());
}
const expectUnfinished = () =>
  expect(openEmbeddedStore({ folder: elsewhere() })).rejects.toMatchObject({ code: 'store.unfinished' });

it('a backup of which something was lost before fills a store all the same', async () => {
  await restore();
  const store = await openEmbeddedStore({ folder: elsewhere() });
  expect(await allNumbers(store)).toEqual([`${series}-00002`, `${series}-00003`]);
  expect(store.damaged).toHaveLength(1);
  await store.close();
});

it('what rotted by the second time is named, nothing is finished, and the next attempt restores all of it', async () => {
  const rotting: FileSystem = {
    ...nodeFileSystem,
    read: async (path) => {
      const bytes = await nodeFileSystem.read(path);
      return path.endsWith(`${series}-00002.json`) ? bytes.with(99, (bytes[99] ?? 0) ^ 4) : bytes;
    },
  };
  await expect(restore(rotting)).rejects.toMatchObject({ code: 'backup.damaged', details: { file: second } });
  await expectUnfinished();
  await restore();
  const store = await openEmbeddedStore({ folder: elsewhere() });
  expect(await allNumbers(store)).toEqual([`${series}-00002`, `${series}-00003`]);
  expect(store.damaged).toHaveLength(1);
  await store.close();
});

it('what is gone the second time is missed, and nothing is finished', async () => {
  const forgetful: FileSystem = {
    ...nodeFileSystem,
    list: async (path) => {
      await rm(join(folder, second), { force: true });
      return nodeFileSystem.list(path);
    },
  };
  await expect(restore(forgetful)).rejects.toMatchObject({ code: 'backup.damaged', details: { file: second } });
  await expectUnfinished();
});
