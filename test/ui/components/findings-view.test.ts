import { expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import { allGroups, filtersOf, fixableTogether, groupName, matches } from '../../../ui/components/findings-view.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';

const finding = (code: string, severity: string, cell: string, more: Partial<Finding> = {}) =>
  ({ code, severity, cell, sheet: '订单', ...more }) as Finding;
const wrongAmount = finding('amount.mismatch', 'error', 'F3', { fix: {} as NonNullable<Finding['fix']> });
const agreedPrice = finding('price.not-list', 'warning', 'E4', { fix: {} as NonNullable<Finding['fix']> });
const noQuantity = finding('field.missing', 'error', 'D5');
const all = [wrongAmount, agreedPrice, noQuantity];
const order = (findings: readonly Finding[], row = 1): OrderInSheet =>
  ({ order: { key: null, customer: {}, lines: [{ table: 0, row }] }, findings }) as unknown as OrderInSheet;

test.each([
  ['all', [wrongAmount]],
  ['error', [wrongAmount]],
  ['warning', []],
  ['price.not-list', [agreedPrice]],
] as const)(
  'with the filter %s one click fixes only what is wrong for certain, or the one kind looked at',
  (filter, fixed) => {
    const shown = all.filter((each) => matches(each, filter));
    expect(fixableTogether(shown, filter)).toEqual(fixed);
  },
);

test('each sheet has a group of its own; those of price lists and stock come after the orders', () => {
  const missing = finding('column.missing', 'error', 'A1');
  const otherSheet = finding('column.missing', 'error', 'A1', { sheet: '十二月' });
  const twoPrices = finding('book.price-differs', 'warning', 'C4', { sheet: '价目表' });
  const groups = allGroups([missing, twoPrices, otherSheet], [order(all), order([])]);
  expect(groups.map(({ findings }) => findings)).toEqual([[missing], [otherSheet], all, [twoPrices]]);
  expect(new Set(groups.map(groupName)).size).toBe(4);
});

test('a check that could not be made is no finding to walk to or to filter by, unless it is about one order', () => {
  const noList = finding('check.not-run', 'info', 'A1', { data: { rule: 'list-price', context: 'prices' } });
  const otherCurrency = finding('check.not-run', 'info', 'B2', { data: { rule: 'credit-limit', context: 'currency' } });
  const groups = allGroups([noList], [order([otherCurrency])]);
  expect(groups.map(({ findings }) => findings)).toEqual([[otherCurrency]]);
  expect(filtersOf(groups)).toEqual([
    { filter: 'all', count: 1 },
    { filter: 'info', count: 1 },
    { filter: 'check.not-run', count: 1 },
  ]);
});

test('filters name what stops orders before what does not, and of these the commonest kind first', () => {
  const many = [agreedPrice, agreedPrice, agreedPrice, wrongAmount, noQuantity, noQuantity];
  expect(filtersOf(allGroups([], [order(many)])).map(({ filter, count }) => `${filter} ${count}`)).toEqual([
    'all 6',
    'error 3',
    'warning 3',
    'field.missing 2',
    'amount.mismatch 1',
    'price.not-list 3',
  ]);
});
