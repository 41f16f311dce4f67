import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../server/ports.ts';
import { auditFolder } from '../../../server/store/embedded/audit/audit-folder.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { type Seen, wrongs } from '../frame/invariants.ts';
import { Life } from '../frame/life.ts';
import { Outbox } from '../frame/outbox.ts';
import { randomOf, scaled } from '../frame/scale.ts';

const writer = new URL('./writer-process.ts', import.meta.url);
/** Two folders at once: a machine with two cores kills twice as many. */
const desks = ['east', 'west'] as const;
const kills = scaled(12, 500);
/** The folder is opened and everything looked at after so many kills. */
const lookEvery = 25;

describe('a process killed under load', () => {
  it.concurrent.each(desks)(
    `${kills} times, at any moment: nothing acknowledged is lost, nothing is done twice (%s)`,
    { timeout: scaled(60_000, 1_200_000) },
    async (desk) => {
      const folder = await mkdtemp(join(tmpdir(), `countersign-killed-${desk}-`));
      const clerk = new Clerk(folder, desk);
      for (let life = 1; life <= kills; life += 1) {
        await clerk.workUntilKilled(life);
        if (life % lookEvery === 0 || life === kills) expect(await clerk.wrongs(), `after kill ${life}`).toEqual([]);
      }
      expect(clerk.outbox.answers.size).toBeGreaterThan(kills);
      expect((await auditFolder(folder)).misfits).toEqual([]);
      await rm(folder, { recursive: true, force: true });
    },
  );
});

/** Sends orders to a writer, keeps what it was answered, and kills it. */
class Clerk {
  readonly outbox = new Outbox<null, string>();
  readonly #letters = new Set<string>();
  readonly #folder: string;
  readonly #name: string;
  readonly #random: () => number;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#random = randomOf(`killed ${name}`);
  }

  async workUntilKilled(life: number): Promise<void> {
    const process = new Life(writer, this.#folder);
    expect(await process.line()).toBe('open');
    for (let count = 1; count <= 8; count += 1) this.outbox.add(`${this.#name}:${life}:${count}`, null);
    for (const { key } of [...this.outbox.open, ...this.outbox.answered(this.#random)]) process.say(key);
    // Sometimes right after an answer, sometimes between two, sometimes before the first.
    const answers = Math.floor(this.#random() * 12);
    const delay = this.#random() < 0.5 ? 0 : Math.floor(this.#random() * 8);
    if (answers === 0) setTimeout(() => void process.kill(), delay);
    let count = 0;
    for await (const line of process.lines()) {
      this.#take(line);
      count += 1;
      if (count === answers) setTimeout(() => void process.kill(), delay);
      // All is done: nothing more would come.
      if (this.outbox.open.length === 0) void process.kill();
    }
    await process.kill();
  }

  #take(line: string): void {
    const [what, name = '', number = ''] = line.split(' ');
    if (what === 'post') this.outbox.take(name, number);
    else if (what === 'letter') this.#letters.add(name);
    else throw new Error(`the writer says: ${line}`);
  }

  async wrongs(): Promise<readonly string[]> {
    const store = await openEmbeddedStore({ folder: this.#folder });
    const orders = await store.read.records('order').all();
    const letters = new Set((await store.read.records('paper').all()).map(({ state }) => state.paper));
    const seen = orders.map(({ state }): Seen => ({ number: state.number, name: state.key ?? '' }));
    const half = orders.filter(({ state, version }) => (version === 3) !== letters.has(`${state.number}-L1`));
    await store.close();
    return [
      ...damages(store),
      ...wrongs(seen, this.outbox.answers),
      ...this.outbox.contradictions,
      ...half.map(({ state }) => `${state.number} has only half of its letter`),
      ...[...this.#letters].flatMap((number) =>
        letters.has(`${number}-L1`) ? [] : [`the letter of ${number} is gone`],
      ),
    ];
  }
}

const damages = (store: Store): readonly string[] =>
  store.damaged.map(({ document, problem }) => `${document}: ${problem}`);
