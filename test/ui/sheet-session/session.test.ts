import { describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { WantedCells } from '../../../core/sheet/new-row.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { ServerAway } from '../../../core/wire/client.ts';
import { type OpenedWorkbook, openWorkbook } from '../../../desk/workbook/opened-workbook.ts';
import { Stopped } from '../../../ui/sheet-session/examiner.ts';
import {
  EarlierWaited,
  RowsChanged,
  RowsPosted,
  SheetsProtected,
  TableChanged,
} from '../../../ui/sheet-session/in-the-way.ts';
import { keyOfTable } from '../../../ui/sheet-session/rows-place.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import {
  faultyOfNobody,
  faultyToSave,
  isPosted,
  numberQuestions,
  readyToPost,
} from '../../../ui/sheet-session/standing-of-orders.ts';
import { type Checked, empty, isChecked } from '../../../ui/sheet-session/state.ts';
import { unsavedFixes } from '../../../ui/sheet-session/unsaved-fixes.ts';
import { givenServer, givenSession, givenStorage, grid, orderSheet, rows, settled } from './given.ts';

function checked(session: SheetSession): Checked {
  if (!isChecked(session.state)) throw new Error(`the session is ${session.state.step}`);
  return session.state;
}
const codes = (session: SheetSession) => checked(session).findings.map(({ code, cell }) => `${code} ${cell}`);
const findingAt = (session: SheetSession, cell: string): Finding =>
  checked(session).findings.find((finding) => finding.cell === cell) as Finding;
const ready = (session: SheetSession) => readyToPost(checked(session)).map(({ order }) => order.key);

test('reading finds the tables and where the knowledge comes from, without judging', async () => {
  const { session } = givenSession();
  await session.read();
  expect(session.state).toMatchObject({
    step: 'found',
    doing: null,
    found: { knowledge: { prices: { sheet: '价目表' } } },
  });
});

test('checking names the cells, and only orders without error are ready', async () => {
  const { session } = givenSession();
  await session.check();
  await settled(session);
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
  expect(ready(session)).toEqual(['1001']);
});

test('a sheet without orders is found, not checked, and says what was looked for', async () => {
  const { session } = givenSession({ sheet: grid('备忘', [['记得打电话']]) });
  await session.check();
  expect(session.state).toMatchObject({ step: 'found', found: { problems: [{ code: 'problem.no-orders' }] } });
});

test('a fix is written, checked again, and undone as one', async () => {
  const { session, port } = givenSession();
  await session.check();
  await session.fix([findingAt(session, 'F3')]);
  expect(codes(session)).toEqual(['item.unknown C4']);
  expect(ready(session)).toEqual(['1001', '1002']);
  expect(port.view.edits).toMatchObject([{ sheet: '订单', row: 2, column: 5 }]);
  await session.undo();
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
  expect(checked(session).fixed).toEqual([]);
});

test('a formula is not overwritten unless the user says so', async () => {
  const formulas = [0, 1, 2, 3].map((row) => [null, null, null, null, null, row === 2 ? '=D3*E3*1.1' : null]);
  const { session, port } = givenSession({ sheet: orderSheet(rows, formulas) });
  await session.check();
  await session.fix([findingAt(session, 'F3')]);
  expect(checked(session).overFormulas).toMatchObject([{ cell: 'F3' }]);
  expect(port.view.edits).toEqual([]);
  await session.answerFormulas(true);
  expect(checked(session).overFormulas).toEqual([]);
  expect(codes(session)).toEqual(['item.unknown C4']);
  await session.undo();
  expect(port.view.sheets[0]?.formulas?.[2]?.[5]).toBe('=D3*E3*1.1');
});

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

