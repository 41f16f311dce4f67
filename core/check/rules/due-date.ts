import type { Observation, Rule } from '../rule.ts';
import { wishedDate } from '../wished-date.ts';

/** The wished date has not passed. */
export const dueDate: Rule = {
  name: 'due-date',
  codes: ['due-date.past'],
  scope: 'row',
  needs: [],
  check: ({ lines, today }) =>
    lines.flatMap((line): Observation[] => {
      const due = wishedDate(line.parsed);
      if (due === undefined || due >= today) return [];
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
