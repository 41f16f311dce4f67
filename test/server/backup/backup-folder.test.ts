import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Instant } from '../../../core/value/date.ts';
import { textsIn } from '../../../locales/index.ts';
import { Backups } from '../../../server/app/backups/backups.ts';
import { inspectParts } from '../../../server/app/inspect-store.ts';
import { BackupFolder } from '../../../server/backup/backup-folder.ts';
import { filesIn } from '../../../server/backup/files-in.ts';
import { type Manifest, readManifest, sealedManifest } from '../../../server/backup/manifest.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { failureOf } from '../../../server/cli/failure.ts';
import { folderParts } from '../../../server/store/embedded/audit/folder-parts.ts';
import { nodeFileSystem } from '../../../server/store/embedded/disk/file-system.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { sha256 } from '../../../server/store/sha256.ts';
import { allNumbers, done, post } from '../../contract/store/sample-records.ts';

let root: string;
let store: EmbeddedStore;
let time: Date;
const place = () => new BackupFolder(join(root, 'backups'));
let told: unknown[];
const backupsOf = (folder = join(root, 'backups')) =>
  new Backups({
    company: 'own',
    store,
    clock: { now: () => time.toISOString() as Instant },
    placeAt: () => new BackupFolder(folder),
    onFault: (fault) => told.push(fault),
  });
const restoreElsewhere = (folder: string, manifest: Manifest) =>
  restoreBackup(folder, manifest, { companiesFolder: join(root, 'elsewhere'), now: time.toISOString() as Instant });
