import { describe, expect, test, vi } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { CellsChanged, OrdersChanged, RowsMoving } from '../../../ui/sheet-session/in-the-way.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { readyToPost } from '../../../ui/sheet-session/standing-of-orders.ts';
import { type Checked, isChecked } from '../../../ui/sheet-session/state.ts';
import { givenServer, givenSession, grid, orderSheet, rows as sampleRows } from './given.ts';

/** A checked sheet, and somebody else at the same workbook: nothing he does is told. */
async function given(server = givenServer(), sheet = orderSheet()) {
  const parts = givenSession({ server, sheet });
  const { session, port } = parts;
  await session.check();
  const checked = (): Checked => {
    if (!isChecked(session.state)) throw new Error(`the session is ${session.state.step}`);
    return session.state;
  };
  const { writeStatuses } = port;
  const cellAt = (row: number, column: number): CellValue => port.view.sheets[0]?.values[row]?.[column] ?? null;
  return {
    ...parts,
    checked,
    cellAt,
    findingAt: (cell: string) => checked().findings.filter((finding) => finding.cell === cell),
    type: (row: number, column: number, value: number | string) =>
      port.applyFixes([{ sheet: '订单', row, column, cell: '', value }], { overFormulas: true }),
    statuses: vi.spyOn(port, 'writeStatuses'),
    writeStatuses,
    /** The first two orders change places. */
    swap: () => {
      const [, first = [], second = []] = port.view.sheets[0]?.values ?? [];
      const rowsNow = [second, first];
      const fixes = rowsNow.flatMap((cells, down) =>
        cells.map((value, column) => ({
          sheet: '订单',
          row: 1 + down,
          column,
          cell: '',
          value: value as string | number,
        })),
      );
      return port.applyFixes(fixes, { overFormulas: true });
    },
    /** What the last writing left beside the rows, by the orders that stand in them. */
    numbersBeside: () =>
      Object.fromEntries(
        port.view.statuses.flatMap(({ rows }) => rows.map(({ row, number }) => [cellAt(row, 0), number])),
      ),
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

  test('shows what the user edited himself, too, before it is sent', async () => {
    const { session, type, server } = await given();
    await type(1, 3, 20);
    await type(1, 5, 250);
    session.cellsChanged();
    await session.post();
    expect([server.sent, session.state.failure?.error]).toEqual([[], new OrdersChanged(['1001'])]);
    await session.post();
    expect(server.sent).toHaveLength(1);
  });

  test('counts as old what was edited while it was read', async () => {
    const { session, port, checked } = await given();
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
    const { session, port, swap, statuses, numbersBeside } = await given();
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
    const { session, swap, statuses, writeStatuses, numbersBeside } = await given();
    statuses.mockImplementationOnce(async (...all) => {
      await swap();
      return writeStatuses(...all);
    });
    await session.post();
    expect([session.state.failure, numbersBeside()]).toEqual([null, { '1001': 'SO-1001' }]);
  });

  test('writes nothing beside rows that go on moving, says so, and writes it with the next answers', async () => {
    const { session, swap, type, statuses, writeStatuses, numbersBeside, findingAt } = await given();
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
    const { session, port, swap, statuses, writeStatuses } = await given(
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
    const { session, port, statuses, writeStatuses } = await given();
    statuses.mockImplementation(async (...all) => {
      await port.applyFixes([{ sheet: '订单', row: 0, column: 4, cell: 'E1', value: '备注' }], { overFormulas: true });
      return writeStatuses(...all);
    });
    await session.post();
    expect(await statuses.mock.results[0]?.value).toEqual({ moved: [1] });
  });

  test('waits for a co-author, too, before it sends what was read', async () => {
    const { session, port, type, server, cellAt } = await given();
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
    const { session, statuses, type, numbersBeside } = await given(givenServer(), sheet);
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
    const { session, statuses, type, numbersBeside } = await given();
    statuses.mockRejectedValueOnce(new Error('Excel is busy'));
    await session.post();
    const headings = orderSheet().values[0] ?? [];
    for (const column of headings.keys()) await type(0, column, 'x');
    expect(await session.writeStatuses(() => ({ number: 'SO-1', text: 'x' }))).toEqual(new Set());
    expect(session.state.step).toBe('found');
    for (const [column, heading] of headings.entries()) await type(0, column, String(heading));
    await session.check();
    await session.sendKept();
    expect(numbersBeside()).toEqual({ '1001': 'SO-1001' });
  });

  test('writes the number of another workbook’s order beside no row of this one', async () => {
    const { session, outbox, server, statuses, checked } = await given();
    const [own] = checked().orders;
    if (!own) throw new Error('no order');
    const order = { ...own.order, lines: own.order.lines.map((line) => ({ ...line, quantity: '777' as Decimal })) };
    const batch = { tables: checked().found.batch.tables, orders: [order] };
    outbox.put({ requestKey: 'yesterday', workbook: 'yesterday.xlsx', batch });
    await session.sendKept();
    expect(server.sent).toHaveLength(1);
    expect(statuses.mock.calls.flatMap(([, rows]) => rows)).toEqual([]);
  });

  test('ends with what was answered beside its rows, whatever the next batch comes to', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [`${2000 + at}`, 'C1', 'F-50', 1, 12.5, 12.5]);
    const { session, server, checked, statuses, outbox } = await given(givenServer(), orderSheet(many));
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
    const { session, statuses, findingAt } = await given();
    statuses.mockRejectedValueOnce(new Error('Excel is busy'));
    await session.post();
    statuses.mockClear();
    await session.fix(findingAt('F3'));
    await session.post();
    expect(statuses.mock.calls.flatMap(([, rows]) => rows.map(({ number }) => number))).toEqual(['SO-1001', 'SO-1002']);
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

test('of several that wait for their turn, each gets it', async () => {
  const { session, statuses } = await given();
  const checking = session.check();
  const writing = Array.from({ length: 3 }, () => session.writeStatuses(() => ({ number: 'SO-1', text: 'posted' })));
  await checking;
  expect(await Promise.all(writing)).toEqual([1, 2, 3].map(() => new Set(['SO-1'])));
  expect(statuses).toHaveBeenCalledTimes(3);
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

  test('goes into no other delivery of the same item when its own row was deleted, nor does its undo', async () => {
    const first = ['1002', 'C2', 'B-10', 100, 0.8, 88];
    const second = ['1002', 'C2', 'B-10', 50, 0.8, 88];
    const headings = orderSheet().values[0] ?? [];
    const { session, port, findingAt } = await given(givenServer(), orderSheet([first, second]));
    const { readGrids } = port;
    const without = (row: number) =>
      vi.spyOn(port, 'readGrids').mockImplementation(async () => {
        const [sheet, ...others] = await readGrids();
        return sheet ? [{ ...sheet, values: sheet.values.toSpliced(row, 1) }, ...others] : [];
      });
    const applied = vi.spyOn(port, 'applyFixes');
    const restored = vi.spyOn(port, 'restore');
    const [old] = findingAt('F2');
    without(1);
    session.othersChanged();
    await session.fix(old ? [old] : []);
    expect(applied.mock.calls[0]?.[0]).toEqual([]);
    expect(session.state.failure?.error).toMatchObject({ cells: ['F2'] });

    vi.spyOn(port, 'readGrids').mockImplementation(readGrids);
    await session.check();
    await session.fix(findingAt('F2'));
    expect(port.view.sheets[0]?.values.slice(0, 3)).toEqual([headings, first.with(5, 80), second]);
    without(1);
    await session.undo();
    expect(restored.mock.calls[0]?.[0]).toEqual([]);
    expect(session.state.failure?.error).toBeInstanceOf(CellsChanged);
  });

  describe('after which rows went before it was read again', () => {
    const wrong = ['1002', 'C2', 'B-10', 100, 0.8, 88];
    const right = wrong.with(5, 80);
    /** Fixes these wrong amounts, and undoes that once this row is gone and another has come at the end. */
    const undone = async (orders: readonly (readonly CellValue[])[], wrongs: readonly string[], gone: number) => {
      const { session, port, cellAt, findingAt } = await given(givenServer(), orderSheet(orders));
      const { readGrids } = port;
      const readWithout = (added: readonly (readonly CellValue[])[]) => async () => {
        const [sheet, ...others] = await readGrids();
        return sheet ? [{ ...sheet, values: [...sheet.values.toSpliced(gone, 1), ...added] }, ...others] : [];
      };
      const readings = vi.spyOn(port, 'readGrids').mockImplementation(readWithout([]));
      await session.fix(wrongs.flatMap(findingAt));
      expect(session.state.failure).toBeNull();
      for (const cell of wrongs) expect(cellAt(Number(cell.slice(1)) - 1, 5)).toBe(80);
      readings.mockImplementation(readWithout([['1009', 'C1', 'F-50', 1, 12.5, 12.5]]));
      const restored = vi.spyOn(port, 'restore');
      await session.undo();
      return { restored: restored.mock.calls[0]?.[0], failure: session.state.failure?.error };
    };

    test('is not undone in a row that it came to look like, above or below', async () => {
      const lost = { restored: [], failure: new CellsChanged(['F3']) };
      expect(await undone([right, wrong], ['F3'], 2)).toEqual(lost);
      expect(await undone([wrong, right], ['F2'], 1)).toEqual({ ...lost, failure: new CellsChanged(['F2']) });
    });

    test('is not undone in one that was fixed with it and looks like it since', async () => {
      const both = ['F2', 'F3'];
      expect(await undone([wrong, wrong.with(5, 89)], both, 1)).toEqual({
        restored: [],
        failure: new CellsChanged(both),
      });
    });

    test('is undone in its own row, wherever that is', async () => {
      const { restored } = await undone([...sampleRows.slice(0, 1), wrong], ['F3'], 1);
      expect(restored).toMatchObject([{ fix: { row: 1 } }]);
    });
  });

  test('goes into no other row of the same amount that came in its place unseen, nor does its undo', async () => {
    const { session, swap, cellAt, findingAt } = await given(
      givenServer(),
      orderSheet([
        ['1001', 'C1', 'F-50', 8, 12.5, 88],
        ['1002', 'C2', 'B-10', 100, 0.8, 88],
      ]),
    );
    const old = findingAt('F3');
    await swap();
    await session.fix(old);
    expect([cellAt(1, 5), cellAt(2, 5)]).toEqual([88, 88]);
    expect(session.state.failure?.error).toMatchObject({ cells: ['F3'] });
    await session.fix(findingAt('F2'));
    expect([cellAt(1, 0), cellAt(1, 5), session.state.failure]).toEqual(['1002', 80, null]);
  });

  test('over a formula is still found after others of its row were written with it', async () => {
    const formulas = [0, 1, 2, 3].map((row) => [null, null, null, null, null, row === 2 ? '=D3*E3*1.1' : null]);
    const { session, cellAt } = await given(givenServer(), orderSheet(sampleRows, formulas));
    const amount = { sheet: '订单', cell: 'F3', row: 2, column: 5, value: 160 };
    const quantity = { sheet: '订单', cell: 'D3', row: 2, column: 3, value: 200 };
    const finding = (fix: typeof amount) => ({ ...fix, code: 'amount.mismatch', severity: 'error', fix }) as never;
    await session.fix([finding(quantity), finding(amount)]);
    await session.answerFormulas(true);
    expect([cellAt(2, 3), cellAt(2, 5), session.state.failure]).toEqual([200, 160, null]);
  });

  test('can be undone although the reading after it failed', async () => {
    const { session, port, cellAt, findingAt } = await given();
    const { readGrids } = port;
    vi.spyOn(port, 'readGrids').mockRejectedValueOnce(new Error('Excel is busy'));
    await session.fix(findingAt('F3'));
    expect([cellAt(2, 5), session.state.failure?.during]).toEqual([80, 'fixing']);
    const [heading = [], ...rows] = port.view.sheets[0]?.values ?? [];
    vi.spyOn(port, 'readGrids').mockImplementation(async () => {
      const [first, ...others] = await readGrids();
      return first ? [{ ...first, values: [heading, ['1000', 'C1', 'F-50', 1, 12.5, 80], ...rows] }, ...others] : [];
    });
    const restored = vi.spyOn(port, 'restore');
    await session.undo();
    expect(restored.mock.calls[0]?.[0]).toMatchObject([{ fix: { row: 3 } }]);
  });

  test('is kept from an old place by findings that a failed check left standing', async () => {
    const { session, port, cellAt, findingAt } = await given();
    const old = findingAt('F3');
    const [heading = [], ...rows] = port.view.sheets[0]?.values ?? [];
    const moved = [heading, ['1000', 'C1', 'F-50', 1, 12.5, 12.5], ...rows];
    const { readGrids } = port;
    vi.spyOn(port, 'readGrids').mockImplementation(async () => {
      const [first, ...others] = await readGrids();
      return first ? [{ ...first, values: moved }, ...others] : [];
    });
    vi.spyOn(port, 'readStruck').mockRejectedValueOnce(new Error('Excel is busy'));
    session.cellsChanged();
    await session.check();
    expect(session.state.failure).not.toBeNull();
    const applied = vi.spyOn(port, 'applyFixes');
    await session.fix(old);
    expect(applied.mock.calls[0]?.[0]).toMatchObject([{ row: 3, cell: 'F4', seen: { value: 88 } }]);
    expect(cellAt(2, 5)).toBe(88);
  });

  test('over a formula waits at its row, wherever that is when the answer comes', async () => {
    const formulas = [0, 1, 2, 3].map((row) => [null, null, null, null, null, row === 2 ? '=[@数量]*1.1' : null]);
    const { session, port, findingAt, checked } = await given(givenServer(), orderSheet(sampleRows, formulas));
    await session.fix(findingAt('F3'));
    expect(checked().overFormulas).toMatchObject([{ cell: 'F3' }]);
    const { readGrids } = port;
    vi.spyOn(port, 'readGrids').mockImplementation(async () => {
      const [first, ...others] = await readGrids();
      if (!first) return [];
      const [heading = [], ...lines] = first.values;
      const extra = ['1000', 'C1', 'F-50', 1, 12.5, 12.5];
      return [
        { ...first, values: [heading, extra, ...lines], formulas: [[], [], ...(first.formulas ?? []).slice(1)] },
        ...others,
      ];
    });
    session.cellsChanged();
    await session.check();
    const applied = vi.spyOn(port, 'applyFixes');
    await session.answerFormulas(true);
    expect(applied.mock.calls[0]?.[0]).toMatchObject([{ row: 3, cell: 'F4', seen: { formula: '=[@数量]*1.1' } }]);
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
