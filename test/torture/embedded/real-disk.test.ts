import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../server/ports.ts';
import { auditFolder } from '../../../server/store/embedded/audit/audit-folder.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { done, post } from '../../contract/store/sample-records.ts';
import { Ledger } from '../frame/ledger.ts';
import { halves, office, seen } from './office.ts';

/** A real file system of 3 MB that is truly full, truly read-only. Only root may mount one, on Linux. */
const place = mkdtempSync(join(tmpdir(), 'countersign-real-disk-'));
const mount = (...options: readonly string[]) => execFileSync('mount', [...options, place], { stdio: 'pipe' });
const mounted = tryToMount();
if (!mounted) console.warn('NOT RUN: a disk that is really full or read-only (no file system can be mounted here)');

function tryToMount(): boolean {
  try {
    mount('-t', 'tmpfs', '-o', 'size=3m', 'countersign-torture');
    return true;
  } catch {
    return false; // not root, not Linux, or forbidden in this container
  }
}

afterAll(() => {
  if (mounted) execFileSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
});
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** Takes what is left on the disk, to the last byte. */
async function fill(): Promise<() => void> {
  const path = join(place, 'somebody-else');
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
    const more = async (): Promise<void> => {
      await writeFile(path, Buffer.alloc(size), { flag: 'a' });
      await more();
    };
    await more().catch(() => undefined);
  }
  return () => rmSync(path);
}

/** Works on while the disk refuses and after it is well: without a restart, and then as a restart finds it. */
async function workThrough(folder: string, refuse: () => Promise<() => void>, code: string): Promise<void> {
  const ledger = new Ledger<Store>();
  const store = await openEmbeddedStore({ folder });
  await office(store, ledger, 'before');
  expect(ledger.failures).toEqual([]);
  const heal = await refuse();
  await office(store, ledger, 'while');
  expect(ledger.failures.length).toBeGreaterThan(10);
  for (const failure of ledger.failures)
    expect(failure).toMatchObject({ code: 'store.write-failed', details: { because: code } });
  expect(store.trouble()).toMatchObject({ code });
  heal();
  // Nobody writes: it finds out by itself.
  await expect.poll(() => store.trouble(), { timeout: 15_000 }).toBeNull();
  ledger.failures.length = 0;
  await office(store, ledger, 'after');
  expect(ledger.failures).toEqual([]);
  const memory = await seen(store);
  await store.close();
  expect((await auditFolder(folder)).misfits).toEqual([]);
  const reopened = await openEmbeddedStore({ folder });
  expect(await seen(reopened)).toEqual(memory);
  expect(await halves(reopened)).toEqual([]);
  expect(await ledger.broken(reopened)).toEqual([]);
  await reopened.close();
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

describe.runIf(mounted)('a real disk', () => {
  it('that is full', () => workThrough(join(place, 'full'), fill, 'disk-full'));

  it('that fills up while it is worked on, and again whenever there is a little room', async () => {
    const folder = join(place, 'filling');
    const store = await openEmbeddedStore({ folder });
    const before = done(await post(store));
    const answered = [before];
    for (let round = 1; round <= 5; round += 1) {
      const free = await fill();
      for (let count = 1; count <= 3; count += 1)
        await post(store, { key: `${round}:${count}` }).then(
          (outcome) => answered.push(done(outcome)),
          () => undefined,
        );
      free();
      answered.push(done(await post(store)));
    }
    await store.close();
    const reopened = await openEmbeddedStore({ folder });
    const numbers = (await reopened.read.records('order').all()).map(({ state }) => state.number);
    await reopened.close();
    expect(numbers).toEqual(answered);
  });

  it('that becomes read-only', () => {
    const refuse = async () => {
      mount('-o', 'remount,ro');
      return () => mount('-o', 'remount,rw');
    };
    return workThrough(join(place, 'read-only'), refuse, 'read-only');
  });
});
