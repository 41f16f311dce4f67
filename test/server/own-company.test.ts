import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { founderRoles } from '../../core/policy/roles.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../core/wire/commands.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { countersign } from '../cli/run-cli.ts';
import { refused } from '../contract/api/refused.ts';
import { newKey } from '../contract/api/rows.ts';

let dataFolder: string;
let server: RunningServer;
const start = async () => {
  server = await startServer({ port: 0, dataFolder, samples: [hardware] });
};
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'countersign-own-'));
  await start();
});
afterEach(async () => {
  await server.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

const client = (token: string | null = null): Client =>
  createCheckedClient({
    baseUrl: server.url,
    token: () => token,
    locale: () => 'en',
    fetch: (url, init) => fetch(url, init as RequestInit),
  });

const office = {
  name: '甬江五金行',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  userName: '王芳',
  password: '回签 horse battery',
} as const;
const startOffice = (changes: Partial<Record<keyof typeof office, string>> = {}) =>
  client().call('startCompany', { body: { ...office, ...changes } as typeof office });
const signIn = (user: string, password: string = office.password) =>
  client().call('signIn', { body: { company: 'own', user, password } });

/** Rows and books of a workbook that happens to be at hand. */
async function workbook() {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: office.timeZone }).format(new Date()) as PlainDate;
  const read = await readWorkbook(await hardware.workbook(today), 'orders.xlsx');
  if (!read.ok) throw new Error(read.reason.code);
  const sheets = understandSheets(read.value);
  const { prices, stock, customers } = knowledgeOf(sheets, {}, 'CNY');
  if (!prices || !stock || !customers) throw new Error('the workbook lacks a book');
  return { batch: ordersOf(sheets), books: { prices, stock, customers } };
}

async function postFirst(own: Client): Promise<string> {
  const { batch, books } = await workbook();
  await own.call('publish', { body: books, requestKey: newKey() });
  const body = { ...batch, orders: batch.orders.slice(0, 1) } as never;
  const { results } = await own.call('postOrders', { body, query: { submit: 'true' }, requestKey: newKey() });
  if (results[0]?.outcome !== 'posted') throw new Error(JSON.stringify(results));
  return results[0].number;
}
const command = (own: Client, number: string, body: OrderCommandRequest) =>
  own.call('commandOrder', { params: { number }, body, requestKey: newKey() });

test('an office of one starts its own book and brings an order to its letter', async () => {
  const { company, token, user } = await startOffice();
  expect([company, user.name, user.roles]).toEqual(['own', '王芳', founderRoles]);
  const own = client(token);
  expect(await own.call('session', {})).toMatchObject({
    company: { id: 'own', name: '甬江五金行', sample: false },
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
  });

  // Nothing is taken unchecked: the books come first.
  const { batch } = await workbook();
  const tooEarly = own.call('postOrders', { body: batch as never, requestKey: newKey() });
  expect((await refused(tooEarly)).problem).toMatchObject({ code: 'books.missing' });
  const number = await postFirst(own);

  // Alone, one person signs in the second role too: with a reason, which the order says it needs and keeps.
  const { actions } = await own.call('order', { params: { number } });
  expect(actions.find((action) => action.command === 'approve-order')).toMatchObject({
    allowed: true,
    needsReason: true,
  });
  const silent = command(own, number, { type: 'approve-order' });
  expect((await refused(silent)).problem.code).toBe('reason.missing');
  const approved = await command(own, number, { type: 'approve-order', reason: '只有我一人' });
  expect(approved).toMatchObject({ status: 'to-confirm' });
  expect(approved.history.at(-1)).toMatchObject({ type: 'order-approved', by: '王芳', reason: '只有我一人' });

  const { papers } = await command(own, number, { type: 'issue-letter' });
  const pdf = await own.call('paper', { params: { paper: papers[0]?.paper ?? '' } });
  const text = (await readPdf(pdf)).map(({ body }) => body).join('\n');
  expect(text).toContain('甬江五金行');
  // No address and no phone yet: their labels stay away, and the slip goes back to the name.
  expect(text.replaceAll(/\s/g, '')).toContain('请回传甬江五金行');
});

test('the door is shut behind whoever came first', async () => {
  const answers = await Promise.allSettled([startOffice(), startOffice({ name: '别家' })]);
  expect(answers).toMatchObject([{ status: 'fulfilled' }, { reason: { problem: { code: 'company.exists' } } }]);
  const { status, problem } = await refused(startOffice({ name: '别家' }));
  expect([status, problem.code]).toEqual([409, 'company.exists']);
  const { companies } = await client().call('welcome', {});
  expect(companies.filter(({ sample }) => !sample)).toEqual([{ id: 'own', name: '甬江五金行', sample: false }]);
});

