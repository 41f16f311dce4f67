import { expect, test } from 'vitest';
import type { Decimal } from '../../../core/value/decimal.ts';
import type { KnownOrder } from '../../../core/wire/known-orders.ts';
import { numbersInRows } from '../../../ui/sheet-session/orders-in-rows.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import {
  faultyToSave,
  hasCopiedNumber,
  isPosted,
  numberQuestions,
} from '../../../ui/sheet-session/standing-of-orders.ts';
import { checked, givenServer, givenSession, grid, ready, settled } from './given.ts';
import { givenWithOthers } from './given-with-others.ts';

const headings = ['订单号', '客户编码', '货号', '数量', '单价', '金额', '回签单号', '回签状态'];
/** 1001 as it was posted; 1004 copied from it, with another order number. */
const sheet = grid('订单', [
  headings,
  ['1001', 'C1', 'F-50', 10, 12.5, 125, 'SO-1', '待确认'],
  ['1004', 'C1', 'F-50', 20, 12.5, 250, 'SO-1', '待确认'],
]);
const same: KnownOrder = { number: 'SO-1', version: 1, posting: 'same' };

async function checkedWith(holds: Readonly<Record<string, KnownOrder>>) {
  const server = givenServer();
  server.holds = holds;
  const given = givenSession({ sheet, server });
  await given.session.check();
  await settled(given.session);
  return given;
}
const questions = (session: SheetSession) =>
  numberQuestions(checked(session)).map(({ kind, number, order }) => `${order.order.key} ${kind} ${number}`);
const first = (session: SheetSession) => {
  const [question] = numberQuestions(checked(session));
  if (!question) throw new Error('nothing is asked');
  return question.order;
};

test('a number that came along with a copied row is asked about, and the row not posted before', async () => {
  const { session, server } = await checkedWith({ 1001: same });
  expect(questions(session)).toEqual(['1004 copied SO-1']);
  expect(checked(session).orders.map((order) => hasCopiedNumber(checked(session), order))).toEqual([false, true]);
  // Its own rows are on the server as they stand: they aren't offered again, though another page posted them.
  expect(checked(session).orders.map((order) => isPosted(checked(session), order))).toEqual([true, false]);
  await session.post();
  expect(server.sent).toEqual([]);
});

test('a copied row is not taken for the order it was copied from, though its errors keep it from being asked about', async () => {
  const server = givenServer();
  server.holds = { 1001: same };
  const cells = [...sheet.values.slice(0, 2), ['1004', 'C2', 'X-99', 20, 12.5, 250, 'SO-1', '待确认']];
  const { session } = givenSession({ sheet: grid('订单', cells), server });
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual([]);
  expect(checked(session).orders.map((order) => hasCopiedNumber(checked(session), order))).toEqual([false, true]);
  const numbersAt = (row: number) =>
    numbersInRows(checked(session), { sheet: '订单', spans: [{ from: row, to: row }] });
  expect([1, 2].map(numbersAt)).toEqual([['SO-1'], []]);
});

test('as a new order its number and status are emptied, which can be undone', async () => {
  const { session, port } = await checkedWith({ 1001: same });
  await session.takeAsNew(first(session));
  await settled(session);
  expect(port.view.sheets[0]?.values[2]?.slice(6)).toEqual(['', '']);
  expect(port.view.sheets[0]?.values[1]?.slice(6)).toEqual(['SO-1', '待确认']);
  expect(questions(session)).toEqual([]);
  expect(ready(session)).toEqual(['1004']);
  await session.undo();
  await settled(session);
  expect(port.view.sheets[0]?.values[2]?.slice(6)).toEqual(['SO-1', '待确认']);
  expect(questions(session)).toEqual(['1004 copied SO-1']);
});

test('rows that differ from their own order change it only when that is meant', async () => {
  const { session } = await checkedWith({ 1001: { number: 'SO-1', version: 1, posting: 'edits' }, 1004: same });
  expect(questions(session)).toEqual(['1001 changed SO-1']);
  expect(ready(session)).toEqual([]);
  session.takeAsChange(first(session));
  expect(questions(session)).toEqual([]);
  expect(ready(session)).toEqual(['1001']);
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual([]);
});

test('an order number that is used again is asked about, though no number of ours stands beside the rows', async () => {
  const server = givenServer();
  const there = { quantity: '30' as Decimal, unitPrice: '12.5' as Decimal };
  const differing = [{ item: 'F-50', there, here: { ...there, quantity: '10' as Decimal } }];
  server.holds = {
    1001: { number: 'SO-7', version: 1, posting: 'edits', differing },
    1002: { number: 'SO-8', version: 1, posting: 'same' },
  };
  const plain = grid('订单', [
    headings.slice(0, 6),
    ['1001', 'C1', 'F-50', 10, 12.5, 125],
    ['1002', 'C2', 'B-10', 100, 0.8, 80],
  ]);
  const { session } = givenSession({ sheet: plain, server });
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual(['1001 taken SO-7']);
  expect(numberQuestions(checked(session))[0]?.differing).toEqual(differing);
  // What is there as it stands is posted again all the same: it only brings its number beside the rows.
  expect(ready(session)).toEqual(['1002']);
  session.takeAsChange(first(session));
  expect(ready(session)).toEqual(['1001', '1002']);
});

