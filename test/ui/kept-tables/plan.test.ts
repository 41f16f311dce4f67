import { describe, expect, it } from 'vitest';
import { planTable } from '../../../ui/kept-tables/plan.ts';
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
  rows,
  gone: { price: null },
});
const ours = ['item', 'from', 'price', 'until'];

describe('bringing a kept table up to date', () => {
  it('writes just the cells that differ, wherever rows and columns stand by now', () => {
    const there = {
      columns: ['price', null, 'item', 'until', 'from'],
      cells: [
        [12, 'mine', 'B', 46_359, 10],
        [9, '', 'A', '', ''],
      ],
    };
    expect(planTable(table(['A', null, 9.5, null], ['B', 10, 12, '2026-12-03']), there)).toEqual({
      writes: [{ row: 1, column: 0, value: 9.5 }],
      added: [],
      removed: [],
      gone: 0,
      changed: 1,
      kept: [],
    });
  });

  it('appends what is new, in the order the columns stand, and nothing into the user’s', () => {
    const there = { columns: [null, 'price', 'item'], cells: [['=B2*2', 9, 'A']] };
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
    };
    expect(planTable(table(['C', null, 1, null]), there)).toEqual({
      writes: [{ row: 1, column: 2, value: null }],
      added: [],
      removed: [0, 3],
      gone: 1,
      changed: 0,
      kept: ['B 10'],
    });
  });

  it('tells rows of one key apart by their order', () => {
    const there = {
      columns: ours,
      cells: [
        ['A', '', 1, ''],
        ['A', '', 2, ''],
      ],
    };
    expect(planTable(table(['A', null, 1, null], ['A', null, 3, null], ['A', null, 4, null]), there)).toMatchObject({
      writes: [{ row: 1, column: 2, value: 3 }],
      added: [['A', null, 4, null]],
    });
  });
});
