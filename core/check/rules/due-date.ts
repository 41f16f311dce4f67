import type { Observation, Rule } from '../rule.ts';
import { wishedDate } from '../wished-date.ts';

/**
 * The wished date has not passed. One before its own order is a slip of either date (plausible-dates says so): what remains when it
 * is put right is judged then.
 */
export const dueDate: Rule = {
  name: 'due-date',
  codes: ['due-date.past'],
  scope: 'row',
  needs: [],
  check: ({ lines, today }) =>
    lines.flatMap((line): Observation[] => {
      const due = wishedDate(line.parsed);
      const { orderDate } = line.order.parsed;
      if (due === undefined || due >= today || (orderDate !== undefined && due < orderDate)) return [];
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
