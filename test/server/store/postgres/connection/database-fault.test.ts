import { type AddressInfo, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import type { Instant } from '../../../../../core/value/date.ts';
import { Database } from '../../../../../server/store/postgres/connection/database.ts';
import { storeFault } from '../../../../../server/store/postgres/connection/database-fault.ts';
import { inOwnConnection } from '../../../../../server/store/postgres/connection/own-connection.ts';
import { build } from '../../../../../server/store/postgres/connection/queries.ts';

const clock = { now: () => '2026-11-22T08:00:00.000Z' as Instant };

it.each(['ECONNREFUSED', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'ECONNABORTED'])(
  '%s of the system means that the database is away',
  (code) => {
    const fault = storeFault(Object.assign(new Error('the network said no'), { code }));
    expect(fault).toMatchObject({ code: 'store.database-away', details: { errno: code } });
  },
);

it('a fault of the program stays what it is', () => {
  const error = new Error('a defect');
  expect(storeFault(error)).toBe(error);
});

it('whatever keeps a connection from being made means that the database is away, in words nobody foresaw, too', async () => {
  // Neither yes nor no to the wish to speak in secret.
  const odd = createServer((socket) => socket.once('data', () => socket.end('X')));
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  const { port } = odd.address() as AddressInfo;
  const place = { url: `postgres://wang:wang@127.0.0.1:${port}/office?sslmode=require`, schema: 'company_own' };
  const database = new Database(place, clock);
  try {
    const away = { code: 'store.database-away' };
    await expect(database.all(sql`SELECT 1`.compile(build))).rejects.toMatchObject(away);
    expect(database.health.trouble()?.code).toBe('database-away');
    await expect(inOwnConnection(place, async () => {})).rejects.toMatchObject(away);
  } finally {
    await database.close();
    odd.close();
  }
});

it('a database that is away is asked by one connection for all whether it is back', async () => {
  const held: Socket[] = [];
  let isHolding = false;
  const gone = createServer((socket) => (isHolding ? held.push(socket) : socket.destroy()));
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  const database = new Database({ url: `postgres://wang@127.0.0.1:${port}/office`, schema: 'company_own' }, clock);
  const ask = () => database.all(sql`SELECT 1`.compile(build)).catch((error: { code: string }) => error.code);
  try {
    expect(await ask()).toBe('store.database-away');
    isHolding = true;
    const asked = Array.from({ length: 600 }, ask);
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    // Whoever else wants a connection would have asked for it by now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(held).toHaveLength(1);
    held[0]?.destroy();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['store.database-away']));
    expect(held).toHaveLength(1);
  } finally {
    await database.close();
    for (const socket of held) socket.destroy();
    gone.close();
  }
});
