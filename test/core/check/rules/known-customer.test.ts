import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { knownCustomer } from '../../../../core/check/rules/known-customer.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { batchOf, cells, check, checkWith, given, knowledge, ordersTable } from '../given.ts';

const customers = [
  { code: 'C1', name: '永光五金 有限公司' },
  { code: 'C2', name: 'IT', address: 'Taipei', region: '北部' },
  { code: 'C3', name: 'it', region: '台南' },
  { code: 'C4', name: 'Gone', active: false },
];
const checkCustomer = (customer: { code?: string; name?: string }) =>
  checkWith([knownCustomer], [{ customer }, { customer }], { customers });

describe('known customer', () => {
  it.each([
    [{ code: 'C1' }],
    [{ code: ' ｃ1 ' }],
    [{ name: '永光五金有限公司' }],
    [{ code: '永光五金 有限公司' }],
    [{ name: 'c1' }],
    [{ code: 'C1', name: 'some other spelling' }],
  ])('finds %j', (customer) => {
    expect(cells(checkCustomer(customer))).toEqual([]);
    expect(check([{ customer }], { customers }).orders[0]?.checked?.customer).toMatchObject({
      code: 'C1',
      name: '永光五金 有限公司',
    });
  });

  it('reports an unknown customer once an order, in the column that names him', () => {
    expect(cells(checkCustomer({ code: 'C9' }))).toEqual(['B2 customer.unknown']);
    expect(cells(checkCustomer({ code: 'Gone', name: '永光五金有限公司' }))).toEqual(['B2 customer.unknown']);
    expect(checkCustomer({ code: 'C9' }).findings[0]).not.toHaveProperty('fix');
    expect(checkCustomer({ name: 'Nobody' }).findings[0]?.actual).toEqual({ kind: 'text', value: 'Nobody' });
  });

  it('offers the code of the customer whose name stands beside a wrong code', () => {
    const [finding] = checkCustomer({ code: 'C9', name: '永光五金有限公司' }).findings;
    expect(finding).toMatchObject({
      code: 'customer.unknown',
      expected: { kind: 'text', value: 'C1' },
      data: { suggestion: 'C1', context: 'suggested' },
      fix: { cell: 'B2', value: 'C1' },
    });
  });

  it('reports a code beside another customer’s very name', () => {
    const result = checkCustomer({ code: 'C4', name: '永光五金有限公司' });
    expect(cells(result)).toEqual(['B2 customer.inactive', 'C2 customer.name-differs']);
    expect(result.findings[1]).toMatchObject({
      expected: { kind: 'text', value: 'Gone' },
      actual: { kind: 'text', value: '永光五金有限公司' },
      data: { customer: 'C4' },
    });
    expect(cells(checkCustomer({ code: 'C1', name: ' 永光五金有限公司 ' }))).toEqual([]);
  });

  it('asks for the code where a name is shared', () => {
    const result = checkCustomer({ name: 'IT' });
    expect(cells(result)).toEqual(['C2 customer.ambiguous']);
    expect(result.findings[0]?.data).toEqual({ codes: 'C2, C3' });
    // Chosen by its code, in the column of codes.
    expect(result.findings[0]?.choices?.map(({ cell, value, label }) => [cell, value, label])).toEqual([
      ['B2', 'C2', 'C2 IT Taipei'],
      ['B2', 'C3', 'C3 it 台南'],
    ]);
  });

  it('writes the code into the only customer column where there is but one', () => {
    const { customerCode: _, ...columns } = ordersTable.columns;
    const batch = batchOf([{ customer: { name: 'IT' } }], { ...ordersTable, columns });
    const [seen] = runRules([knownCustomer], contextOf(batch, given(knowledge({ customers }))));
    expect(seen?.finding.choices?.map(({ cell, value }) => [cell, value])).toEqual([
      ['C2', 'C2'],
      ['C2', 'C3'],
    ]);
  });

  it('stops an inactive customer', () => {
    expect(cells(checkCustomer({ code: 'C4' }))).toEqual(['B2 customer.inactive']);
  });

  it('says that it could not look where there is no customer list, and takes what the row says', () => {
    const noBook = { customers: null };
    const rows = [{ customer: { name: 'Anyone' } }];
    const { findings } = checkWith([knownCustomer], rows, noBook);
    expect(cells({ findings })).toEqual(['A1 check.not-run']);
    expect(findings[0]).toMatchObject({
      severity: 'info',
      data: { rule: 'known-customer', context: 'customers' },
    });
    expect(check(rows, noBook).orders[0]?.checked?.customer).toEqual({ code: 'Anyone', name: 'Anyone' });
  });
});
