import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../server/ports.ts';
import { auditFolder } from '../../../server/store/embedded/audit/audit-folder.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { diskError, MemoryDisk } from '../../contract/store/embedded/memory-disk.ts';
import { Ledger } from '../frame/ledger.ts';
import { points, scaled } from '../frame/scale.ts';
import { halves, office, seen } from './office.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-write-points-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** What the disk does at its Nth operation. */
interface Spell {
  readonly forEver: boolean;
  /** The system's code for what it refuses. */
  readonly code?: string;
  /** At its Nth write: how many bytes it takes. */
  readonly taken?: number;
}
const kinds: readonly (readonly [string, Omit<Spell, 'forEver'>])[] = [
  ['EIO', { code: 'EIO' }],
  ['ENOSPC', { code: 'ENOSPC' }],
  ['a write of which nothing is taken', { taken: 0 }],
  ['a write of which a few bytes are taken', { taken: 11 }],
];
const spells = kinds.flatMap(([name, spell]): (readonly [string, Spell])[] => [
  [`${name}, once`, { ...spell, forEver: false }],
  [`${name}, for ever`, { ...spell, forEver: true }],
]);

const wholeWrite = 700;

function cast(disk: MemoryDisk, from: number, { forEver, code, taken }: Spell): void {
  let calls = 0;
  disk.beforeEach = (operation) => {
    if (code !== undefined || operation === 'write') calls += 1;
    const isStruck = forEver ? calls >= from : calls === from;
    disk.largestWrite = isStruck && taken !== undefined ? taken : wholeWrite;
    if (isStruck && code !== undefined && operation !== 'read' && operation !== 'list') throw diskError(code);
  };
}
function heal(disk: MemoryDisk): void {
  disk.beforeEach = () => {};
  disk.largestWrite = wholeWrite;
}

async function countOperations({ code }: Spell): Promise<number> {
  const disk = new MemoryDisk(folder);
  const store = await openEmbeddedStore({ folder, fs: disk });
  let calls = 0;
  disk.beforeEach = (operation) => {
    if (code !== undefined || operation === 'write') calls += 1;
  };
  const ledger = new Ledger<Store>();
  await office(store, ledger, 'a');
  await store.close();
  expect(ledger.failures).toEqual([]);
  return calls;
}

/** Works through the spell, goes on without a restart when the disk is well, and looks whether everything is as answered. */
async function suffer(from: number, spell: Spell): Promise<number> {
  const disk = new MemoryDisk(folder);
  const ledger = new Ledger<Store>();
  const store = await openEmbeddedStore({ folder, fs: disk });
  cast(disk, from, spell);
  await office(store, ledger, 'a');
  const failures = ledger.failures.splice(0);
  for (const failure of failures) expect(failure, String(failure)).toMatchObject({ name: 'StoreFault' });
  heal(disk);
  await office(store, ledger, 'b');
  expect(ledger.failures, 'it goes on by itself').toEqual([]);
  const memory = await seen(store);
  await store.close();

  disk.powerFailure(() => false);
  expect((await auditFolder(folder, disk)).misfits).toEqual([]);
  const reopened = await openEmbeddedStore({ folder, fs: disk });
  expect(await seen(reopened), 'memory is what a restart reads').toEqual(memory);
  expect(await halves(reopened)).toEqual([]);
  expect(await ledger.broken(reopened)).toEqual([]);
  expect(await seen(reopened), 'nothing is done twice').toEqual(memory);
  expect(disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
  await reopened.close();
  return failures.length;
}

describe('at every operation of the disk', () => {
  it.each(spells)(
    '%s: nothing that was answered is lost, nothing is half',
    { timeout: scaled(60_000, 900_000) },
    async (name, spell) => {
      const operations = await countOperations(spell);
      expect(operations).toBeGreaterThan(40);
      let failures = 0;
      for (const from of points(operations, 12, name)) {
        try {
          failures += await suffer(from, spell);
        } catch (error) {
          throw new Error(`${name} at operation ${from} of ${operations}`, { cause: error });
        }
      }
      // A disk that takes a few bytes at a time is slow and well.
      if (spell.taken === undefined || spell.taken === 0) expect(failures).toBeGreaterThan(0);
      else expect(failures).toBe(0);
    },
  );
});
