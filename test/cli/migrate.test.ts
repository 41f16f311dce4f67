import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanyProfile } from '../../core/policy/company.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { append, approved, orderAppend, post, series } from '../contract/store/sample-records.ts';
import { countersign } from './run-cli.ts';

let root: string;
let child: ChildProcess | null = null;
const inRoot = (path: string) => join(root, ...path.split('/'));
const migrate = (...more: readonly string[]) =>
  countersign(['migrate', '--from', inRoot('from'), '--to', inRoot('to'), ...more]);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'countersign-migrate-cli-'));
  const store = await openEmbeddedStore({ folder: inRoot('from/companies/own') });
  await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
  await Promise.all(Array.from({ length: 300 }, (_, key) => post(store, { key: String(key) })));
  await store.files.put(Buffer.from('%PDF'));
  await store.close();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  child = null;
  await rm(root, { recursive: true, force: true });
});

/** Kills a run as soon as the target holds that many orders, or has ended by then. */
async function killedAt(orders: number): Promise<void> {
  const entry = fileURLToPath(new URL('../../server/cli/countersign.ts', import.meta.url));
  const run = spawn(process.execPath, [entry, 'migrate', '--from', inRoot('from'), '--to', inRoot('to')]);
  child = run;
  const ended = once(run, 'exit');
  const folder = inRoot('to/companies/own/orders/2026-11');
  const there = async () => (existsSync(folder) ? (await readdir(folder)).length : 0);
  while (run.exitCode === null && (await there()) < orders) await new Promise((resolve) => setTimeout(resolve, 1));
  run.kill('SIGKILL');
  await ended;
}

test('a run that is killed again and again ends with both sides the same', async () => {
  for (const orders of [1, 100, 200]) await killedAt(orders);
  const ran = await migrate();
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('✔ order: 300 the same');
  expect(ran.out).toContain('✔ file: 1 the same');
  expect(ran.out).toContain('Both sides hold the same');
  const again = await migrate('--json');
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('holds this company already') });
  expect(JSON.parse(again.out)).toMatchObject({ same: { settings: 1, 'record order': 300 }, different: [] });
});

test('a target with other content is left alone, and what differs is named', async () => {
  const store = await openEmbeddedStore({ folder: inRoot('to/companies/own') });
  await post(store, { key: 'other' });
  await append(store, orderAppend(`${series}-00001`, 2, approved({ A01: '1' })));
  await store.close();
  const ran = await migrate();
  expect(ran.code).toBe(1);
  expect(ran.out).toContain(`✖ order ${series}-00001 is different`);
  expect(ran.out).toContain(`✖ order ${series}-00300 is in the source only`);
  const chinese = await migrate('--locale', 'zh-Hans');
  expect(chinese.out).toContain(`✖ 订单 ${series}-00001 `);
  expect(chinese.out).not.toMatch(/record|settings|answer/);
  expect(await readdir(inRoot('to/companies/own/orders/2026-11'))).toHaveLength(2); // and its previous generation
});

test('a source that a start would mend comes over as the start would leave it, and stays as it is', async () => {
  const store = await openEmbeddedStore({ folder: inRoot('from/companies/own') });
  await append(store, orderAppend(`${series}-00001`, 2, approved({ A01: '1' })));
  await store.close();
  const document = inRoot(`from/companies/own/orders/2026-11/${series}-00001.json`);
  await writeFile(document, (await readFile(document, 'utf8')).replace('order-approved', 'order-approvee'));
  const before = await filesOf(inRoot('from'));
  const ran = await migrate();
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('✔ order: 300 the same');
  expect(ran.out).toContain('✔ damaged before: 1 the same');
  expect(await filesOf(inRoot('from'))).toEqual(before);
  const copy = await openEmbeddedStore({ folder: inRoot('to/companies/own') });
  expect((await copy.read.order(`${series}-00001` as never))?.order.version).toBe(2);
  await copy.close();
});

/** With when each was last changed, by whatever. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const { ctimeMs, size } = await stat(join(folder, name));
      return `${name} ${size} ${ctimeMs}`;
    }),
  );
}

test('a source in use, one without the company, and one place for both are refused', async () => {
  const store = await openEmbeddedStore({ folder: inRoot('from/companies/own') });
  expect(await migrate()).toMatchObject({ code: 70, err: expect.stringContaining('Stop it first') });
  await store.close();
  expect(await migrate('--company', 'nobody')).toMatchObject({ code: 64 });
  expect(await migrate('--to', inRoot('from'))).toMatchObject({ code: 64 });
});
