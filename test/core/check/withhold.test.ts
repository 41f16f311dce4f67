import { expect, test } from 'vitest';
import type { Knowledge } from '../../../core/check/knowledge.ts';
import { lackOf } from '../../../core/check/need.ts';
import { withheld } from '../../../core/check/withhold.ts';
import { secretsFrom } from '../../../core/policy/permissions.ts';
import { decimal, knowledge } from './given.ts';

const all: Knowledge = {
  ...knowledge({
    items: [{ code: 'A-1', cost: decimal('6.1234'), floorPrice: decimal('7.1234') }],
    customers: [
      {
        creditLimit: decimal('50001'),
        receivable: decimal('50002'),
        overdueDebt: decimal('50003'),
        overdueDays: 50_004,
      },
    ],
  }),
  openAmounts: [{ customerCode: 'C1', amount: decimal('50005'), currency: 'CNY', confirmedOrders: 1 }],
};

test('costs are left out of all that is handed to who may not see them', () => {
  const handed = withheld(all, ['costs']);
  expect(JSON.stringify(handed)).not.toMatch(/6\.1234|7\.1234/);
  expect(JSON.stringify(handed)).toMatch(/5000[1-5]/);
  expect(handed.prices?.items[0]?.prices).toEqual(all.prices?.items[0]?.prices);
});

test('so are limits and debts', () => {
  const handed = withheld(all, ['credit']);
  expect(JSON.stringify(handed)).not.toMatch(/5000[1-5]/);
  expect(handed.prices).toBe(all.prices);
  expect(handed.customers?.customers[0]).toMatchObject({ code: 'C1', name: 'Ever Bright' });
});

test('rules are told whether something is withheld or nobody has it', () => {
  const handed = withheld(all, ['costs', 'credit']);
  const needs = ['costs', 'floorPrices', 'creditLimits', 'debts', 'openAmounts'] as const;
  expect(needs.map((need) => lackOf(handed, need))).toEqual(needs.map(() => 'withheld'));
  expect(needs.map((need) => lackOf(all, need))).toEqual(needs.map(() => null));
  expect(needs.map((need) => lackOf(knowledge({ items: null, customers: null, openAmounts: null }), need))).toEqual(
    needs.map(() => 'absent'),
  );
  expect(lackOf(knowledge({ stock: null }), 'stock')).toBe('absent');
  expect(lackOf(knowledge({ pastDeals: null }), 'pastDeals')).toBe('absent');
});

test('nothing is withheld from who may see all', () => {
  expect(withheld(all, [])).toBe(all);
  expect(secretsFrom(['finance-manager'])).toEqual([]);
});

test('a salesperson sees neither costs nor debts; the head of the order desk sees debts', () => {
  expect(secretsFrom(['sales', 'order-desk'])).toEqual(['costs', 'credit']);
  expect(secretsFrom(['order-desk-head'])).toEqual(['costs']);
});
