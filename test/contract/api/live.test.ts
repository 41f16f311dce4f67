import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import { mostStreams } from '../../../server/app/live/announcer.ts';
import type { Store, Trouble } from '../../../server/ports.ts';
import { listenWith } from './listener.ts';
import { anonymous, clientOf, type Office, openOffice, ownHost } from './office.ts';
import { newKey, postOne } from './rows.ts';
import { pay } from './settle.ts';

let office: Office;
let store: Store;
let desk: Client;
beforeEach(async () => {
  office = await openOffice();
  store = office.companies.get('hengxin')?.store as Store;
  desk = await office.as('order-desk');
});
afterEach(() => office.close());

/** A stream of this user's, past what every stream says first. */
async function listening(user: Role) {
  const stream = await listenWith(office, await office.tokenOf(user));
  expect(await stream.next()).toEqual({ event: 'trouble', trouble: null });
  return stream;
}
const anOrder = () => postOne(desk, { key: 'first' });
/** A stream over a connection of its own, open. */
async function connect(token: string) {
  const { port } = office.app.server.address() as AddressInfo;
  const headers = { host: ownHost, authorization: `Bearer ${token}` };
  const asked = request({ port, path: '/api/live', headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  return asked;
}
const complain = (about?: Role, orders: string[] = []) =>
  desk.call('receiveComplaint', {
    body: {
      reporter: { name: '周师傅' },
      subject: 'conduct',
      channel: 'letter',
      what: '电话里骂人',
      orders,
      ...(about && { about }),
    },
    requestKey: newKey(),
  });

describe('the stream of changes', () => {
  test('is for who is signed in, and never stored on the way', async () => {
    expect((await listenWith(office, null)).status).toBe(401);
    expect((await listenWith(office, 'hengxin.nobody')).status).toBe(401);
    const stream = await listening('warehouse');
    expect([stream.status, stream.contentType]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  test('tells what was committed: which orders look different, by records of which kinds, at which position', async () => {
    const [one, other] = [await listening('warehouse'), await listening('order-desk-head')];
    const elsewhere = await listenWith(office, await office.tokenOf('order-desk', 'empty'));
    await elsewhere.next();
    const order = await anOrder();
    const told = { event: 'change', position: expect.any(Number), orders: [order], kinds: ['order'], books: [] };
    expect(await one.next()).toEqual(told);
    expect(await other.next()).toEqual(told);
    await office.app.close();
    expect(await elsewhere.next()).toBeNull();
  });

  test('names an order for a complaint only to whom it may be shown', async () => {
    const order = await anOrder();
    const [sales, shipper, head] = [
      await listening('sales'),
      await listening('shipper'),
      await listening('order-desk-head'),
    ];
    await complain('sales', [order]);
    const second = await postOne(desk, { key: 'next' });
    expect(await head.next()).toMatchObject({ kinds: ['complaint'], orders: [order] });
    // Neither who it is about, nor who reads no complaints: for them the next thing that happens comes first.
    for (const stream of [sales, shipper]) expect(await stream.next()).toMatchObject({ orders: [second] });
  });

  test('tells of money and of books only whoever may read them', async () => {
    const order = await anOrder();
    const [finance, shipper, sales] = [
      await listening('finance-clerk'),
      await listening('shipper'),
      await listening('sales'),
    ];
    await pay(office, order, '125');
    expect(await finance.next()).toMatchObject({ kinds: ['payment'], orders: [order] });
    const { stock } = await desk.call('knowledge', {});
    await (await office.as('order-desk-head')).call('publish', {
      body: { stock: stock as never },
      requestKey: newKey(),
    });
    expect(await sales.next()).toMatchObject({ kinds: [], orders: [], books: ['stock'] });
    const next = await postOne(desk, { key: 'next' });
    expect(await shipper.next()).toMatchObject({ orders: [next] });
  });

  test('ends when the token does: signed out, run out, or its user gone', async () => {
    const token = await office.tokenOf('sales');
    const [signedOut, other] = [await listenWith(office, token), await listening('sales')];
    await signedOut.next();
    await clientOf(office.app, token).call('signOut', {});
    expect(await signedOut.next()).toBeNull();

    await anOrder();
    expect(await other.next()).toMatchObject({ event: 'change' });
    office.time.now = '2026-11-22T02:00:00.000Z' as Instant;
    office.round();
    expect(await other.next()).toBeNull();
  });

  test('follows what its user may do', async () => {
    const stream = await listening('sales');
    const become = async (role: Role) => {
      await store.accounts.saveUser({ id: 'sales', name: 'sales', roles: [role], locale: 'en' });
      office.round();
      await desk.call('session', {}); // by then the server has looked
    };
    await become('administrator');
    await anOrder();
    await become('sales');
    const second = await postOne(desk, { key: 'second' });
    expect(await stream.next()).toMatchObject({ orders: [second] });
  });

  test('is bounded by user, and another is taken when one has ended', async () => {
    const token = await office.tokenOf('sales');
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    const overTheNetwork = await connect(token);
    await Promise.all(Array.from({ length: mostStreams - 1 }, () => listenWith(office, token)));
    expect((await listenWith(office, token)).status).toBe(429);
    expect((await listening('shipper')).status).toBe(200);
    // Whoever closes his window says nothing: the connection is gone.
    overTheNetwork.destroy();
    await vi.waitFor(async () => expect((await listenWith(office, token)).status).toBe(200));
  });

  test('ends with the server', async () => {
    const stream = await listening('sales');
    await office.app.close();
    expect(await stream.next()).toBeNull();
  });

  test('says when something was missed', async () => {
    const listen = vi.spyOn(store.changes, 'listen');
    const stream = await listening('shipper');
    const [listener] = listen.mock.calls[0] ?? [];
    listener?.({ missed: true });
    expect(await stream.next()).toEqual({ event: 'missed' });
  });
});

describe('trouble of the store', () => {
  const trouble: Trouble = { code: 'disk-full', since: '2026-11-21T02:00:00.000Z' as Instant };
  let now: Trouble | null;
  beforeEach(() => {
    now = null;
    vi.spyOn(store, 'trouble').mockImplementation(() => now);
  });

  test('is told to everybody signed in, also to who comes later, and so is its end', async () => {
    const stream = await listening('warehouse');
    now = trouble;
    office.round();
    expect(await stream.next()).toEqual({ event: 'trouble', trouble });
    office.round();
    const late = await listenWith(office, await office.tokenOf('finance-clerk'));
    expect(await late.next()).toEqual({ event: 'trouble', trouble });
    now = null;
    office.round();
    expect(await stream.next()).toEqual({ event: 'trouble', trouble: null });
    expect(await late.next()).toEqual({ event: 'trouble', trouble: null });
  });

  test('stands in the session for whoever has no stream, and at the door for nobody', async () => {
    now = trouble;
    expect((await desk.call('session', {})).trouble).toEqual(trouble);
    expect(JSON.stringify(await anonymous(office.app).call('welcome', {}))).not.toContain('disk-full');
    now = null;
    expect((await desk.call('session', {})).trouble).toBeNull();
  });

  test('of damaged documents is told to whoever looks after the system, and nobody else', async () => {
    const damaged = [{ document: 'orders/2026-11/SO-202611-00001.json', problem: 'the checksum is wrong' }];
    Object.assign(store, { damaged });
    await store.accounts.saveUser({ id: 'administrator', name: 'A', roles: ['administrator'], locale: 'en' });
    expect((await (await office.as('administrator')).call('session', {})).damaged).toEqual(damaged);
    expect((await desk.call('session', {})).damaged).toEqual([]);
  });
});
