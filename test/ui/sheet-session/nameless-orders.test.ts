import { describe, expect, test, vi } from 'vitest';
import { EarlierWaited, SheetsProtected } from '../../../ui/sheet-session/in-the-way.ts';
import { readyToPost } from '../../../ui/sheet-session/standing-of-orders.ts';
import { checked, givenSession, grid } from './given.ts';

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
    await session.sendKept('waiting');
    expect(port.view.statuses[0]?.rows.map(({ row }) => row)).toEqual([2]);
    expect(readyToPost(checked(session))).toHaveLength(1);
  });
});
