import type { Observation, Rule } from '../rule.ts';

/** A column whose heading says nothing was understood from its cells: somebody should know (X2). */
export const guessedColumns: Rule = {
  name: 'guessed-columns',
  codes: ['column.guessed'],
  scope: 'check',
  needs: [],
  check: ({ tables }) =>
    tables.flatMap(({ guessed = [] }, table) =>
      guessed.map((field): Observation => ({ code: 'column.guessed', at: { table, field }, data: { field } })),
    ),
};
