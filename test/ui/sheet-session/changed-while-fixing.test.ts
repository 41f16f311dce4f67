import { describe, expect, test, vi } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { CellsChanged } from '../../../ui/sheet-session/in-the-way.ts';
import { givenServer, orderSheet, rows as sampleRows } from './given.ts';
import { givenWithOthers } from './given-with-others.ts';

describe('a fix', () => {
  test('leaves a cell alone that somebody else has changed since it was found', async () => {
    const { session, type, cellAt, findingAt } = await givenWithOthers();
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
    const { session, port, findingAt } = await givenWithOthers(givenServer(), orderSheet([first, second]));
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
      const { session, port, cellAt, findingAt } = await givenWithOthers(givenServer(), orderSheet(orders));
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
    const { session, swap, cellAt, findingAt } = await givenWithOthers(
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
    const { session, cellAt } = await givenWithOthers(givenServer(), orderSheet(sampleRows, formulas));
    const amount = { sheet: '订单', cell: 'F3', row: 2, column: 5, value: 160 };
    const quantity = { sheet: '订单', cell: 'D3', row: 2, column: 3, value: 200 };
    const finding = (fix: typeof amount) => ({ ...fix, code: 'amount.mismatch', severity: 'error', fix }) as never;
    await session.fix([finding(quantity), finding(amount)]);
    await session.answerFormulas(true);
    expect([cellAt(2, 3), cellAt(2, 5), session.state.failure]).toEqual([200, 160, null]);
  });

  test('can be undone although the reading after it failed', async () => {
    const { session, port, cellAt, findingAt } = await givenWithOthers();
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
    const { session, port, cellAt, findingAt } = await givenWithOthers();
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
    const { session, port, findingAt, checked } = await givenWithOthers(
      givenServer(),
      orderSheet(sampleRows, formulas),
    );
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
    const { session, type, cellAt, checked, findingAt } = await givenWithOthers();
    await session.fix(findingAt('F3'));
    await type(2, 5, 79);
    await session.undo();
    expect(cellAt(2, 5)).toBe(79);
    expect(session.state.failure?.error).toMatchObject({ cells: ['F3'] });
    // What can't be undone stands in nobody's way.
    expect(checked().fixed).toEqual([]);
  });
});
