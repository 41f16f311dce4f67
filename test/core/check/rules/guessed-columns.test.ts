import { expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { guessedColumns } from '../../../../core/check/rules/guessed-columns.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { batchOf, cells, given, knowledge, ordersTable } from '../given.ts';

it('guessed columns: each is named at its head', () => {
  const batch = batchOf([{}], { ...ordersTable, headerRow: 3, guessed: ['amount', 'quantity'] });
  const findings = runRules([guessedColumns], contextOf(batch, given(knowledge()))).map(({ finding }) => finding);
  expect(cells({ findings })).toEqual(['F4 column.guessed', 'I4 column.guessed']);
  expect(findings[1]).toMatchObject({ severity: 'info', order: null, data: { field: 'amount' } });
});
