import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { emptyLedger, type Ledger, lost } from './workload.ts';

const writerProcess = new URL('./writer-process.ts', import.meta.url);

let folder: string;
let child: ChildProcess | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-killed-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  child = null;
  await rm(folder, { recursive: true, force: true });
});

/** Runs a writer and kills it right after its Nth acknowledgement; what it acknowledged goes into the ledger. */
async function writeUntilKilled(round: string, acknowledgements: number, ledger: Ledger): Promise<void> {
  const writer = spawn(process.execPath, [fileURLToPath(writerProcess), folder, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = writer;
  const ended = once(writer, 'exit');
  let count = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    const [what, ...names] = line.split(' ') as [string, string, string];
    if (what === 'post') ledger.acknowledged.posts.set(names[0] ?? '', names[1] ?? '');
    if (what === 'letter') ledger.acknowledged.letters.add(names[0] ?? '');
    count += 1;
    if (count === acknowledgements) writer.kill('SIGKILL');
  }
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

describe('a process killed with SIGKILL', () => {
  it('right after acknowledgements loses none, doubles none, and its folder opens again', async () => {
    const ledger = emptyLedger();
    for (const [round, acknowledgements] of [1, 2, 7, 20, 41, 90].entries()) {
      await writeUntilKilled(String(round), acknowledgements + 1, ledger);
      const store = await openEmbeddedStore({ folder });
      expect(await lost(store, ledger)).toEqual([]);
      await store.close();
    }
    expect(ledger.acknowledged.posts.size).toBeGreaterThan(50);
  });

  it('while alive keeps everybody else out, by name', async () => {
    const writer = spawn(process.execPath, [fileURLToPath(writerProcess), folder, 'x'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = writer;
    await once(createInterface({ input: writer.stdout }), 'line');
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'store.locked',
      message: expect.stringContaining(`process ${writer.pid}`),
      details: { owner: { pid: writer.pid } },
    });
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    await (await openEmbeddedStore({ folder })).close();
  });
});
