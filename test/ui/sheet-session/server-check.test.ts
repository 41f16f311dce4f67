import { expect, test, vi } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import { readyToPost, turnedAwayOrders } from '../../../ui/sheet-session/standing-of-orders.ts';
import { checked, givenServer, givenSession, settled } from './given.ts';

const notRun = (session: SheetSession) =>
  checked(session)
    .sheetFindings.filter(({ code }) => code === 'check.not-run')
    .map(({ data }) => data?.rule);

const place = { sheet: '订单' };
const overdue: Finding = {
  ...place,
  code: 'customer.overdue-stop',
  severity: 'error',
  cell: 'B2',
  row: 1,
  column: 1,
  order: '1001',
  data: { context: 'redacted' },
};
const cheaper: Finding = {
  ...place,
  code: 'price.unlike-last',
  severity: 'warning',
  cell: 'E3',
  row: 2,
  column: 4,
  order: '1002',
};
const noCosts: Finding = {
  ...place,
  code: 'check.not-run',
  severity: 'info',
  cell: 'A1',
  row: 0,
  column: 0,
  order: null,
  data: { rule: 'margin', context: 'costs' },
};

test('what could not be checked here is checked by the server, and found where it stands', async () => {
  const server = givenServer();
  server.knows = [cheaper, overdue];
  const { session } = givenSession({ server });
  await session.check();
  expect(checked(session).checkedSheets.result.unchecked).not.toEqual([]);
  await settled(session);
  expect(notRun(session)).toEqual([]);
  const codes = checked(session).findings.map(({ code, cell }) => `${cell} ${code}`);
  expect(codes).toEqual(['B2 customer.overdue-stop', 'E3 price.unlike-last', 'F3 amount.mismatch', 'C4 item.unknown']);
  expect(checked(session).orders[1]?.findings.map(({ code }) => code)).toEqual([
    'price.unlike-last',
    'amount.mismatch',
  ]);
});

test('an error only the server sees keeps the order from being posted', async () => {
  const server = givenServer();
  server.knows = [overdue];
  const { session } = givenSession({ server });
  await session.check();
  expect(checked(session).checkedSheets.result.orders.map(({ checked }) => checked !== null)).toEqual([
    true,
    false,
    false,
  ]);
  await settled(session);
  expect(readyToPost(checked(session))).toEqual([]);
});

test('what was checked here stays as it is: the workbook’s own books count, not the server’s', async () => {
  const server = givenServer();
  server.knows = [
    { ...cheaper, code: 'price.not-list' },
    { ...overdue, code: 'item.discontinued' },
  ];
  const { session } = givenSession({ server });
  await session.check();
  await settled(session);
  expect(checked(session).findings.map(({ code, cell }) => `${cell} ${code}`)).toEqual([
    'F3 amount.mismatch',
    'C4 item.unknown',
  ]);
});

test('what the server can not check either stays "not checked", in its words', async () => {
  const server = givenServer();
  const { session } = givenSession({ server });
  await session.check();
  const [rule] = checked(session).checkedSheets.result.unchecked;
  server.knows = [{ ...noCosts, data: { rule: rule?.rule ?? '', context: 'server' } }];
  await session.check();
  await settled(session);
  const left = checked(session).sheetFindings.filter(({ code }) => code === 'check.not-run');
  expect(left.map(({ data }) => data)).toEqual([{ rule: rule?.rule, context: 'server' }]);
});

test.each(['away', 'forbids'] as const)('without the server (%s) it stays "not checked"', async (mood) => {
  const server = givenServer();
  server.mood = mood;
  const { session } = givenSession({ server });
  await session.check();
  const before = notRun(session);
  await settled(session);
  expect(notRun(session)).toEqual(before);
  expect(session.state.failure).toBeNull();
});

test('a fault while asking is shown and leaves what was found', async () => {
  const { session, server } = givenSession();
  server.client.call = () => Promise.reject(new Error('the answer has another shape'));
  await session.check();
  await vi.waitFor(() => expect(session.state.failure).not.toBeNull());
  expect(checked(session).asking).toBe(false);
  expect(checked(session).findings).not.toEqual([]);
});

test('an answer that comes after another check is thrown away', async () => {
  const server = givenServer();
  const { session } = givenSession({ server });
  const answers: ((findings: readonly Finding[]) => void)[] = [];
  server.client.call = (async (name: string) =>
    name === 'known'
      ? { known: [] }
      : new Promise((resolve) =>
          answers.push((findings) => resolve({ findings, missing: [], turnedAway: [] } as never)),
        )) as typeof server.client.call;
  await session.check();
  await session.check();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.([]);
  await settled(session);
  answers[0]?.([overdue]);
  await Promise.resolve();
  expect(checked(session).findings.map(({ code }) => code)).not.toContain('customer.overdue-stop');
});

const keys = (orders: readonly { readonly order: { readonly key: string | null } }[]) =>
  orders.map(({ order }) => order.key);

test('an order that is sound by the workbook’s own books, but not by the published ones, is said before it is posted', async () => {
  const server = givenServer();
  server.knows = [{ ...overdue, code: 'customer.unknown' }];
  server.refuses = ['1001', '1002'];
  const { session } = givenSession({ server });
  await session.check();
  await settled(session);
  expect(keys(readyToPost(checked(session)))).toEqual([]);
  expect(keys(turnedAwayOrders(checked(session)))).toEqual(['1001']);
  await session.post();
  expect(server.sent).toEqual([]);
  server.knows = [];
  server.refuses = [];
  await session.check();
  await settled(session);
  expect(keys(readyToPost(checked(session)))).toEqual(['1001']);
  expect(turnedAwayOrders(checked(session))).toEqual([]);
});

test('while the server lacks a book no order is ready', async () => {
  const server = givenServer();
  server.lacks = ['customers'];
  const { session } = givenSession({ server });
  await session.check();
  await settled(session);
  expect(readyToPost(checked(session))).toEqual([]);
  expect(keys(turnedAwayOrders(checked(session)))).toEqual(['1001']);
});

test('posting waits for the answer: what the server would not take is not sent meanwhile', async () => {
  const server = givenServer();
  server.refuses = ['1001'];
  const { session } = givenSession({ server });
  await session.check();
  session.cellsChanged();
  await session.post();
  expect(server.sent).toEqual([]);
  expect(keys(turnedAwayOrders(checked(session)))).toEqual(['1001']);
  expect(session.state.doing).toBeNull();
});
