import { describe, expect, test, vi } from 'vitest';
import type { WantedCells } from '../../../core/sheet/new-row.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { type OpenedWorkbook, openWorkbook } from '../../../desk/workbook/opened-workbook.ts';
import { RowsChanged, RowsPosted, TableChanged } from '../../../ui/sheet-session/in-the-way.ts';
import { keyOfTable } from '../../../ui/sheet-session/rows-place.ts';
import { checked, codes, findingAt, givenSession, orderSheet, ready, rows } from './given.ts';

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
