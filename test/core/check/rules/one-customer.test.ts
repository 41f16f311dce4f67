import { expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { oneCustomer } from '../../../../core/check/rules/one-customer.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { batchOf, cells, checkWith, given, knowledge, ordersTable } from '../given.ts';

it('one customer: names the row of an order that has another customer', () => {
  const result = checkWith([oneCustomer], [{}, { otherCustomer: 'Rival' }, { key: '2' }]);
  expect(cells(result)).toEqual(['B3 customer.conflict']);
  expect(result.findings[0]).toMatchObject({
    expected: { kind: 'text', value: 'C1' },
    actual: { kind: 'text', value: 'Rival' },
  });
});

const customers = [
  { code: 'C1', name: '广州市天润商贸有限公司' },
  { code: 'C2', name: '永光五金有限公司' },
];
const { customerCode: _code, ...namesOnly } = ordersTable.columns;
const inNames = (...others: readonly string[]) => {
  const customer = { name: '广州市天润商贸有限公司' };
  const rows = [{ customer }, ...others.map((otherCustomer) => ({ customer, otherCustomer }))];
  const batch = batchOf(rows, { ...ordersTable, columns: namesOnly });
  return runRules([oneCustomer], contextOf(batch, given(knowledge({ customers })))).map(({ finding }) => finding);
};

it('one customer: one mended row mends the others that say the same slip', () => {
  const slip = '广州市天闰商贸有限公司';
  expect(inNames(slip, slip).map(({ cell, fix }) => [cell, fix?.cell, fix?.value])).toEqual([
    ['C3', 'C3', '广州市天润商贸有限公司'],
    ['C4', 'C4', '广州市天润商贸有限公司'],
  ]);
});

it('one customer: offers nothing where the row names another customer, or nobody that is known', () => {
  for (const finding of inNames('永光五金有限公司', '新客户贸易')) expect(finding).not.toHaveProperty('fix');
});

it('one customer: of one name beside two codes it is the code that is wrong', () => {
  const customer = { code: 'C2', name: '永光五金有限公司' };
  const [finding] = checkWith([oneCustomer], [{ customer }, { customer, otherCustomer: '永光五金有限公司' }], {
    customers,
  }).findings;
  expect(finding).toMatchObject({
    cell: 'B3',
    expected: { kind: 'text', value: 'C2' },
    data: { context: 'code' },
    fix: { cell: 'B3', value: 'C2' },
  });
});
