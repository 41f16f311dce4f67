import { describe, expect, test, vi } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { CellsChanged, OrdersChanged } from '../../../ui/sheet-session/changed-meanwhile.ts';
import { type Checked, isChecked, readyToPost } from '../../../ui/sheet-session/state.ts';
import { givenServer, givenSession } from './given.ts';

/** A checked sheet, and somebody else at the same workbook: nothing he does is told. */
async function given(server = givenServer()) {
  const parts = givenSession({ server });
  const { session, port } = parts;
  await session.check();
  const checked = (): Checked => {
    if (!isChecked(session.state)) throw new Error(`the session is ${session.state.step}`);
    return session.state;
  };
  const cellAt = (row: number, column: number): CellValue => port.view.sheets[0]?.values[row]?.[column] ?? null;
  return {
    ...parts,
    checked,
    cellAt,
    findingAt: (cell: string) => checked().findings.filter((finding) => finding.cell === cell),
    type: (row: number, column: number, value: number | string) =>
      port.applyFixes([{ sheet: '订单', row, column, cell: '', value }], { overFormulas: true }),
    statuses: vi.spyOn(port, 'writeStatuses'),
  };
}

describe('posting', () => {
  test('sends nothing that the user did not see, and shows him what it is now', async () => {
    const { session, type, server, checked } = await given();
    await type(1, 3, 20);
    await type(1, 5, 250);
    await session.post();
    expect(server.sent).toEqual([]);
    expect(session.state).toMatchObject({ doing: null, failure: { during: 'posting' } });
    expect(session.state.failure?.error).toBeInstanceOf(OrdersChanged);
    expect(session.state.failure?.error).toMatchObject({ orders: ['1001'] });
    expect(readyToPost(checked())[0]?.order.lines[0]?.quantity).toBe('20');
    await session.post();
    expect(server.sent.map(({ keys }) => keys)).toEqual([['1001']]);
  });

  test('is not kept from sending by what says nothing else of the orders', async () => {
    const { session, type, server } = await given();
    await type(9, 9, '记得打电话');
    await session.post();
    expect(server.sent.map(({ keys }) => keys)).toEqual([['1001']]);
  });

  test('gives the order that was sent its number, though its rows say something else by the time of the answer', async () => {
    const { session, type, server, statuses, checked, findingAt } = await given();
    await session.fix(findingAt('F3'));
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      if (name === 'postOrders') {
        await type(1, 3, 20);
        await type(1, 5, 250);
        session.cellsChanged();
      }
      return call(name, input);
    }) as never;
    await session.post();
    expect(statuses.mock.calls.map(([, rows]) => rows.map(({ row, number }) => [row, number]))).toEqual([
      [
        [1, 'SO-1001'],
        [2, 'SO-1002'],
      ],
    ]);
    // What the rows say now was not sent: it is ready still.
    expect(readyToPost(checked()).map(({ order }) => order.key)).toEqual(['1001']);
  });

  test('again leaves alone what stands beside orders that were posted before', async () => {
    const { session, statuses, findingAt } = await given();
    await session.post();
    await session.fix(findingAt('F3'));
    await session.post();
    expect(statuses.mock.calls.map(([, rows]) => rows.map(({ number }) => number))).toEqual([['SO-1001'], ['SO-1002']]);
    statuses.mockClear();
    await session.booksPublished();
    expect(statuses).not.toHaveBeenCalled();
  });

  test('says of a new order that it is promised for no day, whatever a copied row brought along', async () => {
    const { session, statuses } = await given();
    await session.post();
    expect(statuses.mock.calls[0]?.[1]).toMatchObject([{ promised: '' }]);
  });
});

describe('cancelling while the server says nothing', () => {
  test('keeps only what may have arrived, and sends it when the user says so', async () => {
    const { session, server, outbox, checked, findingAt } = await given();
    await session.fix(findingAt('F3'));
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      session.cancelPosting();
      server.mood = 'away';
      return call(name, input);
    }) as never;
    await session.post();
    expect(checked().posting).toMatchObject({ cancelling: true, stopped: 'cancelled' });
    expect(outbox.entries()).toHaveLength(1);
    server.client.call = call;
    server.mood = 'answers';
    await session.sendKept();
    expect(outbox.entries()).toEqual([]);
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  });

  test('or drops it', async () => {
    const { session, server, outbox, checked } = await given();
    server.mood = 'away';
    await session.post();
    expect(checked().kept.size).toBe(1);
    await session.forgetKept();
    expect(outbox.entries()).toEqual([]);
    expect(checked().kept.size).toBe(0);
    expect(readyToPost(checked())).toHaveLength(1);
  });
});

test('orders that wait are sent when the server is back, though something else is going on at that moment', async () => {
  const { session, server, outbox } = await given();
  server.mood = 'away';
  await session.post();
  server.mood = 'answers';
  const checking = session.check();
  expect(session.state.doing).toBe('checking');
  const sent = session.sendKept();
  await Promise.all([checking, sent]);
  expect(await sent).toMatchObject([{ number: 'SO-1001' }]);
  expect(outbox.entries()).toEqual([]);
});

describe('a fix', () => {
  test('leaves a cell alone that somebody else has changed since it was found', async () => {
    const { session, type, cellAt, findingAt } = await given();
    const [finding] = findingAt('F3');
    await type(2, 5, 81);
    await session.fix(finding ? [finding] : []);
    expect(cellAt(2, 5)).toBe(81);
    expect(session.state.failure?.error).toBeInstanceOf(CellsChanged);
    expect(session.state.failure?.error).toMatchObject({ cells: ['F3'] });
    // The others of the same click are written.
    await session.dismissFailure();
    await session.fix(findingAt('F3'));
    expect([cellAt(2, 5), session.state.failure]).toEqual([80, null]);
  });

  test('is not taken back from under what was typed over it', async () => {
    const { session, type, cellAt, checked, findingAt } = await given();
    await session.fix(findingAt('F3'));
    await type(2, 5, 79);
    await session.undo();
    expect(cellAt(2, 5)).toBe(79);
    expect(session.state.failure?.error).toMatchObject({ cells: ['F3'] });
    // What can't be undone stands in nobody's way.
    expect(checked().fixed).toEqual([]);
  });
});
