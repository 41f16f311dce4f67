import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import { rules } from '../../../core/check/rules.ts';
import { factsOfFindings } from '../../../core/review/facts-of-findings.ts';
import { checkWith, decimal } from '../check/given.ts';

const finding = (code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  sheet: 'orders',
  cell: 'A2',
  row: 1,
  column: 0,
  order: 'PO-1',
  ...more,
});
const ratio = (value: string) => ({ kind: 'ratio', value }) as const;
const money = (value: string) => ({ kind: 'money', value }) as const;

test('nothing found, nothing known', () => {
  expect(factsOfFindings([finding('row.hidden')])).toEqual({
    doubts: [],
    customer: { ordersConfirmed: null, overCredit: null, overdue: null },
    discount: null,
    margin: null,
  });
});

describe('the customer', () => {
  test.each([
    ['new', finding('customer.new', { data: { before: '2', first: '3' } }), { ordersConfirmed: 2 }],
    [
      'over his limit',
      finding('customer.over-credit', { expected: money('100000'), data: { over: '2500.5', role: 'finance-manager' } }),
      { overCredit: { over: '2500.5', limit: '100000' } },
    ],
    ['overdue', finding('customer.overdue', { data: { days: '9' } }), { overdue: { days: 9 } }],
    ['far overdue', finding('customer.overdue-stop', { data: { days: '16' } }), { overdue: { days: 16 } }],
    ['overdue since when nobody knows', finding('customer.overdue', { data: {} }), { overdue: { days: null } }],
  ])('%s', (_, given, known) => {
    const { customer } = factsOfFindings([given]);
    expect(customer).toEqual({ ordersConfirmed: null, overCredit: null, overdue: null, ...known });
  });
});

describe('the row that is furthest off counts', () => {
  test('of discounts, said as a share or at the unit price as per cent', () => {
    const column = finding('discount.beyond-authority', { actual: ratio('0.04'), data: { item: 'A01' } });
    const price = finding('discount.beyond-authority', {
      actual: money('90'),
      data: { item: 'B02', discount: '10.5' },
    });
    expect(factsOfFindings([column, price]).discount).toEqual({ item: 'B02', share: '0.105' });
    expect(factsOfFindings([price, column]).discount).toEqual({ item: 'B02', share: '0.105' });
  });

  test('of margins, also below zero', () => {
    const low = finding('price.low-margin', { actual: ratio('0.1'), data: { item: 'A01' } });
    const loss = finding('price.low-margin', { actual: ratio('-0.02'), data: { item: 'B02' } });
    expect(factsOfFindings([loss, low]).margin).toEqual({ item: 'B02', share: '-0.02' });
  });
});

test('doubts keep their item; of what was not checked only the region is one', () => {
  const found = [
    finding('stock.short', { data: { item: 'A01' } }),
    finding('price.none'),
    finding('check.not-run', { data: { item: 'B02', rule: 'allowed-region' } }),
    finding('check.not-run', { data: { rule: 'margin' } }),
    finding('line.duplicate'),
  ];
  expect(factsOfFindings(found).doubts).toEqual([
    { code: 'stock.short', item: 'A01' },
    { code: 'price.none' },
    { code: 'check.not-run', item: 'B02' },
  ]);
});

test('the check’s own findings, made with no roles, say all of it', () => {
  const row = { unitPrice: decimal('8.9'), specialRequirements: 'laser mark' };
  const { findings } = checkWith(
    rules,
    [row],
    {
      items: [{ code: 'A-1', cost: decimal('8.8'), floorPrice: decimal('9'), regions: ['Berlin'] }],
      stock: { 'A-1': '1' },
      customers: [{ creditLimit: decimal('10'), overdueDebt: decimal('5'), overdueDays: 9 }],
      openAmounts: [{ confirmedOrders: 1 }],
      ordersConfirmed: 100,
    },
    { roles: [] },
  );
  expect(factsOfFindings(findings)).toEqual({
    doubts: expect.arrayContaining([
      { code: 'stock.short', item: 'A-1' },
      { code: 'price.below-floor', item: 'A-1' },
      { code: 'check.not-run', item: 'A-1' },
    ]),
    customer: { ordersConfirmed: 1, overCredit: { over: '7.8', limit: '10' }, overdue: { days: 9 } },
    discount: { item: 'A-1', share: '0.11' },
    margin: { item: 'A-1', share: '0.0112' },
  });
});
