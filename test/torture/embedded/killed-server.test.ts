import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Client } from '../../../core/wire/client.ts';
import { type Batch, rows } from '../../contract/api/rows.ts';
import { wrongs } from '../frame/invariants.ts';
import { Life } from '../frame/life.ts';
import { Outbox } from '../frame/outbox.ts';
import { allOrders, send, signedIn } from '../frame/pane.ts';
import { randomOf, scaled } from '../frame/scale.ts';

/** A real server in a process of its own, met over HTTP with what a pane keeps: request keys and an outbox. */
const server = new URL('./server-process.ts', import.meta.url);
const kills = scaled(1, 36);

let folder: string;
let life: Life | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-killed-server-'));
});
afterEach(async () => {
  await life?.kill();
  await rm(folder, { recursive: true, force: true });
});

async function begin(): Promise<Client> {
  life = new Life(server, folder);
  return signedIn((await life.line()) ?? '');
}

it(`a server killed ${kills} times while orders come in: each is there once, under the number that was answered`, {
  timeout: scaled(90_000, 900_000),
}, async () => {
  const random = randomOf('killed server');
  const outbox = new Outbox<Batch, string>();
  for (let round = 1; round <= kills; round += 1) {
    const client = await begin();
    for (let count = 1; count <= 12; count += 1)
      outbox.add(`round-${round}-${count}`, rows({ key: `round-${round}-${count}` }));
    const sending = send(client, outbox, [...outbox.open, ...outbox.answered(random)]);
    await sleep(Math.floor(random() * 60));
    await life?.kill();
    // A folder has no bad moments: whoever is answered is answered well.
    expect(await sending).toEqual([]);
  }
  const client = await begin();
  await send(client, outbox, outbox.open);
  expect(outbox.open).toEqual([]);
  expect(outbox.contradictions).toEqual([]);
  const seen = await allOrders(client);
  expect(seen.length).toBe(kills * 12);
  expect(wrongs(seen, outbox.answers)).toEqual([]);
});
