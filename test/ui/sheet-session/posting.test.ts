import { expect, test, vi } from 'vitest';
import { ServerAway } from '../../../core/wire/client.ts';
import {
  faultyOfNobody,
  faultyToSave,
  isPosted,
  numberQuestions,
} from '../../../ui/sheet-session/standing-of-orders.ts';
import {
  checked,
  findingAt,
  givenServer,
  givenSession,
  givenStorage,
  orderSheet,
  ready,
  rows,
  settled,
} from './given.ts';

test('what was said about orders that were turned away is taken back when other books are published', async () => {
  const { session, port, server } = givenSession();
  await session.check();
  server.mood = 'forbids';
  await session.post();
  expect(port.view.statuses).toMatchObject([{ rows: [{ row: 1, number: null, text: 'failed' }] }]);
  await session.booksPublished();
  expect(checked(session).fates.size).toBe(0);
  expect(port.view.statuses).toEqual([]);
  expect(session.state.doing).toBeNull();
  server.mood = 'answers';
  await session.post();
  await session.booksPublished();
  expect(port.view.statuses).toMatchObject([{ rows: [{ row: 1, number: 'SO-1001' }] }]);
});

test('what an order got stays beside its rows when others are posted, turned away and asked for anew', async () => {
  const { session, port, server } = givenSession();
  const beside = () => port.view.statuses.map(({ rows }) => rows.map(({ row, number, text }) => [row, number, text]));
  await session.check();
  await session.post();
  await session.fix([findingAt(session, 'F3')]);
  server.mood = 'forbids';
  await session.post();
  expect(beside()).toEqual([
    [
      [1, 'SO-1001', 'posted'],
      [2, null, 'failed'],
    ],
  ]);
  await session.booksPublished();
  expect(beside()).toEqual([[[1, 'SO-1001', 'posted']]]);
  server.mood = 'answers';
  await session.post();
  expect(beside()).toEqual([
    [
      [1, 'SO-1001', 'posted'],
      [2, 'SO-1002', 'posted'],
    ],
  ]);
});

test('posting sends the ready orders, writes number and status beside every row, and sends nothing twice', async () => {
  const { session, port, server } = givenSession();
  await session.check();
  await session.post();
  expect(server.sent.map(({ keys }) => keys)).toEqual([['1001']]);
  expect(port.view.statuses).toMatchObject([{ sheet: '订单', rows: [{ row: 1, number: 'SO-1001', text: 'posted' }] }]);
  expect(session.state).toMatchObject({
    step: 'posted',
    doing: null,
    posting: { orders: 1, answered: 1, stopped: null },
  });

  await session.fix([findingAt(session, 'F3')]);
  expect(checked(session).orders.filter((order) => isPosted(checked(session), order))).toHaveLength(1);
  await session.post();
  expect(server.sent.map(({ keys }) => keys)).toEqual([['1001'], ['1002']]);
});

test('orders with errors are saved as drafts when the user says so, once; corrected, they are posted', async () => {
  const { session, port, server } = givenSession();
  await session.check();
  await session.saveDrafts();
  expect(server.sent).toMatchObject([{ keys: ['1002', '1003'], saveDraft: 'true' }]);
  expect(port.view.statuses).toMatchObject([{ rows: [{ row: 2, number: 'SO-1002', text: 'saved' }, { row: 3 }] }]);
  expect(faultyToSave(checked(session))).toEqual([]);
  expect(ready(session)).toEqual(['1001']);
  await session.fix([findingAt(session, 'F3')]);
  expect(ready(session)).toEqual(['1001', '1002']);
});

test('no draft is promised whose customer nobody knows', async () => {
  const unknown = rows.map((row) => (row[0] === '1003' ? row.with(1, 'C9') : row));
  const { session, server } = givenSession({ sheet: orderSheet(unknown) });
  await session.check();
  const keys = (orders: ReturnType<typeof faultyToSave>) => orders.map(({ order }) => order.key);
  expect(keys(faultyToSave(checked(session)))).toEqual(['1002']);
  expect(keys(faultyOfNobody(checked(session)))).toEqual(['1003']);
  await session.saveDrafts();
  expect(server.sent.map((each) => each.keys)).toEqual([['1002']]);
});

test('cells changed after the check are checked again before they are posted', async () => {
  const { session, port, server } = givenSession();
  await session.check();
  await port.applyFixes([{ sheet: '订单', cell: 'C2', row: 1, column: 2, value: 'X-1' }], { overFormulas: false });
  session.cellsChanged();
  await session.post();
  expect(server.sent).toEqual([]);
});

