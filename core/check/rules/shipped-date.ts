import type { Observation, Rule } from '../rule.ts';

/** A shipped date says that the goods have left: the row then asks for no stock. A day to come is a plan, not a fact. */
export const shippedDate: Rule = {
  name: 'shipped-date',
  codes: ['shipped-date.future'],
  scope: 'row',
  needs: [],
  check: ({ lines, today }) =>
    lines.flatMap((line): Observation[] => {
      const { shippedDate: shipped } = line.parsed;
      if (shipped === undefined || shipped <= today) return [];
      return [
        {
          code: 'shipped-date.future',
          at: { line, field: 'shippedDate' },
          actual: { kind: 'date', value: shipped },
        },
      ];
    }),
};
