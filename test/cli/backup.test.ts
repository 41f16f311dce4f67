import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompanyProfile } from '../../core/policy/company.ts';
import { nodeSecrets } from '../../server/auth/secrets.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { northwind } from '../../server/samples/northwind.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { allNumbers, post, series } from '../contract/store/sample-records.ts';
import { countersign } from './run-cli.ts';

let root: string;
const inRoot = (path: string) => join(root, ...path.split('/'));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'countersign-backup-cli-'));
  const store = await openEmbeddedStore({ folder: inRoot('data/companies/own') });
  await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
  for (const _ of [1, 2]) await post(store);
  await store.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

const backUp = async () => {
  const ran = await countersign(['backup', inRoot('backups'), '--data', inRoot('data'), '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out) as { folder: string; counts: object };
};

test('a company is backed up, checked, and brought back to where there is none', async () => {
  const { folder, counts } = await backUp();
  expect(counts).toEqual({ books: 0, records: 2, answers: 0, files: 0, lost: 0 });
  const check = await countersign(['restore', folder, '--check-only']);
  expect(check).toMatchObject({ code: 0, out: expect.stringContaining('The backup is whole: company own') });
  const there = await countersign(['restore', folder, '--data', inRoot('data')]);
  expect(there).toMatchObject({ code: 70, err: expect.stringContaining('nothing is overwritten') });
  const restored = await countersign(['restore', folder, '--data', inRoot('elsewhere'), '--locale', 'zh-Hans']);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('已还原到') });
  const store = await openEmbeddedStore({ folder: inRoot('elsewhere/companies/own') });
  expect(await allNumbers(store)).toEqual([`${series}-00001`, `${series}-00002`]);
  await store.close();
});

test('a damaged backup is named and not restored; fsck and audit look into one as well, wherever companies live', async () => {
  const { folder } = await backUp();
  for (const command of [
    ['fsck', folder],
    ['fsck', '--data', folder],
    ['audit', '--data', folder],
  ])
    for (const store of ['folder', 'postgres://nobody:nothing@127.0.0.1:1/none'])
      expect(await countersign(command, { COUNTERSIGN_STORE: store }), command.join(' ')).toMatchObject({
        code: 0,
        out: expect.stringContaining('numbers 1 to 2, none missing'),
      });
  const path = join(folder, 'orders', '2026-11', `${series}-00002.json`);
  const bytes = await readFile(path);
  await writeFile(path, bytes.with(99, (bytes[99] ?? 0) ^ 4));
  const ran = await countersign(['restore', folder, '--data', inRoot('elsewhere')]);
  expect(ran).toMatchObject({
    code: 70,
    err: expect.stringContaining(`${series}-00002.json is not what was backed up`),
  });
  expect(await readdir(root)).not.toContain('elsewhere');
  expect(await countersign(['restore', root])).toMatchObject({ code: 70, err: expect.stringContaining('no backup') });
});

test('what did not fit before is said, and restored only when asked for', async () => {
  await rm(inRoot(`data/companies/own/orders/2026-11/${series}-00001.json`));
  const { folder } = await backUp();
  const refused = await countersign(['restore', folder, '--data', inRoot('elsewhere')]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--with-damage') });
  const ran = await countersign(['restore', folder, '--data', inRoot('elsewhere'), '--with-damage', '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ misfits: [{ code: 'numbers-missing' }] });
});

describe('a server that runs', () => {
  const plan = () => ({ folder: inRoot('backups'), everyHours: 24, keep: { daily: 9, weekly: 0, monthly: 0 } });
  const password = '回签 battery';
  const ask = (dir: string, server: RunningServer, user: string, ...more: readonly string[]) =>
    countersign(['backup', dir, '--data', inRoot('data'), '--server', server.url, '--user', user, ...more], {
      COUNTERSIGN_PASSWORD: password,
    });

  beforeEach(async () => {
    const store = await openEmbeddedStore({ folder: inRoot('data/companies/own') });
    const passwordHash = await nodeSecrets.hashPassword(password);
    for (const role of ['administrator', 'order-desk'] as const)
      await store.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'en', passwordHash });
    await store.close();
  });

  test('is asked to back up what it has open, by an administrator, into its folder for backups and no other', async () => {
    const server = await startServer({ port: 0, dataFolder: inRoot('data'), samples: [], backups: plan() });
    try {
      const inside = inRoot('backups/asked');
      expect((await ask(inside, server, 'order-desk')).code).not.toBe(0);
      for (const elsewhere of [inRoot('elsewhere'), inRoot('backups-2'), root])
        expect(await ask(elsewhere, server, 'administrator')).toMatchObject({
          code: 1,
          err: expect.stringContaining(`only into ${inRoot('backups')}`),
        });
      expect(await readdir(root)).not.toContain('elsewhere');
      await expect.poll(async () => (await readdir(root)).includes('backups'), { timeout: 30_000 }).toBe(true);
      await vi.waitFor(
        async () => {
          const ran = await ask(inside, server, 'administrator');
          expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('Backed up to') });
        },
        { timeout: 60_000 }, // the one by plan may be under way
      );
      const [name = ''] = await readdir(inside);
      expect(await countersign(['restore', join(inside, name), '--check-only'])).toMatchObject({ code: 0 });
    } finally {
      await server.close();
    }
  });

  test('writes none where it was given no folder, and none of a sample, which lets anybody in', async () => {
    const server = await startServer({ port: 0, dataFolder: inRoot('data'), samples: [northwind] });
    try {
      const none = await ask(inRoot('backups'), server, 'administrator');
      expect(none).toMatchObject({ code: 1, err: expect.stringContaining('COUNTERSIGN_BACKUP') });
      const where = ['backup', inRoot('backups'), '--server', server.url, '--data', inRoot('data')];
      const sample = await countersign([...where, '--company', northwind.id]);
      expect(sample).toMatchObject({ code: 1, err: expect.stringContaining('sample company') });
      expect(await readdir(root)).toEqual(['data']);
    } finally {
      await server.close();
    }
  });
});

test('backups that make themselves begin with the server', async () => {
  const plan = { folder: inRoot('backups'), everyHours: 24, keep: { daily: 1, weekly: 0, monthly: 0 } };
  const server = await startServer({ port: 0, dataFolder: inRoot('data'), samples: [], backups: plan });
  await expect.poll(async () => (await readdir(root)).includes('backups'), { timeout: 30_000 }).toBe(true);
  await server.close();
  expect(await readdir(inRoot('backups'))).toEqual([expect.stringMatching(/^own-.*Z$/)]);
});
