import { describe, expect, it } from 'vitest';
import { marksOf, planTable } from '../../../ui/kept-tables/plan.ts';
import type { KeptTable, KeptValue } from '../../../ui/kept-tables/port.ts';

const column = (id: string, isDay = false) => ({
  id,
  heading: id,
  format: isDay ? 'yyyy-mm-dd' : 'General',
  isDay,
  width: 80,
  isNeeded: true,
});
const table = (...rows: readonly (readonly KeptValue[])[]): KeptTable => ({
  id: 'prices',
  sheet: 'Prices',
  title: 'Prices',
  columns: [column('item'), column('from'), column('price'), column('until', true)],
  key: ['item', 'from'],
  filled: ['until'],
  renewed: ['from'],
  of: 'item',
  rows,
  gone: { price: null },
  replaced: { from: null, price: null, until: null },
});
/** What is remembered of a table of these rows. */
const written = (...rows: readonly (readonly KeptValue[])[]): readonly string[] => marksOf(table(...rows));
const ours = ['item', 'from', 'price', 'until'];

describe('bringing a kept table up to date', () => {
  it('writes just the cells that differ, wherever rows and columns stand by now', () => {
    const there = {
      columns: ['price', null, 'item', 'until', 'from'],
      cells: [
        [12, 'mine', 'B', 46_359, 10],
        [9, '', 'A', '', ''],
      ],
      written: written(['B', 10, 12, null], ['A', null, 9, null]),
    };
    expect(planTable(table(['A', null, 9.5, null], ['B', 10, 12, '2026-12-03']), there)).toEqual({
      writes: [{ row: 1, column: 0, value: 9.5 }],
      added: [],
      removed: [],
      gone: 0,
      changed: 1,
      kept: [],
      written: written(['A', null, 9.5, null], ['B', 10, 12, null]),
    });
  });

  it('appends what is new, in the order the columns stand, and nothing into the user’s', () => {
    const there = { columns: [null, 'price', 'item'], cells: [['=B2*2', 9, 'A']], written: [] };
    expect(planTable(table(['A', null, 9, null], ['00123', null, 3, null]), there)).toMatchObject({
      writes: [],
      added: [[null, 3, '00123']],
    });
  });

  it('takes away what is gone, but not beside what the user wrote: a formula is of the column, not of the row', () => {
    const there = {
      columns: [...ours, null, null],
      cells: [
        ['A', '', 9, '', '=C2*2', ''],
        ['B', 10, 12, '', '=C3*2', 'call Mr Li'],
        ['C', '', 1, '', '=C4*2', ''],
        ['', '', '', '', '=C5*2', ''],
      ],
      written: written(['A', null, 9, null], ['B', 10, 12, null], ['C', null, 1, null]),
    };
    expect(planTable(table(['C', null, 1, null]), there)).toEqual({
      writes: [{ row: 1, column: 2, value: null }],
      added: [],
      removed: [0, 3],
      gone: 1,
      changed: 0,
      kept: ['B 10'],
      written: written(['C', null, 1, null], ['B', 10, null, null]),
    });
  });

  it('tells rows of one key apart by their order', () => {
    const there = {
      columns: ours,
      cells: [
        ['A', '', 1, ''],
        ['A', '', 2, ''],
      ],
      written: written(['A', null, 1, null], ['A', null, 2, null]),
    };
    expect(planTable(table(['A', null, 1, null], ['A', null, 3, null], ['A', null, 4, null]), there)).toMatchObject({
      writes: [{ row: 1, column: 2, value: 3 }],
      added: [['A', null, 4, null]],
    });
  });

  it('leaves rows of one key under the user’s notes: the same cells first, then the filled ones', () => {
    const there = {
      columns: [...ours, null],
      cells: [
        ['A', '', 8, 46_359, 'promotion'],
        ['A', '', 9, '', 'list'],
      ],
      written: written(['A', null, 9, null], ['A', null, 8, '2026-12-03']),
    };
    const isLeft = (...rows: readonly (readonly KeptValue[])[]) => planTable(table(...rows), there).writes;
    expect(isLeft(['A', null, 9, null], ['A', null, 8, '2026-12-03'])).toEqual([]);
    expect(isLeft(['A', null, 19, null], ['A', null, 18, '2026-12-03'])).toEqual([
      { row: 0, column: 2, value: 18 },
      { row: 1, column: 2, value: 19 },
    ]);
  });

  it('renews a row under the user’s note, and empties one that others took the place of', () => {
    const there = {
      columns: [...ours, null],
      cells: [
        ['A', 1, 5, '', ''],
        ['A', 2, 6, '', 'call Mr Li'],
        ['A', 3, 7, '', 'rebate'],
      ],
      written: written(['A', 1, 5, null], ['A', 2, 6, null], ['A', 3, 7, null]),
    };
    expect(planTable(table(['A', 4, 8, null]), there)).toMatchObject({
      writes: [
        { row: 1, column: 1, value: 4 },
        { row: 1, column: 2, value: 8 },
        { row: 2, column: 1, value: null },
        { row: 2, column: 2, value: null },
      ],
      added: [],
      removed: [0],
      kept: ['A 3'],
      written: written(['A', 4, 8, null], ['A', null, null, null]),
    });
  });

  it('never takes away nor changes what the user typed below, not even a second row of a key', () => {
    const there = {
      columns: ours,
      cells: [
        ['A', '', 1, ''],
        ['mine', '', 2, ''],
        ['A', '', 3, ''],
        ['A', 7, 3, ''],
        ['gone', '', 4, ''],
      ],
      written: written(['A', null, 1, null], ['gone', null, 4, null]),
    };
    expect(planTable(table(['A', null, 1, null], ['A', 8, 3, null]), there)).toMatchObject({
      writes: [],
      added: [['A', 8, 3, null]],
      removed: [4],
      kept: ['mine', 'A', 'A 7'],
    });
  });

  it('finds the rows again whose key column the user deleted', () => {
    const there = {
      columns: [...ours, null],
      cells: [
        ['', '', 1, '', ''],
        ['', '', 2, '', 'call Mr Li'],
      ],
      written: written(['A', null, 1, null], ['B', null, 2, null]),
    };
    expect(planTable(table(['B', null, 2, null], ['A', null, 1, null]), there)).toMatchObject({
      writes: [
        { row: 0, column: 0, value: 'A' },
        { row: 1, column: 0, value: 'B' },
      ],
      added: [],
      removed: [],
    });
  });

  it('reads days as the workbook counts them', () => {
    const there = { columns: ours, cells: [['A', '', 1, 44_897]], written: [] };
    const same = table(['A', null, 1, '2026-12-03']);
    expect(planTable(same, { ...there, date1904: true }).writes).toEqual([]);
    expect(planTable(same, there).writes).toHaveLength(1);
  });
});
