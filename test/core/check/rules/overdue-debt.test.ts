import { expect, it } from 'vitest';
import type { Customer } from '../../../../core/check/knowledge.ts';
import { overdueDebt } from '../../../../core/check/rules/overdue-debt.ts';
import { cells, checkWith, decimal } from '../given.ts';

const debt = decimal('120');
const rows = [{}, {}, { key: '2', customer: { code: 'C9' } }];
/** Beside somebody who owes nothing: the book knows of debts. */
const found = (customer: Partial<Customer>) =>
  checkWith([overdueDebt], rows, {
    customers: [{ overdueDebt: undefined as never, ...customer }, { code: 'C7' }],
  });

it.each<[string, Partial<Customer>, string[]]>([
  ['nothing known', {}, []],
  ['nothing owed', { overdueDebt: decimal('0'), overdueDays: 90 }, []],
  ['paid in advance', { overdueDebt: decimal('-5') }, []],
  ['a week', { overdueDebt: debt, overdueDays: 7 }, []],
  ['more than a week', { overdueDebt: debt, overdueDays: 8 }, ['B2 customer.overdue']],
  ['half a month', { overdueDebt: debt, overdueDays: 15 }, ['B2 customer.overdue']],
  ['longer', { overdueDebt: debt, overdueDays: 16 }, ['B2 customer.overdue-stop']],
  ['a debt nobody dated', { overdueDebt: debt }, ['B2 customer.overdue']],
  ['days without a sum', { overdueDays: 16 }, ['B2 customer.overdue-stop']],
  ['few days without a sum', { overdueDays: 7 }, []],
])('overdue debt: %s', (_, customer, expected) => {
  expect(cells(found(customer))).toEqual(expected);
});

it('overdue debt: says how much and how long, in words for what is known', () => {
  expect(found({ overdueDebt: debt, overdueDays: 8 }).findings[0]).toMatchObject({
    severity: 'warning',
    actual: { kind: 'money', value: '120', currency: 'CNY' },
    data: { customer: 'Ever Bright', days: '8' },
  });
  expect(found({ overdueDebt: debt }).findings[0]?.data).toEqual({ customer: 'Ever Bright', context: 'undated' });
  const [undisclosed] = found({ overdueDays: 8 }).findings;
  expect(undisclosed?.data).toEqual({ customer: 'Ever Bright', days: '8', context: 'days' });
  expect(undisclosed).not.toHaveProperty('actual');
});
