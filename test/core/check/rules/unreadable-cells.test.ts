import { describe, expect, it } from 'vitest';
import { unreadableCells } from '../../../../core/check/rules/unreadable-cells.ts';
import { cells, checkWith } from '../given.ts';

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

  it.each([
    ['date', '3/5', 'ambiguous', ['2026-03-05', '2026-05-03'], ['2026-03-05', '2026-05-03'], 'yyyy-mm-dd'],
    ['quantity', '1,234', 'ambiguous', ['1234', '1.234'], [1234, 1.234], undefined],
    ['text', '1E+12', 'digits-lost', ['1000000000000'], ['1000000000000'], undefined],
  ] as const)('offers what a %s may mean, as its column holds it', (kind, raw, problem, choices, values, format) => {
    const [finding] = checkWith(
      [unreadableCells],
      [{ unreadable: [{ field: 'amount', column: 8, kind, raw, problem, choices }] }],
    ).findings;
    expect(finding).not.toHaveProperty('fix');
    expect(finding?.choices?.map(({ value }) => value)).toEqual(values);
    expect(finding?.choices?.map(({ cell, label, format: shown }) => [cell, label, shown])).toEqual(
      choices.map((label) => ['I2', label, format]),
    );
  });

  it('offers nothing where nothing can be made of it', () => {
    const unreadable = [{ field: 'amount', column: 8, kind: 'money', raw: '?', problem: 'not-a-number' } as const];
    expect(checkWith([unreadableCells], [{ unreadable }]).findings[0]).not.toHaveProperty('choices');
  });

  it('ignores what Countersign wrote itself', () => {
    const cell = { kind: 'text', raw: '#REF!', problem: 'formula-error' } as const;
    const unreadable = [
      { ...cell, field: 'status', column: 11 },
      { ...cell, field: 'number', column: 12 },
    ];
    expect(cells(checkWith([unreadableCells], [{ unreadable }]))).toEqual([]);
  });
});