test('rows that were sorted without their numbers are known, not taken for others', async () => {
  const cells = [sheet.values[0] ?? [], ['1001', 'C1', 'F-50', 10, 12.5, 125, 'SO-2', '待确认']];
  const server = givenServer();
  server.holds = { 1001: same };
  const { session } = givenSession({ sheet: grid('订单', cells), server });
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual(['1001 displaced SO-1']);
  expect(ready(session)).toEqual([]);
  expect(numbersInRows(checked(session), { sheet: '订单', spans: [{ from: 1, to: 1 }] })).toEqual(['SO-1']);
});

test('an order that posting can not change stays asked about; a draft with errors is just mended', async () => {
  const { session } = await checkedWith({
    1001: { number: 'SO-1', version: 1, posting: 'refused' },
    1004: { number: 'SO-1', version: 1, posting: 'mends' },
  });
  expect(questions(session)).toEqual(['1001 confirmed SO-1']);
  session.takeAsChange(first(session));
  expect(ready(session)).toEqual(['1004']);
});

test('nothing is asked again while the server is; posting waits for its answer', async () => {
  const { session, server } = await checkedWith({ 1001: same });
  const known = Promise.withResolvers<unknown>();
  const { call } = server.client;
  server.client.call = ((name: string, input: never) =>
    name === 'known' ? known.promise : call(name as never, input)) as never;
  await session.check();
  expect(checked(session).asking).toBe(true);
  expect(questions(session)).toEqual(['1004 copied SO-1']);
  const posted = session.post();
  known.resolve({ known: [] });
  await posted;
  expect(server.sent).toEqual([]);
  expect(questions(session)).toEqual(['1001 copied SO-1', '1004 copied SO-1']);
});

test('while the server is away nobody knows whose the numbers are: these orders wait, others are kept', async () => {
  const server = givenServer();
  server.mood = 'away';
  const values = [...sheet.values, ['1005', 'C2', 'B-10', 100, 0.8, 80, null, null]];
  const { session, outbox } = givenSession({ sheet: { ...sheet, values }, server });
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual(['1001 unanswered SO-1', '1004 unanswered SO-1']);
  await session.post();
  expect(outbox.entries().flatMap(({ batch }) => batch.orders.map(({ key }) => key))).toEqual(['1005']);
});

test.each([
  { beside: ['SO-1', '草稿'], kind: 'changed' },
  { beside: [], kind: 'taken' },
])('an order with errors overwrites no other one as a draft, either: $kind', async ({ beside, kind }) => {
  const server = givenServer();
  server.holds = { 1001: { number: 'SO-1', version: 1, posting: 'edits' } };
  const { session } = givenSession({
    sheet: grid('订单', [headings, ['1001', 'C1', 'F-50', 10, 12.5, 999, ...beside]]),
    server,
  });
  await session.check();
  await settled(session);
  expect(questions(session)).toEqual([`1001 ${kind} SO-1`]);
  expect(faultyToSave(checked(session))).toEqual([]);
  session.takeAsChange(first(session));
  expect(faultyToSave(checked(session))).toHaveLength(1);
  await session.saveDrafts();
  expect(server.sent).toMatchObject([{ keys: ['1001'], saveDraft: 'true', changes: 'SO-1@1' }]);
});

test('rows that say again what they said before their order was changed are asked about again, and posted', async () => {
  const server = givenServer();
  server.holds = { 1001: { number: 'SO-1001', version: 1, posting: 'edits' } };
  const { session, type } = await givenWithOthers(
    server,
    grid('订单', [headings.slice(0, 6), ['1001', 'C1', 'F-50', 10, 12.5, 125]]),
  );
  const postAsChange = async (quantity: number) => {
    await type(1, 3, quantity);
    await type(1, 5, quantity * 12.5);
    await session.check();
    await settled(session);
    expect(questions(session)).toEqual(['1001 taken SO-1001']);
    expect(ready(session)).toEqual([]);
    session.takeAsChange(first(session));
    await session.post();
  };
  for (const quantity of [20, 10, 20]) await postAsChange(quantity);
  expect(server.sent.map(({ changes }) => changes)).toEqual(['SO-1001@1', 'SO-1001@1', 'SO-1001@1']);
});
