import { expect, it, vi } from 'vitest';
import { createSheetMarks } from '../../addin/pane/marks/sheet-marks.ts';
import { findingsToMark } from '../../addin/pane/marks/use-sheet-marks.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { CellMark } from '../../ui/sheet-session/port.ts';
import { givenSession } from '../ui/sheet-session/given.ts';

const finding = (row: number): Finding => ({
  code: 'item.unknown',
  severity: 'error',
  sheet: 'Orders',
  cell: '',
  row,
  column: 0,
  order: '1',
});
const word = () => 'unknown';

function sheetMarks(onUnasked: boolean, kept = new Map<string, string>()) {
  const done: (number | 'cleared')[] = [];
  const outcome = { protectedSheets: [], withoutText: 0 };
  const port = {
    async mark(marks: readonly CellMark[]) {
      done.push(marks.length);
      return outcome;
    },
    async clearMarks() {
      done.push('cleared');
      return outcome;
    },
  };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { marks: createSheetMarks(port, storage, onUnasked), done, kept, port };
}

it('marks what was found, and writes the same marks once', async () => {
  const { marks, done } = sheetMarks(true);
  await marks.show([finding(1), finding(2)], word);
  await marks.show([finding(1), finding(2)], word);
  await marks.show([finding(2)], word);
  expect(done).toEqual([2, 1]);
});

it('marks nothing where it was found a while ago, before the clerk or somebody else was at work', async () => {
  const { session, port } = givenSession();
  const toMark = () => findingsToMark(session.state)?.length ?? null;
  const settled = () => vi.waitFor(() => expect(toMark()).toBe(2));
  expect(toMark()).toBeNull();
  await session.check();
  await settled();
  session.othersChanged();
  expect(toMark()).toBeNull();
  await session.check();
  await settled();
  session.cellsChanged();
  expect(toMark()).toBeNull();
  const { readGrids } = port;
  vi.spyOn(port, 'readGrids').mockImplementationOnce(() => {
    session.othersChanged();
    return readGrids();
  });
  await session.check();
  await vi.waitFor(() => expect(session.state).toMatchObject({ asking: false, othersAtWork: true }));
  expect(toMark()).toBeNull();
  await session.check();
  await settled();
});

it('writes nothing while it is off, and clears all when it is turned off', async () => {
  const { marks, done, kept } = sheetMarks(false);
  await marks.show([finding(1)], word);
  expect(done).toEqual([]);
  await marks.turn(true);
  await marks.show([finding(1)], word);
  await marks.turn(false);
  await marks.show([finding(1)], word);
  expect(done).toEqual([1, 'cleared']);
  expect(sheetMarks(true, kept).marks.state.on).toBe(false);
});

it('tries again what failed', async () => {
  const { marks, done, port } = sheetMarks(true);
  const { mark } = port;
  port.mark = async () => {
    throw new Error('Excel is busy');
  };
  await expect(marks.show([finding(1)], word)).rejects.toThrow('busy');
  port.mark = mark;
  await marks.show([finding(1)], word);
  expect(done).toEqual([1]);
});
