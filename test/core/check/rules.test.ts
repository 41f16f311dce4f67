import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../core/check/knowledge.ts';
import type { Scope } from '../../../core/check/rule.ts';
import { rules } from '../../../core/check/rules.ts';
import { uncheckedBy } from '../../../core/check/run-rules.ts';
import en from '../../../locales/en/index.ts';
import { knowledge } from './given.ts';

const words = en.findings as Readonly<Record<string, string>>;
const scopes: readonly Scope[] = ['row', 'order', 'check'];

describe('each rule', () => {
  it('has words that say what wasn’t checked', () => {
    const wordless = rules.filter(({ name }) => !words[`rule.${name}`]);
    expect(wordless).toEqual([]);
  });

  it('says how far it looks: properties.test.ts holds it to that', () => {
    const unsaid = rules.filter(({ scope }) => !scopes.includes(scope));
    expect(unsaid).toEqual([]);
  });
});

/** Nothing passes unchecked in silence: what isn't checked is said, and the rest is checked all the same. */
it.each<[string, Knowledge, readonly string[]]>([
  ['nothing', knowledge(), []],
  [
    'a price list',
    knowledge({ items: null }),
    [
      ...['known-item', 'item-agrees', 'current-item', 'allowed-region', 'order-steps', 'same-unit', 'list-price'],
      ...['discount-authority', 'floor-price', 'margin', 'lead-time'],
    ],
  ],
  ['a price in the list', knowledge({ items: [{ code: 'A-1', prices: [] }] }), ['list-price', 'discount-authority']],
  ['a stock sheet', knowledge({ stock: null }), ['enough-stock', 'lead-time']],
  [
    'a customer list',
    knowledge({ customers: null }),
    ['known-customer', 'new-customer', 'credit-limit', 'overdue-debt'],
  ],
  ['past deals', knowledge({ pastDeals: null }), ['usual-quantity', 'last-price']],
  ['what open orders come to', knowledge({ openAmounts: null }), ['new-customer', 'credit-limit']],
  ['the orders posted before', knowledge({ posted: null }), ['posted-before']],
  ['sight of costs', knowledge({ withheld: ['costs'] }), ['floor-price', 'margin']],
  ['sight of credit', knowledge({ withheld: ['credit'] }), ['new-customer', 'credit-limit', 'overdue-debt']],
])('without %s, what needs it is not checked', (_, known, names) => {
  expect(uncheckedBy(rules, known).map(({ rule }) => rule)).toEqual(names);
});
