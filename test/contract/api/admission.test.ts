import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '../../../core/policy/permissions.ts';
import type { Instant } from '../../../core/value/date.ts';
import { type Endpoint, type EndpointName, endpoints } from '../../../core/wire/endpoints.ts';
import { anonymous, clientOf, type Office, openOffice, ownHost } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, rows } from './rows.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const table = Object.entries(endpoints) as [EndpointName, Endpoint][];
const closed = table.filter(([, { needs }]) => needs !== 'anyone');

const ask = ({ method, path }: Endpoint, headers: Record<string, string>) =>
  office.app.inject({
    method,
    url: path.replace(':month', '2026-11').replace(/:\w+/, 'SO-202611-00001'),
    headers: { host: ownHost, ...headers },
  });

test.for(closed)('%s lets nobody in without a token', async ([, endpoint]) => {
  for (const headers of [{}, { authorization: 'Bearer hengxin.made-up' }, { authorization: 'Basic aGVuZ3hpbg==' }]) {
    const answer = await ask(endpoint, headers as Record<string, string>);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'signed-out']);
  }
});

test('every permission of the table is asked for, whatever the request holds', async () => {
  const { store } = office.companies.get('hengxin') ?? {};
  await store?.accounts.saveUser({ id: 'nobody', name: 'nobody', roles: [], locale: 'en' });
  const headers = { authorization: `Bearer ${await office.tokenOf('nobody' as never)}` };
  const guarded = closed.filter(([, { needs }]) => needs in permissions);
  expect(guarded.length).toBeGreaterThan(8);
  for (const [name, endpoint] of guarded) {
    const answer = await ask(endpoint, headers);
    expect([name, answer.statusCode, answer.json().code]).toEqual([name, 403, 'permission.denied']);
  }
});

test('a shipper reads orders and posts none; an archivist exports, a clerk does not', async () => {
  const shipper = await office.as('shipper');
  await shipper.call('orders', {});
  expect((await refused(shipper.call('postOrders', { body: rows({ key: '1' }), requestKey: newKey() }))).status).toBe(
    403,
  );
  await (await office.as('archivist')).call('monthReport', { params: { month: '2026-11' } });
  const clerk = await office.as('order-desk');
  expect((await refused(clerk.call('monthReport', { params: { month: '2026-11' } }))).status).toBe(403);
});

test('a token counts in its own company only', async () => {
  const number = await postOne(await office.as('order-desk'), { key: 'secret' });
  const elsewhere = await office.as('order-desk', { company: 'empty' });
  expect((await refused(elsewhere.call('order', { params: { number } }))).status).toBe(404);
  expect((await elsewhere.call('orders', {})).orders).toEqual([]);
  const token = await office.tokenOf('order-desk', 'empty');
  const renamed = clientOf(office.app, token.replace(/^empty/, 'hengxin'));
  expect((await refused(renamed.call('session', {}))).status).toBe(401);
});

test('a token ends when its user signs out, and by itself after its time', async () => {
  const clerk = await office.as('order-desk');
  const other = await office.as('order-desk');
  await clerk.call('signOut', {});
  expect((await refused(clerk.call('session', {}))).status).toBe(401);
  const before = office.time.now;
  await other.call('session', {});
  office.time.now = new Date(Date.parse(before) + 13 * 3_600_000).toISOString() as Instant;
  expect((await refused(other.call('session', {}))).status).toBe(401);
});

test.for(['evil.example', 'evil.example:4820', '127.0.0.1', '127.0.0.1:4821', 'localhost.evil.example:4820', ''])(
  'a foreign Host "%s" is turned away (DNS rebinding)',
  async (host) => {
    const answer = await office.app.inject({ url: '/api/welcome', headers: { host } });
    expect([answer.statusCode, answer.json().code]).toEqual([421, 'host.foreign']);
  },
);

