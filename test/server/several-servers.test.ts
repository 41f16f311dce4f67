import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../server/main.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { hardware } from '../../server/samples/hardware.ts';
import type { StoreFault } from '../../server/store/store-fault.ts';
import { startWorker } from '../../server/work.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { refused } from '../contract/api/refused.ts';
import { newKey } from '../contract/api/rows.ts';
import { describeWithPostgres, type FreshDatabase, freshDatabase } from '../postgres/fresh-database.ts';

const office = {
  name: '甬江五金行',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  userName: '王芳',
  password: '回签 horse battery',
} as const;

describeWithPostgres('several servers on one database', () => {
  let database: FreshDatabase;
  let folder: string;
  const running: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'countersign-several-'));
  });
  afterEach(async () => {
    for (const each of running.splice(0).reverse()) await each.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const store = () => ({ store: database.worker, storeOwner: database.owner });
  async function start(options: ServerOptions = {}): Promise<RunningServer> {
    const samples = [hardware];
    const server = await startServer({ port: 0, dataFolder: folder, samples, ...store(), ...options });
    running.push(server);
    return server;
  }
  const client = ({ url }: RunningServer, token: string | null = null): Client =>
    createCheckedClient({
      baseUrl: url,
      token: () => token,
      locale: () => 'en',
      fetch: (target, init) => fetch(target, init as RequestInit),
    });

  test('start together, and what is done on one is there on the other', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    // Where the data is, told at the start of the program: neither user nor password.
    const { host, pathname } = new URL(database.worker);
    expect(first.place).toBe(`postgres://${host}${pathname}`);
    const { companies } = await client(second).call('welcome', {});
    expect(companies.map(({ id }) => id)).toEqual(['hardware']);

    // A company is founded once, wherever it is asked for, and known everywhere.
    const answers = await Promise.allSettled(
      [first, second].map((server) => client(server).call('startCompany', { body: { ...office } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const server of [first, second])
      expect((await client(server).call('welcome', {})).companies.map(({ id }) => id)).toEqual(['hardware', 'own']);

    const signedIn = await client(first).call('signIn', {
      body: { company: 'own', user: office.userName, password: office.password },
    });
    const there = client(second, signedIn.token);
    expect((await there.call('session', {})).user.name).toBe(office.userName);

    // A code from one is taken by the other, once.
    const { code } = await client(first, signedIn.token).call('startPairing', {});
    const pane = await client(second).call('redeemPairing', { body: { code, device: 'Excel' } });
    expect((await client(first, pane.token).call('session', {})).company.id).toBe('own');
    const again = client(first).call('redeemPairing', { body: { code, device: 'Excel' } });
    expect((await refused(again)).problem.code).toBe('pairing.unknown');

    await there.call('signOut', {});
    expect((await refused(client(first, signedIn.token).call('session', {}))).status).toBe(401);
  });

  test('guesses at a password count on all of them', async () => {
    const [first, second] = [await start(), await start()];
    await client(first).call('startCompany', { body: { ...office } });
    const guess = (server: RunningServer) =>
      refused(client(server).call('signIn', { body: { company: 'own', user: office.userName, password: 'guess' } }));
    const servers = [first, second];
    const guesses = Array.from({ length: 20 }, (_, nth) => guess(servers[nth % 2] ?? first));
    const codes = (await Promise.all(guesses)).map(({ problem }) => problem.code);
    // Each server alone would let five through at once.
    expect(codes.filter((code) => code === 'sign-in.wrong').length).toBeLessThan(10);
    expect(codes).toContain('sign-in.too-many');
  });

  test('an order entered on one is read on the other; its letter is printed by the worker', async () => {
    const [first, second] = [await start({ papersByWorkers: true }), await start({ papersByWorkers: true })];
    running.push(
      await startWorker({
        ...store(),
        samples: [hardware],
        tell: ({ err }) => {
          throw err;
        },
      }),
    );
    const as = async (server: RunningServer, user: string) =>
      client(server, (await client(server).call('signInSample', { body: { company: 'hardware', user } })).token);
    const [desk, head] = [await as(first, 'order-desk'), await as(second, 'order-desk-head')];
    const { results } = await desk.call('postOrders', {
      body: await firstRows(),
      query: { submit: 'true' },
      requestKey: newKey(),
    });
    const number = results[0]?.outcome === 'posted' ? results[0].number : '';
    expect((await head.call('order', { params: { number } })).number).toBe(number);

    const command = (who: Client, type: 'approve-order' | 'issue-letter') =>
      who.call('commandOrder', { params: { number }, body: { type }, requestKey: newKey() });
    await command(head, 'approve-order');
    const { papers } = await command(desk, 'issue-letter');
    const pdf = await head.call('paper', { params: { paper: papers[0]?.paper ?? '' } });
    expect((await readPdf(pdf)).map(({ body }) => body).join('\n')).toContain(number);
  });

  test('what is wrong with the database is said without its password', async () => {
    const wrong = new URL(database.worker);
    wrong.password = 'a-secret-nobody-may-read';
    const starting = start({ store: wrong.href, storeOwner: wrong.href });
    const fault = await starting.then(
      () => null,
      (error: StoreFault) => error,
    );
    expect(fault?.code).toBe('store.database-refused');
    expect(JSON.stringify([fault?.message, fault?.stack, fault?.details])).not.toContain('a-secret');
  });
});

/** The first order of the sample workbook, with everything it was checked by left to the server. */
async function firstRows() {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()) as PlainDate;
  const read = await readWorkbook(await hardware.workbook(today), 'orders.xlsx');
  if (!read.ok) throw new Error(read.reason.code);
  const batch = ordersOf(understandSheets(read.value));
  return { ...batch, orders: batch.orders.slice(0, 1) } as never;
}
