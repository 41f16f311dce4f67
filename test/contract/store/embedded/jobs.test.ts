import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job, Store } from '../../../../server/ports.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { waitsMs } from '../../../../server/store/embedded/waiting-jobs.ts';
import { post } from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-jobs-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const job: Job = { kind: 'print-paper', paper: 'SO-202611-00001-L1' };
const leave = (store: Store, jobs: readonly Job[] = [job]) =>
  store.transact({ locks: [], load: {}, decide: () => ({ append: [], answer: null, jobs }) });
const documents = () => readdir(join(folder, 'jobs'));

describe('jobs in the data folder', () => {
  it('are documents that are removed when the job is done', async () => {
    const store = await openEmbeddedStore({ folder });
    await leave(store);
    expect(await documents()).toHaveLength(1);
    const taken: Job[] = [];
    await store.jobs.work(async (each) => void taken.push(each));
    await vi.waitFor(async () => expect(await documents()).toEqual([]));
    expect(taken).toEqual([job]);
    await store.close();
  });

  it('are tried again after growing waits, then given up, and that is told', async () => {
    const waits: number[] = [];
    const givenUp: unknown[] = [];
    const store = await openEmbeddedStore({
      folder,
      jobs: {
        pause: async (ms) => void waits.push(ms),
        onGivenUp: (which, error) => givenUp.push([which, (error as Error).message]),
      },
    });
    await leave(store);
    let tries = 0;
    await store.jobs.work(async () => {
      tries += 1;
      throw new Error(`try ${tries}`);
    });
    await vi.waitFor(async () => expect(await documents()).toEqual([]));
    expect(waits).toEqual(waitsMs);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(givenUp).toEqual([[job, `try ${waitsMs.length + 1}`]]);
    await store.close();
  });

  it('that wait to be tried again hold up neither other jobs nor closing, and come again', async () => {
    const store = await openEmbeddedStore({
      folder,
      // Ends only when the store stops it.
      jobs: { pause: (_, signal) => once(signal, 'abort') },
    });
    const other: Job = { kind: 'print-paper', paper: 'SO-202611-00002-L1' };
    await leave(store, [job, other]);
    const taken: string[] = [];
    await store.jobs.work(async ({ paper }) => {
      taken.push(paper);
      if (paper === job.paper) throw new Error('no printer');
    });
    await vi.waitFor(async () => expect(await documents()).toHaveLength(1));
    expect(taken).toEqual([job.paper, other.paper]);
    await store.close();

    const reopened = await openEmbeddedStore({ folder });
    const again: Job[] = [];
    await reopened.jobs.work(async (each) => void again.push(each));
    await vi.waitFor(() => expect(again).toEqual([job]));
    await reopened.close();
  });

  it('are finished before the store closes', async () => {
    const store = await openEmbeddedStore({ folder });
    const begun = Promise.withResolvers<void>();
    const hand = Promise.withResolvers<void>();
    await store.jobs.work(async () => {
      begun.resolve();
      await hand.promise;
      await post(store);
    });
    await leave(store);
    await begun.promise;
    const closed = store.close();
    hand.resolve();
    await closed;
    expect(await documents()).toEqual([]);
    const reopened = await openEmbeddedStore({ folder });
    expect((await reopened.read.orders({ limit: 9 })).orders).toHaveLength(1);
    await reopened.close();
  });

  it('come again when the process died with one in hand', async () => {
    const program = `
      const { openEmbeddedStore } = await import(${JSON.stringify(
        new URL('../../../../server/store/embedded/open-embedded-store.ts', import.meta.url).href,
      )});
      const store = await openEmbeddedStore({ folder: ${JSON.stringify(folder)} });
      await store.jobs.work(async () => process.kill(process.pid, 'SIGKILL'));
      await store.transact({ locks: [], load: {}, decide: () => ({ append: [], answer: null, jobs: [${JSON.stringify(job)}] }) });
      setInterval(() => {}, 1000);`;
    const script = join(folder, 'die.mjs');
    await writeFile(script, program);
    const child = spawn(process.execPath, [script], {
      stdio: 'inherit',
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    });
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL');

    const store = await openEmbeddedStore({ folder });
    const taken: Job[] = [];
    await store.jobs.work(async (each) => void taken.push(each));
    await vi.waitFor(async () => expect(await documents()).toEqual([]));
    expect(taken).toEqual([job]);
    await store.close();
  });

  it('whose document is damaged are set aside by name, and nothing else suffers', async () => {
    const store = await openEmbeddedStore({ folder });
    await leave(store);
    await store.close();
    const [name = ''] = await documents();
    const path = join(folder, 'jobs', name);
    const bytes = await readFile(path);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] as number) ^ 1;
    await writeFile(path, bytes);
    const reopened = await openEmbeddedStore({ folder });
    expect(reopened.damaged).toEqual([{ document: `jobs/${name}`, problem: expect.stringContaining('checksum') }]);
    await reopened.close();
  });

  it('that can no longer be removed are over all the same; they come again at the next start', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const disk = new MemoryDisk(folder);
    const store = await openEmbeddedStore({ folder, fs: disk });
    await leave(store);
    disk.beforeEach = (operation, path) => {
      if (operation === 'remove' && path.includes('/jobs/')) throw diskError('EROFS');
    };
    const taken: Job[] = [];
    await store.jobs.work(async (each) => void taken.push(each));
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
    disk.beforeEach = () => {};
    await store.close();

    const reopened = await openEmbeddedStore({ folder, fs: disk });
    await reopened.jobs.work(async (each) => void taken.push(each));
    await vi.waitFor(() => expect(disk.paths().filter((path) => path.includes('/jobs/'))).toEqual([]));
    expect(taken).toEqual([job, job]);
    await reopened.close();
  });
});