test('while the server is away the orders are kept, also for the next session, and sent under the same key', async () => {
  const storage = givenStorage();
  const server = givenServer();
  server.mood = 'away';
  const first = givenSession({ server, storage });
  await first.session.check();
  await first.session.post();
  await first.session.post();
  expect(checked(first.session).posting?.stopped).toBe('server-away');
  expect(first.outbox.entries()).toHaveLength(1);

  server.mood = 'answers';
  const second = givenSession({ server, storage });
  const answered = await second.session.sendKept();
  expect(answered).toMatchObject([{ outcome: 'posted', number: 'SO-1001' }]);
  expect(second.session.state.doing).toBeNull();
  expect(second.outbox.entries()).toEqual([]);
  expect(second.port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
  expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  expect(server.sent).toHaveLength(3);
});

test('what was answered stays, and is answered, where the sheet takes no numbers', async () => {
  const answersWritten = vi.fn();
  const { session, port, server } = givenSession({ answersWritten });
  const write = vi.spyOn(port, 'writeStatuses').mockResolvedValue('protected');
  server.mood = 'away';
  await session.check();
  await session.post();
  server.mood = 'answers';
  expect(await session.sendKept()).toMatchObject([{ outcome: 'posted', number: 'SO-1001' }]);
  expect(session.state).toMatchObject({
    step: 'posted',
    doing: null,
    kept: new Set(),
    posting: { orders: 1, answered: 1, stopped: null },
    failure: { during: 'posting', error: new SheetsProtected(['订单'], 'statuses') },
  });
  // Whoever wants to offer that it be written must not take it for written.
  expect(answersWritten).not.toHaveBeenCalled();
  write.mockRestore();
  await session.writeStatuses(() => ({ number: 'SO-1001', text: 'posted' }));
  expect(session.state.failure).toBeNull();
  expect(port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }, {}, {}]);
});

