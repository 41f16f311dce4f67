import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../core/check/context.ts';
import { findingOf } from '../../../core/check/finding-of.ts';
import { cellOf, type Place } from '../../../core/check/place.ts';
import type { Observation } from '../../../core/check/rule.ts';
import type { OrderTable } from '../../../core/sheet/parsed-order.ts';
import { batchOf, given, knowledge, ordersTable } from './given.ts';

function atQuantity(): Place {
  const [line] = contextOf(batchOf([{}]), given(knowledge())).lines;
  if (!line) throw new Error('no line');
  return { line, field: 'quantity' };
}

const shownIn = (
  table: OrderTable,
  { at = atQuantity(), ...more }: Partial<Observation>,
): ReturnType<typeof findingOf> => findingOf({ code: 'quantity.not-positive', at, ...more }, [table]);
const shown = (observation: Partial<Observation>) => shownIn(ordersTable, observation);

describe('a finding', () => {
  it('says where it is, of which order, and nothing it doesn’t know', () => {
    expect(shown({})).toEqual({
      code: 'quantity.not-positive',
      severity: shown({}).severity,
      sheet: 'Orders',
      cell: 'F2',
      row: 1,
      column: 5,
      order: '1',
    });
    expect(shownIn({ ...ordersTable, file: 'a.xlsx' }, {}).file).toBe('a.xlsx');
  });

  it('carries what was expected and found, further sentences and places of the text', () => {
    const said = {
      expected: { kind: 'quantity', value: '3' },
      actual: { kind: 'quantity', value: '2.5' },
      data: { item: 'A-1' },
      details: [{ code: 'held' }],
    } as const;
    expect(shown(said)).toMatchObject(said);
    expect(shown({ details: [] })).not.toHaveProperty('details');
  });

  it('of a sheet belongs to no order and stands in its header, of a total in its row', () => {
    expect(shown({ at: { table: 0 } })).toMatchObject({ order: null, cell: 'A1' });
    expect(shown({ at: { table: 0, field: 'amount' } })).toMatchObject({ order: null, cell: 'I1' });
    expect(shown({ at: { table: 0, field: 'amount', row: 8 } })).toMatchObject({ order: null, cell: 'I9' });
  });

  it('stands where its table begins when its field has no column', () => {
    const { quantity: _, ...columns } = ordersTable.columns;
    expect(shownIn({ ...ordersTable, columns: { amount: 8, unitPrice: 6 } }, {}).cell).toBe('G2');
    expect(shownIn({ ...ordersTable, columns }, {}).cell).toBe('A2');
    expect(shownIn({ ...ordersTable, columns: {} }, {}).cell).toBe('A2');
  });

  it('of a table that isn’t there is a mistake of ours, said as one', () => {
    expect(() => cellOf({ table: 3 }, [ordersTable])).toThrow('no table 3 among 1');
  });
});

describe('a fix', () => {
  it('is a value for the finding’s own cell, with the format it needs', () => {
    expect(shown({ fix: 3 }).fix).toEqual({ sheet: 'Orders', cell: 'F2', row: 1, column: 5, value: 3 });
    expect(shown({ fix: '2026-12-24', format: 'yyyy-mm-dd' }).fix).toMatchObject({
      value: '2026-12-24',
      format: 'yyyy-mm-dd',
    });
    expect(shown({ fix: 0 }).fix?.value).toBe(0);
    expect(shown({}).fix).toBeUndefined();
  });

  it('is left out where the field has no column: it would overwrite another', () => {
    expect(shownIn({ ...ordersTable, columns: { orderKey: 0 } }, { fix: 3 })).not.toHaveProperty('fix');
  });
});

describe('choices', () => {
  const choice = { content: '箱', label: 'a box' };

  it('stand in the finding’s own cell unless they name another column of the row', () => {
    expect(shown({ choices: [choice, { ...choice, field: 'unit' }] }).choices).toEqual([
      { sheet: 'Orders', cell: 'F2', row: 1, column: 5, value: '箱', label: 'a box' },
      { sheet: 'Orders', cell: 'P2', row: 1, column: 15, value: '箱', label: 'a box' },
    ]);
  });

  it('have a format of their own, or the finding’s', () => {
    const formats = (observation: Partial<Observation>) => shown(observation).choices?.map(({ format }) => format);
    expect(formats({ choices: [choice, { ...choice, format: '0.00' }] })).toEqual([undefined, '0.00']);
    expect(formats({ format: '@', choices: [choice, { ...choice, format: '0.00' }] })).toEqual(['@', '0.00']);
  });

  it('are left out where their column doesn’t exist, or no row can hold them', () => {
    const { unit: _, ...columns } = ordersTable.columns;
    const other = { ...choice, field: 'unit' } as const;
    expect(shownIn({ ...ordersTable, columns }, { choices: [other] })).not.toHaveProperty('choices');
    expect(shownIn({ ...ordersTable, columns }, { choices: [other, choice] }).choices).toHaveLength(1);
    const ofSheet: Place = { table: 0 };
    expect(shown({ at: ofSheet, choices: [other] })).not.toHaveProperty('choices');
    expect(shown({ at: ofSheet, choices: [choice] })).not.toHaveProperty('choices');
    expect(shown({ choices: [] })).not.toHaveProperty('choices');
  });
});
