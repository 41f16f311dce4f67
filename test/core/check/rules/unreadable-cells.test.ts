import { describe, expect, it } from 'vitest';
import { unreadableCells } from '../../../../core/check/rules/unreadable-cells.ts';
import { cells, check, checkWith } from '../given.ts';

describe('unreadable cells', () => {
  it('names the cell, what stands in it and why it cannot be read', () => {
    const unreadable = [
      { field: 'dueDate', column: 9, kind: 'date', raw: '5月30发货', problem: 'not-a-date' } as const,
    ];
    const result = checkWith([unreadableCells], [{}, { unreadable }]);
    expect(cells(result)).toEqual(['J3 field.unreadable']);
    expect(result.findings[0]).toMatchObject({
      actual: { kind: 'text', value: '5月30发货' },
      data: { field: 'dueDate', context: 'not-a-date' },
    });
  });

  it('ignores what Countersign wrote itself', () => {
    const unreadable = [{ field: 'status', column: 11, kind: 'text', raw: '#REF!', problem: 'formula-error' } as const];
    expect(cells(check([{ unreadable }]))).toEqual([]);
  });
});