test('a batch that is turned away is answered: not kept, each order says why', async () => {
  const server = givenServer();
  server.mood = 'forbids';
  const { session, outbox } = givenSession({ server });
  await session.check();
  await session.post();
  expect(outbox.entries()).toEqual([]);
  expect([...checked(session).fates.values()]).toMatchObject([
    { outcome: 'failed', problem: { code: 'permission.denied' } },
  ]);
  expect(ready(session)).toEqual(['1001']);
});

test('cancelling stops before the next batch and forgets what was not sent', async () => {
  const many = Array.from({ length: 120 }, (_, index) => [`A${index}`, 'C1', 'F-50', 1, 12.5, 12.5]);
  const { session, server, outbox } = givenSession({ sheet: orderSheet(many) });
  await session.check();
  session.subscribe(() => {
    if (checked(session).posting?.answered) session.cancelPosting();
  });
  await session.post();
  expect(server.sent).toHaveLength(1);
  expect(outbox.entries()).toEqual([]);
  expect(checked(session).posting).toMatchObject({ orders: 120, answered: 50, stopped: 'cancelled' });
  expect(ready(session)).toHaveLength(70);
});

test('orders in rows that a filter hides are left out until the user includes them', async () => {
  const twoOrders = [rows[0] ?? [], ['1004', 'C2', 'B-10', 100, 0.8, 80]];
  const { session, server } = givenSession({ sheet: { ...orderSheet(twoOrders), hiddenRows: [2] } });
  await session.check();
  expect(ready(session)).toEqual(['1001']);
  session.includeHidden(true);
  expect(ready(session)).toEqual(['1001', '1004']);
  session.includeHidden(false);
  await session.post();
  expect(server.sent.map(({ keys }) => keys)).toEqual([['1001']]);
});

test('who cancels while the server is asked once more sends nothing, and is not kept waiting', async () => {
  const { session, server } = givenSession();
  const { call } = server.client;
  server.client.call = ((name: never, input: never) =>
    name === 'check' ? new Promise(() => undefined) : call(name, input)) as typeof call;
  await session.check();
  const posted = session.post();
  await vi.waitFor(() => expect(session.state.doing).toBe('posting'));
  session.cancelPosting();
  await posted;
  expect(session.state).toMatchObject({ doing: null, failure: null });
  expect(server.sent).toEqual([]);
});

test('whose numbers are used again is asked before posting where the server was away at the check', async () => {
  const { session, server } = givenSession();
  server.holds = { 1001: { number: 'SO-7', version: 1, posting: 'edits' } };
  server.mood = 'away';
  await session.check();
  await settled(session);
  expect(ready(session)).toEqual(['1001']);
  server.mood = 'answers';
  await session.post();
  expect(server.sent).toEqual([]);
  expect(numberQuestions(checked(session)).map(({ kind, number }) => [kind, number])).toEqual([['taken', 'SO-7']]);
});

test('who cancels while nothing is answered is not kept waiting', async () => {
  vi.useFakeTimers();
  try {
    const storage = givenStorage();
    const { session, server, outbox } = givenSession({ storage });
    await session.check();
    const { call } = server.client;
    server.client.call = ((name: never, input: { signal?: AbortSignal }) =>
      name === 'postOrders'
        ? new Promise((_, reject) => input.signal?.addEventListener('abort', () => reject(new ServerAway('given up'))))
        : call(name, input as never)) as typeof call;
    const posted = session.post();
    await vi.waitFor(() => expect(checked(session).posting).not.toBeNull());
    session.cancelPosting();
    await vi.runAllTimersAsync();
    await posted;
    expect(checked(session).posting?.stopped).toBe('cancelled');
    expect(outbox.entries()).toMatchObject([{ held: true }]);
    expect(session.state.doing).toBeNull();

    // Nobody sends it unasked, in no later page either, and with no other order.
    server.client.call = call;
    const later = givenSession({ server, storage });
    await later.session.check();
    await later.session.sendKept('waiting');
    await later.session.fix([findingAt(later.session, 'F3')]);
    await later.session.post();
    expect(server.sent.map(({ keys }) => keys)).toEqual([['1002']]);
    const [held] = later.outbox.entries();
    await later.session.sendKept('all');
    expect(server.sent.at(-1)).toMatchObject({ keys: ['1001'], requestKey: held?.requestKey });
    expect(later.outbox.entries()).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