test.for(['http://evil.example', 'http://127.0.0.1:9999', 'https://127.0.0.1:4820', 'null'])(
  'a page of %s can send nothing here',
  async (origin) => {
    const answer = await office.app.inject({
      method: 'POST',
      url: '/api/session/sample',
      headers: { host: ownHost, origin },
      payload: { company: 'hengxin', user: 'order-desk' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin.foreign']);
  },
);

test('its own pages may, over http and https', async () => {
  for (const [host, origin] of [
    [ownHost, `http://${ownHost}`],
    ['localhost:4821', 'https://localhost:4821'],
  ])
    expect((await office.app.inject({ url: '/api/welcome', headers: { host, origin } })).statusCode).toBe(200);
});

test('one click signs in users of sample companies that have no password, and nobody else', async () => {
  const { store, secrets } = office.companies.get('hengxin') ?? {};
  const passwordHash = await secrets?.hashPassword('正确的 horse battery');
  await store?.accounts.saveUser({
    id: 'boss',
    name: 'Boss',
    roles: ['general-manager'],
    locale: 'en',
    ...(passwordHash ? { passwordHash } : {}),
  });
  const door = anonymous(office.app);
  const click = (company: string, user: string) => refused(door.call('signInSample', { body: { company, user } }));
  for (const [company, user] of [
    ['hengxin', 'boss'],
    ['hengxin', 'nobody-at-all'],
    ['no-company', 'order-desk'],
  ] as const)
    expect((await click(company, user)).problem.code).toBe('sign-in.not-a-sample');

  const { companies } = await door.call('welcome', {});
  const listed = companies.find(({ id }) => id === 'hengxin')?.users?.map(({ id }) => id);
  expect(listed).toContain('order-desk');
  expect(listed).not.toContain('boss');

  const body = { company: 'hengxin', user: 'boss', password: '正确的 horse battery' };
  const { token, user } = await door.call('signIn', { body });
  expect(user).toEqual({ id: 'boss', name: 'Boss', roles: ['general-manager'], locale: 'en' });
  expect((await clientOf(office.app, token).call('session', {})).permissions).toContain('settings.manage');
});

test('guessing a password is slowed down, and says for how long', async () => {
  const door = anonymous(office.app);
  const guess = () => door.call('signIn', { body: { company: 'hengxin', user: 'order-desk-head', password: 'guess' } });
  const answers = [];
  for (let tries = 0; tries < 12; tries += 1) answers.push(await refused(guess()));
  expect(answers.slice(0, 5).map(({ problem }) => problem.code)).toEqual(Array(5).fill('sign-in.wrong'));
  const last = answers.at(-1);
  expect([last?.status, last?.problem.code]).toEqual([429, 'sign-in.too-many']);
  // Another user isn't hindered.
  const other = door.call('signIn', { body: { company: 'hengxin', user: 'sales', password: 'guess' } });
  expect((await refused(other)).problem.code).toBe('sign-in.wrong');
});

test('the pane is paired by a code read off the desk: once, within ten minutes', async () => {
  const desk = await office.as('order-desk');
  const door = anonymous(office.app);
  const { code } = await desk.call('startPairing', {});
  const typed = `${code.slice(0, 4)} - ${code.slice(4).toLowerCase()}`;
  const paired = await door.call('redeemPairing', { body: { code: typed, device: 'Excel' } });
  expect(paired.user.id).toBe('order-desk');
  const device = clientOf(office.app, paired.token);
  expect((await device.call('session', {})).user.id).toBe('order-desk');
  // A device lets nobody in, itself included: its days end.
  expect(await refused(device.call('startPairing', {}))).toMatchObject({
    status: 403,
    problem: { code: 'permission.denied' },
  });
  const again = door.call('redeemPairing', { body: { code, device: 'Excel' } });
  expect((await refused(again)).problem.code).toBe('pairing.unknown');

  const late = await desk.call('startPairing', {});
  office.time.now = new Date(Date.parse(office.time.now) + 11 * 60_000).toISOString() as Instant;
  const tooLate = door.call('redeemPairing', { body: { code: late.code, device: 'Excel' } });
  expect((await refused(tooLate)).problem.code).toBe('pairing.unknown');
});
