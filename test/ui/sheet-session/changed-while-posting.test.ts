import { describe, expect, test, vi } from 'vitest';
import type { Decimal } from '../../../core/value/decimal.ts';
import { OrdersChanged, RowsMoving } from '../../../ui/sheet-session/in-the-way.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { readyToPost } from '../../../ui/sheet-session/standing-of-orders.ts';
import { givenServer, grid, orderSheet, rows as sampleRows } from './given.ts';
import { givenWithOthers } from './given-with-others.ts';

describe('posting', () => {
  test('sends nothing that the user did not see, and shows him what it is now', async () => {
    const { session, type, server, checked } = await givenWithOthers();
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
    const { session, type, server } = await givenWithOthers();
    await type(9, 9, '记得打电话');
    await session.post();
    expect(server.sent.map(({ keys }) => keys)).toEqual([['1001']]);
  });

  test('gives the order that was sent its number, though its rows say something else by the time of the answer', async () => {
    const { session, type, server, statuses, checked, findingAt } = await givenWithOthers();
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

  test('shows what the user edited himself, too, before it is sent', async () => {
    const { session, type, server } = await givenWithOthers();
    await type(1, 3, 20);
    await type(1, 5, 250);
    session.cellsChanged();
    await session.post();
    expect([server.sent, session.state.failure?.error]).toEqual([[], new OrdersChanged(['1001'])]);
    await session.post();
    expect(server.sent).toHaveLength(1);
  });

  test('counts as old what was edited while it was read', async () => {
    const { session, port, checked } = await givenWithOthers();
    const { readGrids } = port;
    vi.spyOn(port, 'readGrids').mockImplementationOnce(async () => {
      const read = await readGrids();
      session.cellsChanged();
      return read;
    });
    await session.check();
    expect(checked().stale).toBe(true);
    await session.check();
    expect(checked().stale).toBe(false);
  });

  test('writes numbers beside their own rows, though these were sorted while the answer was written', async () => {
    const { session, port, swap, statuses, numbersBeside } = await givenWithOthers();
    const { readGrids } = port;
    let readings = 0;
    vi.spyOn(port, 'readGrids').mockImplementation(async () => {
      const read = await readGrids();
      readings += 1;
      if (readings === 2) {
        await swap();
        session.cellsChanged();
      }
      return read;
    });
    await session.post();
    expect([readings, numbersBeside()]).toEqual([3, { '1001': 'SO-1001' }]);
    expect(statuses).toHaveBeenCalledTimes(1);
  });

  test('finds them again where the sorting was not told, right before the writing', async () => {
    const { session, swap, statuses, writeStatuses, numbersBeside } = await givenWithOthers();
    statuses.mockImplementationOnce(async (...all) => {
      await swap();
      return writeStatuses(...all);
    });
    await session.post();
    expect([session.state.failure, numbersBeside()]).toEqual([null, { '1001': 'SO-1001' }]);
  });

  test('writes nothing beside rows that go on moving, says so, and writes it with the next answers', async () => {
    const { session, swap, type, statuses, writeStatuses, numbersBeside, findingAt } = await givenWithOthers();
    statuses.mockImplementation(async (...all) => {
      await swap();
      return writeStatuses(...all);
    });
    await session.post();
    expect(session.state).toMatchObject({ doing: null, failure: { error: new RowsMoving(['1001']) } });
    expect(numbersBeside()).toEqual({});
    statuses.mockImplementation(writeStatuses);
    await session.check();
    await session.fix(findingAt('F2'));
    await type(9, 9, '记得打电话');
    await session.post();
    expect(numbersBeside()).toEqual({ '1001': 'SO-1001', '1002': 'SO-1002' });
  });

  test('writes beside all rows of an order or none: with its number beside some it would be read as two', async () => {
    const cells = [
      ['C2', 'B-10', 100, 0.8, 80],
      ...[10, 20, 30].map((each) => ['C1', 'F-50', each, 12.5, each * 12.5]),
    ];
    const headings = orderSheet().values[0] ?? [];
    const { session, port, swap, statuses, writeStatuses } = await givenWithOthers(
      givenServer(),
      grid('订单', [headings.slice(1), ...cells]),
    );
    statuses.mockImplementation(async (...all) => {
      await swap();
      return writeStatuses(...all);
    });
    await session.post();
    expect(session.state.failure?.error).toBeInstanceOf(RowsMoving);
    expect(port.view.statuses).toEqual([]);
    statuses.mockImplementation(writeStatuses);
    await session.writeStatuses(() => ({ number: 'SO-1', text: 'posted' }));
    expect(port.view.statuses.flatMap(({ rows }) => rows.map(({ row }) => row)).sort()).toEqual([1, 2, 3, 4]);
  });

  test('writes nothing where a column came or went', async () => {
    const { session, port, statuses, writeStatuses } = await givenWithOthers();
    statuses.mockImplementation(async (...all) => {
      await port.applyFixes([{ sheet: '订单', row: 0, column: 4, cell: 'E1', value: '备注' }], { overFormulas: true });
      return writeStatuses(...all);
    });
    await session.post();
    expect(await statuses.mock.results[0]?.value).toEqual({ moved: [1] });
  });

  test('waits for a co-author, too, before it sends what was read', async () => {
    const { session, port, type, server, cellAt } = await givenWithOthers();
    const { readGrids } = port;
    vi.spyOn(port, 'readGrids').mockImplementationOnce(async () => {
      const read = await readGrids();
      await type(1, 3, 20);
      await type(1, 5, 250);
      session.othersChanged();
      return read;
    });
    await session.post();
    expect([server.sent, cellAt(1, 3)]).toEqual([[], 20]);
    expect(session.state.failure?.error).toEqual(new OrdersChanged(['1001']));
  });

  test('writes with the next answers what stands beside no row yet, whatever one order said meanwhile', async () => {
    const sheet = orderSheet([...sampleRows.slice(0, 1), ['1002', 'C2', 'B-10', 100, 0.8, 80]]);
    const { session, statuses, type, numbersBeside } = await givenWithOthers(givenServer(), sheet);
    statuses.mockRejectedValueOnce(new Error('Excel is busy'));
    await session.post();
    const letter = ({ order }: OrderInSheet) => (order.key === '1001' ? { number: 'SO-1001', text: 'sent' } : null);
    expect(await session.writeStatuses(letter)).toEqual(new Set(['SO-1001']));
    await type(3, 0, '1003');
    for (const [column, value] of ['1003', 'C1', 'B-10', 10, 0.8, 8].entries()) await type(3, column, value);
    session.cellsChanged();
    await session.check();
    statuses.mockClear();
    await session.post();
    expect(numbersBeside()).toEqual({ '1001': 'SO-1001', '1002': 'SO-1002', '1003': 'SO-1003' });
  });

  test('says that nothing was written where no orders are found any more, and keeps it for later', async () => {
    const { session, statuses, type, numbersBeside } = await givenWithOthers();
    statuses.mockRejectedValueOnce(new Error('Excel is busy'));
    await session.post();
    const headings = orderSheet().values[0] ?? [];
    for (const column of headings.keys()) await type(0, column, 'x');
    expect(await session.writeStatuses(() => ({ number: 'SO-1', text: 'x' }))).toEqual(new Set());
    expect(session.state.step).toBe('found');
    for (const [column, heading] of headings.entries()) await type(0, column, String(heading));
    await session.check();
    await session.sendKept('waiting');
    expect(numbersBeside()).toEqual({ '1001': 'SO-1001' });
  });

  test('writes the number of another workbook’s order beside no row of this one', async () => {
    const { session, outbox, server, statuses, checked } = await givenWithOthers();
    const [own] = checked().orders;
    if (!own) throw new Error('no order');
    const order = { ...own.order, lines: own.order.lines.map((line) => ({ ...line, quantity: '777' as Decimal })) };
    const batch = { tables: checked().found.batch.tables, orders: [order] };
    outbox.put({ requestKey: 'yesterday', workbook: 'yesterday.xlsx', batch });
    await session.sendKept('waiting');
    expect(server.sent).toHaveLength(1);
    expect(statuses.mock.calls.flatMap(([, rows]) => rows)).toEqual([]);
  });

  test('ends with what was answered beside its rows, whatever the next batch comes to', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [`${2000 + at}`, 'C1', 'F-50', 1, 12.5, 12.5]);
    const { session, server, checked, statuses, outbox } = await givenWithOthers(givenServer(), orderSheet(many));
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      if (name === 'postOrders' && server.sent.length === 1) throw new Error('what nobody foresaw');
      return call(name, input);
    }) as never;
    await session.post();
    expect(statuses.mock.calls.flatMap(([, rows]) => rows)).toHaveLength(50);
    expect([checked().kept.size, outbox.entries().length, session.state.doing]).toEqual([10, 1, null]);
    expect(session.state.failure?.error).toMatchObject({ message: 'what nobody foresaw' });
  });

  test('writes with the next answers what Excel would not take', async () => {
    const { session, statuses, findingAt } = await givenWithOthers();
    statuses.mockRejectedValueOnce(new Error('Excel is busy'));
    await session.post();
    statuses.mockClear();
    await session.fix(findingAt('F3'));
    await session.post();
    expect(statuses.mock.calls.flatMap(([, rows]) => rows.map(({ number }) => number))).toEqual(['SO-1001', 'SO-1002']);
  });

  test('again leaves alone what stands beside orders that were posted before', async () => {
    const { session, statuses, findingAt } = await givenWithOthers();
    await session.post();
    await session.fix(findingAt('F3'));
    await session.post();
    expect(statuses.mock.calls.map(([, rows]) => rows.map(({ number }) => number))).toEqual([['SO-1001'], ['SO-1002']]);
    statuses.mockClear();
    await session.booksPublished();
    expect(statuses).not.toHaveBeenCalled();
  });

  test('says of a new order that it is promised for no day, whatever a copied row brought along', async () => {
    const { session, statuses } = await givenWithOthers();
    await session.post();
    expect(statuses.mock.calls[0]?.[1]).toMatchObject([{ promised: '' }]);
  });
});
