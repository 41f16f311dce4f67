import type { Observation, Rule } from '../rule.ts';

/** The wished date has not passed. The date of a row whose goods have left is history. */
export const dueDate: Rule = {
  name: 'due-date',
  codes: ['due-date.past'],
  scope: 'row',
  needs: [],
  check: ({ lines, today }) =>
    lines.flatMap((line): Observation[] => {
      const { dueDate: due, shippedDate } = line.parsed;
      if (due === undefined || shippedDate || due >= today) return [];
      return [
        {
          code: 'due-date.past',
          at: { line, field: 'dueDate' },
          expected: { kind: 'date', value: today },
          actual: { kind: 'date', value: due },
        },
      ];
    }),
};
