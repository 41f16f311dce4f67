import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../../server/ports.ts';
import { type Office, openOffice, ownHost } from './office.ts';
import { newKey, rows } from './rows.ts';

let office: Office;
let token: string;
beforeEach(async () => {
  office = await openOffice();
  token = await office.tokenOf('order-desk');
});
afterEach(() => office.close());

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly key?: string;
}
async function send({ method, url, body, key = newKey() }: Sent) {
  const headers = { host: ownHost, authorization: `Bearer ${token}`, 'idempotency-key': key };
  const response = await office.app.inject({ method, url, headers, ...(body && { payload: body }) });
  return { status: response.statusCode, position: response.headers['commit-position'], body: response.json() };
}
const posting = (...keys: string[]): Sent => ({
  method: 'POST',
  url: '/api/orders',
  body: rows(...keys.map((key) => ({ key }))),
});
const command = (body: object, key = newKey()): Sent => ({
  method: 'POST',
  url: '/api/orders/SO-202611-00001/commands',
  body,
  key,
});

test('every answer of a command says where its decision stands; of several decisions, where the last does', async () => {
  const positions: number[] = [];
  office.companies.get('hengxin')?.store.changes.listen((change: Change) => {
    if ('position' in change) positions.push(change.position);
  });
  const answers = [
    await send(posting('1')),
    await send(posting('2', '3')),
    await send(command({ type: 'submit-order' })),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [first, second, third, fourth] = positions.map(String);
  expect(answers.map(({ position }) => position)).toEqual([first, third, fourth]);
  expect([second, fourth]).not.toContain(undefined);
});

test('a refusal has its place too, and an answer given again has that of the first time', async () => {
  const posted = await send(posting('1'));
  const submitted = await send(command({ type: 'submit-order' }, 'attempt-1'));
  const refused = await send(command({ type: 'submit-order' }));
  expect(refused.status).toBe(409);
  expect(Number(refused.position)).toBeGreaterThan(Number(submitted.position));
  expect(Number(submitted.position)).toBeGreaterThan(Number(posted.position));

  const again = await send(command({ type: 'submit-order' }, 'attempt-1'));
  expect(again).toMatchObject({ status: 200, position: submitted.position });
});

test('where nothing was decided nothing is said', async () => {
  await send(posting('1'));
  await send(command({ type: 'submit-order' }, 'attempt-1'));
  expect((await send({ method: 'GET', url: '/api/orders' })).position).toBeUndefined();
  const reused = await send(command({ type: 'cancel-order', reason: 'no longer needed' }, 'attempt-1'));
  expect(reused).toMatchObject({ status: 422, position: undefined });
  const unknown = { ...command({ type: 'submit-order' }), url: '/api/orders/SO-202611-00099/commands' };
  expect(await send(unknown)).toMatchObject({ status: 404, position: undefined });
});
