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

  it('knows him by his short name, unless it is another’s name', () => {
    const short = [
      ...customers,
      { code: 'C5', name: '宁波海天机械有限公司', shortName: '海天' },
      { code: 'C6', name: '海星', shortName: 'Gone' },
    ];
    const codeOf = (name: string) =>
      check([{ customer: { name } }], { customers: short }).orders[0]?.checked?.customer.code;
    expect(codeOf('海天')).toBe('C5');
    const found = (customer: object) => cells(checkWith([knownCustomer], [{ customer }], { customers: short }));
    expect(found({ name: 'Gone' })).toEqual(['C2 customer.inactive']);
    expect(found({ code: 'C5', name: '海天' })).toEqual([]);
    expect(found({ code: 'C1', name: '海天' })).toEqual(['C2 customer.name-differs']);
  });

  it.each([
    ['one keystroke away', { name: '永光五全有限公司' }, 'C2', '永光五金 有限公司', '永光五金 有限公司'],
    ['a part of the name', { name: '永光' }, 'C2', '永光五金 有限公司', '永光五金 有限公司'],
    ['a name in the column of codes', { code: '永光五金' }, 'B2', 'C1', 'C1 永光五金 有限公司'],
  ])('asks whether the only one is meant that is alike: %s', (_, customer, cell, value, suggestion) => {
    const [finding] = checkCustomer(customer).findings;
    expect(finding).toMatchObject({
      code: 'customer.unknown',
      data: { suggestion, context: 'alike' },
      choices: [{ cell, value, label: suggestion }],
    });
    expect(finding).not.toHaveProperty('fix');
  });

  it.each([
    ['永光五金公司', 'C1'],
    ['永光五金有限责任公司', 'C1'],
    ['永光五金股份有限公司', 'C1'],
    ['永光五金', 'C1'],
    ['Blue Harbor Foods', 'C2'],
    ['BLUE HARBOR FOODS LTD.', 'C2'],
    ['Blue Harbor Foods, Inc.', 'C2'],
    ['Blue Harbour Foods LLC', 'C2'],
    ['Müller', 'C3'],
    ['Müller GmbH & Co. KG', 'C3'],
    ['大同鋼鐵公司', 'C4'],
    // A branch is another customer than its house; of two houses of one name none is likelier.
    ['永光五金有限公司宁波分公司', undefined],
    ['海天公司', undefined],
    ['Co., Ltd.', undefined],
  ])('does not count the legal form of a name: %s', (name, code) => {
    const book = [
      { code: 'C1', name: '永光五金有限公司' },
      { code: 'C2', name: 'Blue Harbor Foods Co., Ltd.' },
      { code: 'C3', name: 'Müller GmbH' },
      { code: 'C4', name: '大同鋼鐵股份有限公司' },
      { code: 'C5', name: '海天有限公司' },
      { code: 'C6', name: '海天股份有限公司' },
    ];
    const [finding] = checkWith([knownCustomer], [{ customer: { code: name } }], { customers: book }).findings;
    expect(finding?.choices?.[0]?.value).toBe(code);
    expect(finding).not.toHaveProperty('fix');
  });

  it.each([
    ['too little', { name: 'Gon' }],
    ['a company of any kind', { name: '有限公司' }],
    ['another number', { name: '分店 12' }],
    ['another name of two characters', { name: '李五' }],
  ])('asks nothing about %s', (_, customer) => {
    const book = [
      ...customers,
      { code: 'C7', name: '分店 11' },
      { code: 'C8', name: '李四' },
      { code: 'C9', name: '海天 有限公司' },
    ];
    const [finding] = checkWith([knownCustomer], [{ customer }], { customers: book }).findings;
    expect(finding?.code).toBe('customer.unknown');
    expect(finding).not.toHaveProperty('choices');
  });

  it('asks the same of every order of an unknown customer, and of each customer his own', () => {
    const names = ['永光', '海天', '永光', '无人', '海天', '无人'];
    const rows = names.map((name, at) => ({ key: `${at}`, customer: { name } }));
    const book = [...customers, { code: 'C7', name: '宁波海天机械' }];
    const { findings } = checkWith([knownCustomer], rows, { customers: book });
    const [yongguang, haitian] = ['永光五金 有限公司', '宁波海天机械'];
    expect(findings.map(({ data }) => data?.suggestion)).toEqual([
      ...[yongguang, haitian, yongguang],
      ...[undefined, haitian, undefined],
    ]);
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