const make = () => backupsOf().make(join(root, 'backups'));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'countersign-backup-'));
  time = new Date('2026-11-22T14:15:00Z');
  told = [];
  store = await openEmbeddedStore({ folder: join(root, 'data') });
  await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
  await store.accounts.saveToken({
    hash: 'a',
    userId: 'a',
    kind: 'device',
    createdAt: '2026-11-21T00:00:00.000Z' as Instant,
    expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
  });
  await store.files.put(Buffer.from('%PDF'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  await rm(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('made while clerks post holds every order up to its moment and none after it, and nothing in it is amiss', async () => {
    let working = true;
    const positions = new Map<string, number>();
    const clerk = async (name: string) => {
      for (let count = 1; working; count += 1) {
        const outcome = await post(store, { key: `${name} ${count}` });
        positions.set(done(outcome), outcome.position);
      }
    };
    const clerks = ['a', 'b', 'c'].map(clerk);
    await vi.waitUntil(() => positions.size > 30, { timeout: 60_000, interval: 5 });
    const { folder, counts } = await make();
    working = false;
    await Promise.all(clerks);

    const manifest = await verifyBackup(folder);
    const due = [...positions].filter(([, position]) => position <= manifest.position).map(([number]) => number);
    expect(counts).toMatchObject({ records: due.length, files: 1, lost: 0 });
    expect(due.length).toBeLessThan(positions.size);
    expect((await inspectParts(folderParts(folder), sha256)).misfits).toEqual([]);
    await restoreElsewhere(folder, manifest);
    const restored = await openEmbeddedStore({ folder: join(root, 'elsewhere', 'own') });
    expect(await allNumbers(restored)).toEqual(due.sort());
    expect(restored.damaged).toEqual([]);
    await restored.close();
  });

  it('lets nobody in: it holds no tokens', async () => {
    const { folder } = await make();
    expect(await readFile(join(folder, 'tokens.json'), 'utf8')).toContain('"body":[]');
    expect(await store.accounts.token('a')).not.toBeNull();
  });

  it('never goes over another, and the time stands in its name', async () => {
    const { folder } = await make();
    expect(folder).toBe(join(root, 'backups', 'own-2026-11-22T14-15-00Z'));
    await expect(make()).rejects.toMatchObject({ code: 'backup.exists' });
    expect(await verifyBackup(folder)).toMatchObject({ company: 'own', at: '2026-11-22T14:15:00.000Z' });
  });

  it('is made one at a time', async () => {
    const backups = backupsOf();
    const first = backups.make(join(root, 'backups'));
    expect(() => backups.begin(join(root, 'backups'))).toThrow(expect.objectContaining({ code: 'backup.running' }));
    await first;
    expect(backups.state()).toMatchObject({ running: null, last: { company: 'own' }, failed: null });
  });

  it('is not swept away by another process while it is read back', async () => {
    const read = nodeFileSystem.read;
    let second: Promise<unknown> | null = null;
    vi.spyOn(nodeFileSystem, 'read').mockImplementation(async (path) => {
      const bytes = await read(path);
      if (second === null && path.endsWith(join('.unfinished', 'profile.json'))) {
        time = new Date('2026-11-22T14:16:00Z');
        second = make();
        await expect(second).rejects.toMatchObject({ code: 'backup.running' });
      }
      return bytes;
    });
    const { folder } = await make();
    expect(second).not.toBeNull();
    expect(await verifyBackup(folder)).toMatchObject({ company: 'own' });
    expect(await readdir(join(root, 'backups'))).toEqual(['own-2026-11-22T14-15-00Z']);
  });

  it('that fails leaves nothing behind, and its state says why', async () => {
    await writeFile(join(root, 'file'), '');
    const backups = backupsOf(join(root, 'file', 'inside'));
    await expect(backups.make('x')).rejects.toMatchObject({ code: 'backup.place-unusable' });
    expect(backups.state()).toMatchObject({ running: null, failed: { fault: { code: 'backup.place-unusable' } } });
  });

  it('that nobody waits for and fails is told to whoever looks after the server', async () => {
    await writeFile(join(root, 'file'), '');
    const backups = backupsOf(join(root, 'file', 'inside'));
    backups.begin('x');
    await vi.waitUntil(() => backups.state().running === null);
    await vi.waitFor(() => expect(told).toEqual([expect.objectContaining({ code: 'backup.place-unusable' })]));
  });

  it('isn’t begun where there is no room for it', async () => {
    const snapshot = await store.snapshot();
    const at = time.toISOString() as Instant;
    const writing = place().write({ company: 'own', at, snapshot, expectedBytes: 1e18, progress: () => {} });
    await expect(writing).rejects.toMatchObject({ code: 'backup.no-space' });
    expect(await readdir(join(root, 'backups'))).toEqual([]);
  });
});

describe('the folder of backups', () => {
  it('lists whole backups of the company, the newest first, and nothing else', async () => {
    const first = await make();
    time = new Date('2026-11-23T14:15:00Z');
    const second = await make();
    const names = ['own-2026-11-24T00-00-00Z', 'own-2026-11-24T00-00-00Z.unfinished', 'own-old', 'holiday pictures'];
    for (const name of names) await mkdir(join(root, 'backups', name));
    await cp(first.folder, join(root, 'backups', 'other-2026-11-22T14-15-00Z'), { recursive: true });
    expect((await place().list('own')).map(({ folder }) => folder)).toEqual([second.folder, first.folder]);
    expect(await place().list('other')).toEqual([]); // it says it is a backup of own
  });

  it('loses what a killed one left half written when the next is made, and keeps whatever isn’t ours', async () => {
    for (const name of ['own-2026-11-21T00-00-00Z.unfinished', 'own-2026-11-21T00-00-00Z.going', 'own.unfinished'])
      await mkdir(join(root, 'backups', name, 'orders'), { recursive: true });
    await make();
    expect((await readdir(join(root, 'backups'))).sort()).toEqual(['own-2026-11-22T14-15-00Z', 'own.unfinished']);
  });
});

describe('a backup that was touched', () => {
  it('is not trusted, whichever byte was changed, and not restored', async () => {
    await post(store);
    const { folder } = await make();
    const manifest = await readManifest(folder);
    for await (const path of filesIn(folder)) {
      const bytes = await readFile(join(folder, path));
      for (const place of bytes.length === 0 ? [] : [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        await writeFile(join(folder, path), bytes.with(place, (bytes[place] ?? 0) ^ 1));
        await expect(verifyBackup(folder), `${path} at ${place}`).rejects.toMatchObject({ code: 'backup.damaged' });
        if (path !== 'backup.json')
          await expect(restoreElsewhere(folder, manifest)).rejects.toMatchObject({
            code: 'backup.damaged',
            details: { file: path },
          });
      }
      await writeFile(join(folder, path), bytes);
    }
    expect(await verifyBackup(folder)).toEqual(manifest);
    expect(await readdir(join(root, 'elsewhere'))).toEqual(['own.restoring']);
  });

  it('is not trusted with a file missing or one too many', async () => {
    const { folder } = await make();
    await writeFile(join(folder, 'orders.json'), '{}');
    await expect(verifyBackup(folder)).rejects.toMatchObject({ details: { file: 'orders.json' } });
    await rm(join(folder, 'orders.json'));
    await rm(join(folder, 'profile.json'));
    await expect(verifyBackup(folder)).rejects.toMatchObject({ details: { file: 'profile.json' } });
  });

  it('is none without its manifest', async () => {
    await expect(verifyBackup(root)).rejects.toMatchObject({ code: 'backup.unknown' });
  });
});

it('restores over nothing', async () => {
  const { folder } = await make();
  const manifest = await verifyBackup(folder);
  await restoreElsewhere(folder, manifest);
  await expect(restoreElsewhere(folder, manifest)).rejects.toMatchObject({
    code: 'backup.company-exists',
  });
});

it('is restored by one at a time', async () => {
  const { folder } = await make();
  const manifest = await verifyBackup(folder);
  const both = await Promise.allSettled([restoreElsewhere(folder, manifest), restoreElsewhere(folder, manifest)]);
  const refused = both.filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([{ status: 'rejected', reason: expect.objectContaining({ name: 'BackupFault' }) }]);
  expect(await readdir(join(root, 'elsewhere'))).toEqual(['own']);
});

describe('a restore that the place cuts off', () => {
  it.each([
    ['ENOSPC', 'backup.restore-no-space', '空间已用完'],
    ['EDQUOT', 'backup.restore-no-space', '空间已用完'],
    ['EIO', 'backup.restore-cut-off', '已无法写入（EIO）'],
  ])('by %s says what stays, in words, and may be run again', async (errno, code, words) => {
    const { folder } = await make();
    const manifest = await verifyBackup(folder);
    const create = nodeFileSystem.create;
    const full = vi.spyOn(nodeFileSystem, 'create').mockImplementation(async (path) => {
      if (path.includes('profile.json')) throw Object.assign(new Error(`${errno}: write`), { code: errno });
      return create(path);
    });
    const begun = join(root, 'elsewhere', 'own.restoring');
    const fault = await restoreElsewhere(folder, manifest).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code, details: { folder: join(root, 'elsewhere'), begun } });
    const said = failureOf(fault, textsIn('zh-Hans'))?.message;
    expect(said).toContain(words);
    expect(said).toContain(begun);
    expect(await readdir(join(root, 'elsewhere'))).toEqual(['own.restoring']);

    full.mockRestore();
    await restoreElsewhere(folder, manifest);
    expect(await readdir(join(root, 'elsewhere'))).toEqual(['own']);
  });

  it('does not blame the place for a backup that can no longer be read', async () => {
    const { folder } = await make();
    const manifest = await verifyBackup(folder);
    const unreadable = Object.assign(new Error('EIO: read'), { code: 'EIO' });
    vi.spyOn(nodeFileSystem, 'read').mockRejectedValue(unreadable);
    await expect(restoreElsewhere(folder, manifest)).rejects.toBe(unreadable);
  });
});

describe('a manifest that leads out of its folder', () => {
  it.each(['../own', 'a/b', '', 'C:own', '.'])('by its company “%s” is none', async (company) => {
    const { folder } = await make();
    const manifest = await readManifest(folder);
    await writeFile(join(folder, 'backup.json'), sealedManifest({ ...manifest, company }));
    await expect(verifyBackup(folder)).rejects.toMatchObject({ details: { file: 'backup.json' } });
    expect(await place().list('own')).toEqual([]);
  });

  it.each([
    '../outside.json',
    'orders/../../outside.json',
    '/outside.json',
    'orders\\..\\outside.json',
    'C:/outside.json',
  ])('by a file “%s” is none', async (path) => {
    const { folder } = await make();
    const manifest = await readManifest(folder);
    const [first] = manifest.files;
    if (!first) throw new Error('a backup without files');
    const files = [{ ...first, path }, ...manifest.files.slice(1)];
    await writeFile(join(folder, 'backup.json'), sealedManifest({ ...manifest, files }));
    await expect(verifyBackup(folder)).rejects.toMatchObject({ details: { file: 'backup.json' } });
  });
});
