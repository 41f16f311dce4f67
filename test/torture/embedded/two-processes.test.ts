import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { type Seen, wrongs } from '../frame/invariants.ts';
import { Life } from '../frame/life.ts';
import { isFull } from '../frame/scale.ts';

const writer = new URL('./writer-process.ts', import.meta.url);
/** Longer than a lock that nobody touches is respected (folder-lock.ts: 30 s). */
const untilStaleMs = 34_000;

let folder: string;
let living: Life[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-two-'));
});
afterEach(async () => {
  for (const life of living) await life.kill();
  living = [];
  await rm(folder, { recursive: true, force: true });
  await rm(`${folder}-moved`, { recursive: true, force: true });
});

function start(): Life {
  const life = new Life(writer, folder);
  living.push(life);
  return life;
}

/** What it says about each key, until it has said as much. */
async function answers(life: Life, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  for (const key of keys) life.say(key);
  const said = new Map<string, string>();
  while (said.size < keys.length) {
    const [what = '', key = '', answer = ''] = ((await life.line()) ?? 'dead').split(' ');
    if (what === 'dead') throw new Error('it died');
    if (what === 'post' || what === 'refused') said.set(key, answer);
  }
  return said;
}

async function kept(): Promise<readonly Seen[]> {
  const store = await openEmbeddedStore({ folder });
  const orders = await store.read.records('order').all();
  await store.close();
  return orders.map(({ state }) => ({ number: state.number, name: state.key ?? '' }));
}

describe('two processes on one folder', () => {
  it('the second refuses and names the first; when that is killed it takes over at once', async () => {
    const first = start();
    expect(await first.line()).toBe('open');
    const second = start();
    const said = (await second.line()) ?? '';
    expect(said).toMatch(/^shut store\.locked /);
    expect(said).toContain(`process ${first.process.pid} `);
    const answered = await answers(first, ['a', 'b']);
    await first.kill();
    const third = start();
    expect(await third.line()).toBe('open');
    const later = await answers(third, ['a', 'c']);
    expect(later.get('a')).toBe(answered.get('a'));
    await third.kill();
    expect(wrongs(await kept(), new Map([...answered, ...later]))).toEqual([]);
  });

  it('a folder moved away under a running one: it stops, and makes no other in its place', async () => {
    const first = start();
    expect(await first.line()).toBe('open');
    const before = await answers(first, ['a']);
    await rename(folder, `${folder}-moved`);
    expect([...(await answers(first, ['b', 'c'])).values()]).toEqual(['store.lock-lost', 'store.lock-lost']);
    await first.kill();
    await rename(`${folder}-moved`, folder);
    expect(wrongs(await kept(), before)).toEqual([]);
  });

  if (!isFull)
    console.warn('NOT RUN in a quick torture: a process stopped for longer than its lock is respected (34 s)');
  it.runIf(isFull)(
    'one that was stopped in the middle of its work and goes on after another took over: writes nothing more',
    { timeout: 180_000 },
    async () => {
      for (let round = 1; round <= 3; round += 1) {
        const first = start();
        expect(await first.line()).toBe('open');
        const before = await answers(first, [`${round}:a`]);
        // Full of work when it is stopped, wherever that meets it.
        const underWay = Array.from({ length: 40 }, (_, index) => `${round}:b${index}`);
        for (const key of underWay) first.say(key);
        await sleep(round * 3);
        first.process.kill('SIGSTOP');
        await sleep(untilStaleMs);
        const second = start();
        expect(await second.line()).toBe('open');
        const taken = await answers(second, [...underWay, `${round}:c`]);
        first.process.kill('SIGCONT');
        const late = await answers(first, [`${round}:d`]);
        expect([...late.values()]).toEqual(['store.lock-lost']);
        const last = await answers(second, [`${round}:e`]);
        await first.kill();
        await second.kill();
        expect(wrongs(await kept(), new Map([...before, ...taken, ...last]))).toEqual([]);
      }
    },
  );
});
