import { itemNamedAt } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/** Rows that are hidden or filtered away are checked with the others (R47): told once a table, at the first of them. */
export const hiddenRows: Rule = {
  name: 'hidden-rows',
  codes: ['row.hidden'],
  scope: 'check',
  needs: [],
  check: ({ lines }) => {
    const hidden = Map.groupBy(
      lines.filter(({ parsed }) => parsed.hidden),
      ({ parsed }) => parsed.table,
    );
    return [...hidden.values()].flatMap((rows): Observation[] => {
      const [line] = rows;
      return line
        ? [{ code: 'row.hidden', at: { line, field: itemNamedAt(line) }, data: { rows: String(rows.length) } }]
        : [];
    });
  },
};
