import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/wire/client.ts';
import { type Batch, rows } from '../../contract/api/rows.ts';
import { findBinaries } from '../../postgres/find-binaries.ts';
import { LongWay } from '../../postgres/long-way.ts';
import { type FreshDatabase, newDatabase } from '../../postgres/new-database.ts';
import { startPostgres, type TestServer } from '../../postgres/start-postgres.ts';
import { wrongs } from '../frame/invariants.ts';
import { Life } from '../frame/life.ts';
import { Outbox } from '../frame/outbox.ts';
import { allOrders, pay, send, sendBy, signedIn } from '../frame/pane.ts';
import { randomOf, scaled } from '../frame/scale.ts';

/** Two real servers on one durable PostgreSQL, over a network that breaks; panes keep an outbox and a list of what was answered. */
const program = new URL('./server-process.ts', import.meta.url);
const rounds = scaled(6, 60);
/** At most, in milliseconds. */
const silence = scaled(400, 4_000);

let postgres: TestServer;
let database: FreshDatabase;
let way: LongWay;
let folder: string;
const lives: Life[] = [];
const urls: string[] = [];
const clients: Client[] = [];
const clerks: Client[] = [];

async function begin(index: number): Promise<void> {
  const life = new Life(program, join(folder, String(index)), way.over(database.worker), way.over(database.owner));
  lives[index] = life;
  const url = await life.line();
  if (url === null) throw new Error('a server did not start');
  urls[index] = url;
  clients[index] = await signedIn(url);
  clerks[index] = await signedIn(url, 'finance-clerk');
}

/** What may happen to the way and the database while orders come in. Each ends with all of it working again. */
const faults: readonly { readonly name: string; readonly happen: (random: () => number) => Promise<void> }[] = [
  { name: 'every connection is cut', happen: async () => way.cut() },
  { name: 'the answers to some commits are lost', happen: async () => way.loseCommits(3) },
  {
    name: 'nothing arrives for a while',
    happen: async (random) => {
      way.fallSilent();
      await sleep(random() * silence);
      way.speak();
    },
  },
  {
    name: 'the database is killed and started again',
    happen: async () => {
      await postgres.kill();
      await postgres.start();
    },
  },
  {
    name: 'the database cannot be reached for a while',
    happen: async (random) => {
      way.shut();
      await sleep(random() * silence);
      way.open();
    },
  },
  {
    name: 'a server is killed',
    happen: async (random) => {
      const index = Math.floor(random() * lives.length);
      await lives[index]?.kill();
      await begin(index);
    },
  },
];

describe.skipIf(findBinaries() === null)('PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await startPostgres({ durable: true });
    database = await newDatabase(postgres.url);
    way = await LongWay.to(database.worker);
    folder = await mkdtemp(join(tmpdir(), 'countersign-postgres-faults-'));
    for (const index of [0, 1]) await begin(index);
  });
  afterAll(async () => {
    for (const life of lives) await life.kill();
    await way?.close();
    await postgres?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it(`${rounds} faults while orders come in: each is there once, under the number that was answered`, {
    timeout: scaled(120_000, 1_800_000),
  }, async () => {
    const random = randomOf('postgres faults');
    const outbox = new Outbox<Batch, string>();
    const money = new Outbox<string, string>();
    const told = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      for (let count = 1; count <= 12; count += 1) {
        const key = `round-${round}-${count}`;
        outbox.add(key, rows({ key }));
        if (count <= 4) money.add(key, `${100 * round + count}`);
      }
      const sendings = clients.map((client, index) =>
        // Some go to both at once, as when a pane gave up waiting.
        send(client, outbox, [...outbox.open.filter(() => index === 0 || random() < 0.5), ...outbox.answered(random)]),
      );
      const payings = clerks.map((clerk) => sendBy(pay, clerk, money, money.open));
      await sleep(Math.floor(random() * 150));
      const fault = faults[round % faults.length];
      await fault?.happen(random);
      for (const codes of await Promise.all([...sendings, ...payings])) for (const code of codes) told.add(code);
    }
    await settled(outbox);
    for (const clerk of clerks) await sendBy(pay, clerk, money, money.open);
    expect(money.open).toEqual([]);
    expect([...outbox.contradictions, ...money.contradictions]).toEqual([]);
    // Each once, and no other was drawn: a number that is used up is a payment.
    expect([...money.answers.values()].map(sequenceOf).sort((a, b) => a - b)).toEqual(upTo(rounds * 4));
    expect([...told].filter((code) => code !== 'store.database-away')).toEqual([]);
    expect(way.lostCommits).toBeGreaterThan(0);
    for (const client of clients) {
      const seen = await allOrders(client);
      expect(seen.length).toBe(rounds * 12);
      expect(wrongs(seen, outbox.answers)).toEqual([]);
    }
  });

  it('makes every server say 503 while it is away, at the door, too; no trouble is left once it is back', async () => {
    way.shut();
    const outbox = new Outbox<Batch, string>();
    outbox.add('while-it-is-away', rows({ key: 'while-it-is-away' }));
    for (const client of clients) expect(await send(client, outbox, outbox.open)).toEqual(['store.database-away']);
    for (const url of urls) expect(await doorOf(url)).toEqual([503, 'store.database-away']);
    way.open();
    await settled(outbox);
    for (const client of clients)
      await vi.waitFor(async () => expect((await client.call('session', {})).trouble).toBeNull(), 30_000);
    for (const url of urls) expect(await doorOf(url)).toEqual([200, undefined]);
  });
});

const sequenceOf = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1));
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

/** What a balancer asks, and what is answered. */
async function doorOf(url: string): Promise<readonly [status: number, code: string | undefined]> {
  const response = await fetch(`${url}/api/welcome`);
  const { code } = (await response.json()) as { readonly code?: string };
  return [response.status, code];
}

/** Sends what is open until all is answered: the servers find their database again by themselves. */
const settled = (outbox: Outbox<Batch, string>): Promise<void> =>
  vi.waitFor(
    async () => {
      for (const client of clients) await send(client, outbox, outbox.open);
      expect(outbox.open).toEqual([]);
    },
    { timeout: 90_000, interval: 100 },
  );