test('it is there after the next start, for its users only', async () => {
  await startOffice();
  await server.close();
  await start();

  for (const name of ['王芳', ' 王芳 ', 'ADMIN']) expect((await signIn(name)).user.id).toBe('admin');
  for (const [name, password] of [
    ['王芳', 'guess'],
    ['sales', office.password],
  ] as const)
    expect((await refused(signIn(name, password))).problem.code).toBe('sign-in.wrong');
  const click = client().call('signInSample', { body: { company: 'own', user: 'admin' } });
  expect((await refused(click)).problem.code).toBe('sign-in.not-a-sample');
  expect((await refused(startOffice())).problem.code).toBe('company.exists');
});

test('a lost profile stops the start and is named, rather than shutting everybody out later', async () => {
  await startOffice();
  await server.close();
  await writeFile(join(dataFolder, 'companies', 'own', 'profile.json'), '{');
  await expect(start()).rejects.toMatchObject({ code: 'store.profile-missing' });
});

test.for([
  ['timeZone', 'Ningbo'],
  ['currency', 'yuan'],
  ['name', '  '],
  ['userName', '\u202e \u0000'],
  ['password', 'short'],
] as const)('a wrong %s is named and starts nothing', async ([field, value]) => {
  const { status, problem } = await refused(startOffice({ [field]: value }));
  expect([status, problem.issues?.map(({ path }) => path)]).toEqual([400, [`/${field}`]]);
  expect((await client().call('welcome', {})).companies.map(({ id }) => id)).toEqual(['hardware']);
});

test('with a second user it takes two pairs of eyes', async () => {
  const admin = client((await startOffice()).token);
  const number = await postFirst(admin);
  const head = {
    id: 'li.qiang',
    name: '李强',
    roles: ['order-desk-head'],
    locale: 'zh-Hans',
    password: 'zweite Person',
  } as const;
  const added = await admin.call('addUser', { body: { ...head, roles: [...head.roles] } });
  expect(added).toEqual({ id: 'li.qiang', name: '李强', roles: ['order-desk-head'], locale: 'zh-Hans' });

  const alone = command(admin, number, { type: 'approve-order', reason: '只有我一人' });
  expect((await refused(alone)).problem.code).toBe('duty.same-person');
  const { token } = await signIn('李强', head.password);
  expect(await command(client(token), number, { type: 'approve-order' })).toMatchObject({ status: 'to-confirm' });

  for (const called of [{ name: '王芳' }, { id: 'admin' }, { name: 'Li.Qiang' }]) {
    const body = { ...head, id: 'other', name: 'other', ...called, roles: [...head.roles] };
    expect((await refused(admin.call('addUser', { body }))).problem.code).toBe('user.taken');
  }
});

test('the command line adds a user, asked by an administrator who says so', async () => {
  await startOffice();
  const add = (env: Record<string, string>, ...args: string[]) =>
    countersign(
      ['user', 'add', '--server', server.url, '--company', 'own', '--id', 'li', '--name', '李强', ...args],
      env,
    );
  const roles = ['--roles', 'order-desk-head,shipper'];
  const asAdmin = ['--user', '王芳', ...roles];
  const passwords = { COUNTERSIGN_PASSWORD: office.password, COUNTERSIGN_NEW_PASSWORD: 'zweite Person' };
  expect(await add(passwords, ...roles)).toMatchObject({ code: 64, err: expect.stringContaining('--user') });
  expect(await add({ ...passwords, COUNTERSIGN_NEW_PASSWORD: '' }, ...asAdmin)).toMatchObject({ code: 64 });
  expect(await add(passwords, '--user', '王芳', '--roles', 'king')).toMatchObject({ code: 64 });
  const short = await add({ ...passwords, COUNTERSIGN_NEW_PASSWORD: 'short' }, ...asAdmin);
  expect(short).toMatchObject({ code: 1, err: expect.stringContaining('/password') });
  const added = await add(passwords, ...asAdmin);
  expect(added).toMatchObject({ code: 0, out: '李强 (li) may sign in now: Head of order desk, Shipper.\n' });
  expect((await signIn('李强', 'zweite Person')).user.roles).toEqual(['order-desk-head', 'shipper']);
});