test('kept orders sent from the same session get their numbers into the sheet', async () => {
  const server = givenServer();
  server.mood = 'signed-out';
  const answersWritten = vi.fn();
  const { session, port } = givenSession({ server, answersWritten });
  await session.check();
  await session.post();
  expect(checked(session).posting?.stopped).toBe('signed-out');
  server.mood = 'answers';
  await session.sendKept();
  expect(port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
  expect(answersWritten.mock.calls).toMatchObject([[[{ fate: { number: 'SO-1001' } }]]]);
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

test('a device without room says so and still sends', async () => {
  const { session, server } = givenSession({ storage: givenStorage(10) });
  server.mood = 'away';
  await session.check();
  await session.post();
  expect(checked(session).keptInPageOnly).toBe(true);
  server.mood = 'answers';
  await session.sendKept();
  expect(checked(session)).toMatchObject({ keptInPageOnly: false, step: 'posted' });
});

test('headings that can’t be read for a while forget nothing: fixes, answers, what the user said', async () => {
  const { session, port, server } = givenSession({ storage: givenStorage(10) });
  const setHeadings = async (headings: readonly unknown[]) => {
    for (const [column, value] of headings.entries())
      await port.applyFixes([{ sheet: '订单', cell: '', row: 0, column, value: String(value) }], {
        overFormulas: false,
      });
    await session.check();
  };
  await session.check();
  await session.fix([findingAt(session, 'F3')]);
  server.mood = 'away';
  await session.post();
  const [order] = checked(session).orders;
  if (order) session.takeAsChange(order);
  const headings = orderSheet().values[0] ?? [];
  await setHeadings(headings.map(() => 'x'));
  expect(session.state.step).toBe('found');
  expect(unsavedFixes(session.state)).toMatchObject([{ cell: 'F3' }]);
  server.mood = 'answers';
  await session.sendKept();
  await setHeadings(headings);
  expect(checked(session)).toMatchObject({ step: 'posted', keptInPageOnly: false });
  expect(checked(session).meantAsChange.size).toBe(1);
  expect(ready(session)).toEqual([]);
  await session.undo();
  expect(codes(session)).toContain('amount.mismatch F3');
});

test('a fault is shown and leaves the session as it was', async () => {
  const { session, port } = givenSession();
  await session.check();
  port.readGrids = () => Promise.reject(new Error('Excel is busy'));
  await session.check();
  expect(session.state).toMatchObject({ step: 'checked', doing: null, failure: { during: 'checking' } });
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

test('an order number that stands beside the rows already is known', async () => {
  const headed = orderSheet().values.map((cells, row) => [...cells, ['回签单号', 'SO-202611-00007'][row] ?? null]);
  const { session } = givenSession({ sheet: grid('订单', headed) });
  await session.check();
  expect(checked(session).orders.map(({ number }) => number)).toEqual(['SO-202611-00007', null, null]);
});

test('an answer about formulas that comes while something runs is not lost', async () => {
  const formulas = [0, 1, 2, 3].map((row) => [null, null, null, null, null, row === 2 ? '=D3*E3*1.1' : null]);
  const { session } = givenSession({ sheet: orderSheet(rows, formulas) });
  await session.check();
  await session.fix([findingAt(session, 'F3')]);
  const checking = session.check();
  await session.answerFormulas(true);
  await checking;
  expect(checked(session).overFormulas).toMatchObject([{ cell: 'F3' }]);
});

test("the workbook's own books are handed out for publishing, their columns read as the user said", async () => {
  const { session } = givenSession();
  await session.choose({ sheet: '价目表', heading: '品名', field: null });
  const { prices, stock, customers } = await session.books();
  expect(prices?.items.map(({ code, name }) => [code, name])).toEqual([
    ['F-50', undefined],
    ['B-10', undefined],
  ]);
  expect([stock?.lines.length, customers?.customers.length]).toEqual([2, 2]);
});

test('what only a person can tell is written as he picked it, checked again, and undone', async () => {
  const { session, port } = givenSession();
  await session.check();
  const unknown = findingAt(session, 'C4');
  const choice = { sheet: '订单', cell: 'C4', row: 3, column: 2, value: 'B-10' };
  await session.settle(unknown, choice);
  expect(port.view.edits).toMatchObject([{ sheet: '订单', row: 3, column: 2, value: 'B-10' }]);
  expect(codes(session)).not.toContain('item.unknown C4');
  await session.undo();
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
});

describe('orders that have no name of their own', () => {
  const nameless = (quantity: number) =>
    grid('订单', [
      ['客户编码', '货号', '数量', '单价', '金额'],
      ['C1', 'F-50', quantity, 12.5, quantity * 12.5],
      ['C2', 'B-10', 100, 0.8, 80],
    ]);
  const change = async ({ session, port }: ReturnType<typeof givenSession>) => {
    const edits = [
      { sheet: '订单', row: 1, column: 2, cell: 'C2', value: 20 },
      { sheet: '订单', row: 1, column: 4, cell: 'E2', value: 250 },
    ];
    await port.applyFixes(edits, { overFormulas: true });
    session.cellsChanged();
    await session.check();
  };

  test('one that was changed while it waited is not sent beside what it said before; the others are', async () => {
    const given = givenSession({ sheet: nameless(10) });
    const { session, server, port } = given;
    await session.check();
    server.mood = 'away';
    await session.post();
    await change(given);
    expect(readyToPost(checked(session))).toHaveLength(1);
    server.mood = 'answers';
    await session.post();
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
    expect(session.state.failure?.error).toEqual(new EarlierWaited(['C1']));
    // Its number stands beside the rows as they are now: whether they change it is the next question.
    expect(port.view.statuses[0]?.rows.map(({ number }) => number)).toEqual(['SO-null', 'SO-null']);
  });

  test('one whose number could not be written beside it is not sent anew when it is changed', async () => {
    const given = givenSession({ sheet: nameless(10) });
    const { session, server, port } = given;
    const closed = vi.spyOn(port, 'writeStatuses').mockResolvedValue('protected');
    await session.check();
    await session.post();
    await change(given);
    await session.post();
    await session.post();
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
    expect(session.state.failure?.error).toEqual(new SheetsProtected(['订单'], 'statuses'));
    // Unprotected, the next click writes the number, and asks what the change means.
    closed.mockRestore();
    await session.post();
    expect(session.state.failure?.error).toEqual(new EarlierWaited(['C1']));
    expect(port.view.statuses[0]?.rows.map(({ number }) => number)).toEqual(['SO-null', 'SO-null']);
  });

  test('an order of other goods is not what waited, and gets no number of it', async () => {
    const given = givenSession({ sheet: nameless(10) });
    const { session, server, port } = given;
    await session.check();
    server.mood = 'away';
    await session.post();
    await port.applyFixes([{ sheet: '订单', row: 1, column: 1, cell: 'B2', value: 'B-10' }], { overFormulas: true });
    await port.applyFixes([{ sheet: '订单', row: 1, column: 3, cell: 'D2', value: 0.8 }], { overFormulas: true });
    await port.applyFixes([{ sheet: '订单', row: 1, column: 4, cell: 'E2', value: 8 }], { overFormulas: true });
    session.cellsChanged();
    server.mood = 'answers';
    await session.sendKept();
    expect(port.view.statuses[0]?.rows.map(({ row }) => row)).toEqual([2]);
    expect(readyToPost(checked(session))).toHaveLength(1);
  });
});

describe('orders that waited', () => {
  const kept = async () => {
    const storage = givenStorage();
    const server = givenServer();
    server.mood = 'away';
    const first = givenSession({ server, storage });
    await first.session.check();
    await first.session.post();
    return { first, server, storage };
  };

  test('what became of them is told where no sheet shows it, until it was seen', async () => {
    const { server, storage } = await kept();
    server.mood = 'forbids';
    const { session } = givenSession({ server, storage, sheet: grid('备忘', [['记得打电话']]) });
    await session.check();
    await session.sendKept();
    expect(session.state).toMatchObject({ step: 'found', keptAnswered: [{ outcome: 'failed', key: '1001' }] });
    await session.check();
    expect(session.state.keptAnswered).toHaveLength(1);
    session.keptAnswersSeen();
    expect(session.state.keptAnswered).toEqual([]);
  });

  test('dropped in one page, they are sent by none that was open by then', async () => {
    const { first, server, storage } = await kept();
    const second = givenSession({ server, storage });
    const before = server.sent.length;
    await first.session.forgetKept();
    server.mood = 'answers';
    expect(second.outbox.entries()).toEqual([]);
    await second.session.sendKept();
    expect(server.sent).toHaveLength(before);
  });

  test('answered to one page, they are answered to another as well, whose rows they are', async () => {
    const { first, server, storage } = await kept();
    const second = givenSession({ server, storage });
    server.mood = 'answers';
    await second.session.sendKept();
    await first.session.sendKept();
    expect(first.port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  });

  test('one that is answered beyond understanding stays, and holds up no other', async () => {
    const { first, server } = await kept();
    const { call } = server.client;
    let broken = true;
    server.client.call = (async (name: never, input: never) => {
      const answer = (await call(name, input)) as { results?: readonly unknown[] };
      if (name !== 'postOrders' || !broken) return answer;
      broken = false;
      return { results: [] };
    }) as typeof call;
    await first.session.fix([findingAt(first.session, 'F3')]);
    server.mood = 'answers';
    await first.session.post();
    expect(first.outbox.entries().flatMap(({ batch }) => batch.orders.map(({ key }) => key))).toEqual(['1001']);
    expect(checked(first.session).sent.map(({ order }) => order.key)).toEqual(['1002']);
    expect(first.session.state.failure?.error).toBeInstanceOf(Error);
  });

  test('two things that go wrong on their way are both told', async () => {
    const { first, server } = await kept();
    const { port, session } = first;
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      const answer = await call(name, input);
      return name === 'postOrders' && (input as { body: { orders: { key: string }[] } }).body.orders[0]?.key === '1001'
        ? { results: [] }
        : answer;
    }) as typeof call;
    await session.fix([findingAt(session, 'F3')]);
    server.mood = 'answers';
    vi.spyOn(port, 'writeStatuses').mockResolvedValue('protected');
    await session.post();
    const error = session.state.failure?.error;
    expect((error as AggregateError).errors).toMatchObject([
      { message: '1 orders were sent, 0 answered' },
      { name: 'SheetsProtected' },
    ]);
  });
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
  server.holds = { 1001: { number: 'SO-7', posting: 'edits' } };
  server.mood = 'away';
  await session.check();
  await settled(session);
  expect(ready(session)).toEqual(['1001']);
  server.mood = 'answers';
  await session.post();
  expect(server.sent).toEqual([]);
  expect(numberQuestions(checked(session)).map(({ kind, number }) => [kind, number])).toEqual([['taken', 'SO-7']]);
});

test('orders that waited are sent as new ones: none that came up meanwhile is changed by them unasked', async () => {
  const { session, server } = givenSession();
  server.mood = 'away';
  await session.check();
  await session.post();
  expect(server.sent).toMatchObject([{ keys: ['1001'] }]);
  expect(server.sent[0]?.changes).toBeUndefined();
  server.mood = 'answers';
  server.holds = { 1001: { number: 'SO-7', posting: 'edits' } };
  const { call } = server.client;
  server.client.call = (async (name: never, input: { query?: { changes?: string } }) => {
    const answer = await call(name, input as never);
    if (name !== 'postOrders' || input.query?.changes !== '') return answer;
    const refusal = { code: 'order.key-taken', message: 'SO-7' };
    return { results: [{ outcome: 'refused', key: '1001', number: 'SO-7', refusal }] };
  }) as typeof call;
  await session.sendKept();
  await settled(session);
  const [question] = numberQuestions(checked(session));
  expect(question).toMatchObject({ kind: 'taken', number: 'SO-7' });
  expect(ready(session)).toEqual([]);
  // Once the user said so, it is sent as what it is.
  if (question) session.takeAsChange(question.order);
  await session.post();
  expect(server.sent.at(-1)).toMatchObject({ keys: ['1001'], changes: 'SO-7' });
});

test('who cancels while nothing is answered is not kept waiting', async () => {
  vi.useFakeTimers();
  try {
    const { session, server, outbox } = givenSession();
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
    expect(outbox.entries()).toHaveLength(1);
    expect(session.state.doing).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('a check the user stops is no failure, and can be made again', async () => {
  const { session, port } = givenSession();
  const { readGrids } = port;
  port.readGrids = () => Promise.reject(new Stopped());
  await session.check();
  expect(session.state).toEqual(empty);
  port.readGrids = readGrids;
  await session.check();
  expect(session.state).toMatchObject({ step: 'checked' });
});

describe('rows below the orders', () => {
  const table = keyOfTable({ sheet: '订单', headerRow: 0 });
  const added: readonly WantedCells[] = [
    [
      { field: 'orderKey', value: '1004' },
      { field: 'customerCode', value: 'C1' },
      { field: 'itemCode', value: 'F-50' },
      { field: 'quantity', value: 2 },
    ],
  ];
  /** A co-author changes the sheet; nothing of it is told. */
  const other = (port: OpenedWorkbook, values: (before: SheetOfFile['values']) => SheetOfFile['values']) => {
    const changed = openWorkbook(
      port.name,
      port.view.sheets.map((each) => (each.sheet === '订单' ? { ...each, values: values(each.values) } : each)),
    );
    for (const method of ['readGrids', 'appendRows'] as const)
      vi.spyOn(port, method).mockImplementation(changed[method] as never);
    return () => changed.view.sheets[0]?.values;
  };

  test('are written, checked and taken away again', async () => {
    const { session, port } = givenSession();
    await session.check();
    const before = await port.readGrids();
    const outcome = await session.append(table, added);
    expect(outcome).toMatchObject({ kind: 'appended', rows: { top: 4 } });
    expect(checked(session).orders.map(({ order }) => order.key)).toEqual(['1001', '1002', '1003', '1004']);
    await session.undo();
    expect(checked(session).orders.map(({ order }) => order.key)).toEqual(['1001', '1002', '1003']);
    expect((await port.readGrids())[0]?.values.slice(0, 4)).toEqual(before[0]?.values.slice(0, 4));
  });
  test('go into the columns where they are by then, though somebody put one in between', async () => {
    const { session, port } = givenSession();
    await session.check();
    const now = other(port, (rows) => rows.map((row, at) => row.toSpliced(3, 0, at === 0 ? '备注' : null)));
    expect(await session.append(table, added)).toMatchObject({ kind: 'appended' });
    expect(now()?.[4]).toEqual(['1004', 'C1', 'F-50', null, 2]);
  });
  test('go nowhere where the table is gone, or a column they need', async () => {
    const { session, port } = givenSession();
    await session.check();
    const append = vi.spyOn(port, 'appendRows');
    other(port, (rows) => rows.map((row) => row.toSpliced(0, 1)));
    expect(await session.append(table, added)).toBeNull();
    expect(session.state.failure?.error).toEqual(new TableChanged(['orderKey']));
    expect(await session.append(keyOfTable({ sheet: '订单', headerRow: 7 }), added)).toBeNull();
    expect(session.state.failure?.error).toEqual(new TableChanged([]));
    expect(append).not.toHaveBeenCalled();
  });
  test('are placed anew where the table moved right before, and can be taken away though the check after it failed', async () => {
    const { session, port } = givenSession();
    const { appendRows, readGrids, applyFixes } = port;
    await session.check();
    vi.spyOn(port, 'appendRows').mockImplementationOnce(async (...all) => {
      await applyFixes([{ sheet: '订单', cell: 'A4', row: 3, column: 0, value: '1009' }], { overFormulas: false });
      return appendRows(...all);
    });
    const read = vi.spyOn(port, 'readGrids').mockImplementation(async () => {
      if (read.mock.calls.length === 3) throw new Error('Excel is busy');
      return readGrids();
    });
    expect(await session.append(table, added)).toBeNull();
    expect(port.view.sheets[0]?.values.map(([key]) => key)).toEqual(['订单号', '1001', '1002', '1009', '1004']);
    expect(session.state.failure?.during).toBe('fixing');
    await session.undo();
    expect(checked(session).orders.map(({ order }) => order.key)).toEqual(['1001', '1002', '1009']);
  });
  test('stay once they were posted, and stand in the way of no other undo', async () => {
    const { session, port } = givenSession();
    await session.check();
    await session.fix([findingAt(session, 'F3')]);
    const priced: WantedCells = [
      ...(added[0] ?? []),
      { field: 'unitPrice', value: 12.5 },
      { field: 'amount', value: 25 },
    ];
    await session.append(table, [priced]);
    await session.post();
    const remove = vi.spyOn(port, 'removeRows');
    await session.undo();
    expect(session.state.failure?.error).toBeInstanceOf(RowsPosted);
    expect(remove).not.toHaveBeenCalled();
    expect(checked(session).orders.map(({ order }) => order.key)).toContain('1004');
    await session.undo();
    expect([codes(session), checked(session).fixed]).toEqual([['amount.mismatch F3', 'item.unknown C4'], []]);
  });
  test('stay when somebody changed them since, and that is said', async () => {
    const { session, port } = givenSession();
    await session.append(table, added);
    await port.applyFixes([{ sheet: '订单', cell: 'D5', row: 4, column: 3, value: 9 }], { overFormulas: false });
    await session.undo();
    expect(session.state.failure?.error).toBeInstanceOf(RowsChanged);
    expect(checked(session).fixed).toHaveLength(1);
  });
});

test('what was written beside the rows is read with the next check, though only an edit was told', async () => {
  const { session, port } = givenSession();
  await session.check();
  const read = vi.spyOn(port, 'readGrids');
  const again = vi.spyOn(port, 'readAgain');
  await session.post();
  read.mockClear();
  await session.recheck([]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(again).not.toHaveBeenCalled();
});

test('struck-through rows are left out until the user says what they mean, of this file only; posting looks again', async () => {
  const struck = [2, 3].map((column) => ({ column, rows: [2] }));
  const storage = givenStorage();
  const { session, port, server } = givenSession({ sheet: { ...orderSheet(), struck }, storage });
  await session.check();
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: null });
  await settled(session);
  expect(codes(session)).toEqual(['item.unknown C4']);
  await session.choose({ struckRows: 'ordered' });
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: 'ordered' });
  await settled(session);
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
  await session.choose({ struckRows: 'left-out' });
  const again = givenSession({ sheet: { ...orderSheet(), struck }, storage });
  await again.session.check();
  expect(checked(again.session).found.struck).toEqual({ rows: 1, meaning: null });
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: 'left-out' });

  // Struck through after the check, which Excel tells nobody.
  expect(ready(session)).toEqual(['1001']);
  port.readStruck = async (asked) => asked.map(({ sheet, column }) => ({ sheet, column, rows: [1, 2] }));
  await session.post();
  expect(server.sent).toEqual([]);
  expect(checked(session).found.struck.rows).toBe(2);
});
