import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allRecordKinds } from '../../../core/record/registry.ts';
import type { Store } from '../../../server/ports.ts';
import { unseal } from '../../../server/store/embedded/disk/checksummed.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { diskError, MemoryDisk } from '../../contract/store/embedded/memory-disk.ts';
import { append, approved, issued, orderAppend, paperAppend, post } from '../../contract/store/sample-records.ts';
import { Ledger } from '../frame/ledger.ts';
import { randomOf, scaled } from '../frame/scale.ts';
import { office, seen } from './office.ts';

/** In every document so many bytes, drawn by the seed, are flipped and the folder opened; all others are only looked at. */
const opened = scaled(2, 40);

let folder: string;
let disk: MemoryDisk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-flipped-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  disk = new MemoryDisk(folder);
  const store = await openEmbeddedStore({ folder, fs: disk });
  await office(store, new Ledger(), 'a');
  await leaveRedo(store);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Ends in the middle of a commit of two records. */
async function leaveRedo(store: Store): Promise<void> {
  await post(store, { key: 'redone' });
  disk.beforeEach = (operation, path) => {
    if (operation === 'rename' && !path.endsWith('redo.json')) throw diskError('EIO');
  };
  const last = (await store.read.records('order').all()).at(-1)?.state.number ?? '';
  await append(store, orderAppend(last, 2, approved({})), paperAppend(`${last}-L1`, 0, issued(`${last}-L1`, last)));
  await store.close().catch(() => undefined);
  disk.beforeEach = () => {};
}

const documents = () => disk.paths().filter((path) => /\.json(\.prev)?$/.test(path));
const nameOf = (path: string) => relative(folder, path).split(sep).join('/');

describe('a flipped byte', () => {
  it('is noticed at every place of every document there is', async () => {
    const unnoticed: string[] = [];
    let bytes = 0;
    for (const path of documents()) {
      const whole = await disk.read(path);
      for (let at = 0; at < whole.length; at += 1) {
        bytes += 1;
        const flipped = Buffer.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        if (unseal(flipped).ok) unnoticed.push(`${nameOf(path)} byte ${at}`);
      }
    }
    expect(unnoticed).toEqual([]);
    expect(bytes).toBeGreaterThan(20_000);
    const kinds = new Set(documents().map((path) => nameOf(path).split('/')[0]));
    expect(kinds.size).toBeGreaterThanOrEqual(allRecordKinds.length + 7);
    expect(kinds).toContain('redo.json');
  });

  it('names its document; the generation before is used, all else works, nothing wrong is served', {
    timeout: scaled(60_000, 900_000),
  }, async () => {
    const random = randomOf('flipped');
    const store = await openEmbeddedStore({ folder, fs: disk.copy() });
    const whole = await seen(store);
    await store.close();
    for (const path of documents())
      for (let count = 0; count < opened; count += 1) {
        const rotten = disk.copy();
        const at = Math.floor(random() * (await rotten.read(path)).length);
        await rotten.change(path, (bytes) => Buffer.from(bytes.with(at, (bytes[at] ?? 0) ^ 4)));
        await expectNoticed(rotten, nameOf(path), whole);
      }
  });

  it('in a file makes it a fault, and putting it again mends it', async () => {
    const store = await openEmbeddedStore({ folder, fs: disk });
    const bytes = Buffer.from('a stamped letter');
    const { sha256 } = await store.files.put(bytes);
    const path = join(folder, 'files', sha256.slice(0, 2), sha256);
    for (let at = 0; at < bytes.length; at += 1) {
      await disk.change(path, (kept) => Buffer.from(kept.with(at, (kept[at] ?? 0) ^ 1)));
      await expect(store.files.get(sha256)).rejects.toMatchObject({ code: 'store.damaged' });
      await store.files.put(bytes);
      expect(Buffer.from((await store.files.get(sha256)) ?? [])).toEqual(bytes);
    }
    await store.close();
  });
});

async function expectNoticed(rotten: MemoryDisk, document: string, whole: Record<string, unknown>): Promise<void> {
  const store = await openEmbeddedStore({ folder, fs: rotten });
  const isPrevious = document.endsWith('.prev');
  const named = store.damaged.map((damage) => damage.document);
  // A document that the redo document holds whole is written anew from there.
  const redone = /SO-202611-00005(-L1)?\.json$/.test(document);
  if (!isPrevious && !redone) expect(named, document).toEqual([document]);
  const now = await seen(store);
  for (const kind of allRecordKinds) {
    const before = whole[kind] as readonly Kept[];
    const after = now[kind] as readonly Kept[];
    for (const { events, state } of after) {
      const original = before.find((record) => nameIn(record.state) === nameIn(state));
      expect(original?.events.slice(0, events.length), document).toEqual(events);
    }
    const changed = before.filter(
      (record) =>
        !after.some(({ version, state }) => version === record.version && nameIn(state) === nameIn(record.state)),
    );
    expect(changed.length, `${document} changes only its own record`).toBeLessThanOrEqual(
      document === 'redo.json' ? 1 : isPrevious ? 0 : 1,
    );
  }
  for (const [setting, own] of Object.entries(documentsOf))
    if (!own.test(document)) expect(now[setting], `${setting} after ${document}`).toEqual(whole[setting]);
  await store.close();
}

/** In which documents stands what a reader sees beside records. */
const documentsOf = { users: /^users/, policies: /^policy/, profile: /^profile/, books: /^books/ };

interface Kept {
  readonly version: number;
  readonly events: readonly unknown[];
  readonly state: object;
}
const nameIn = (state: object): unknown => ('number' in state ? state.number : 'paper' in state ? state.paper : null);
