import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../core/check/context.ts';
import { lackOf, type Need } from '../../../core/check/need.ts';
import type { Observation, Rule } from '../../../core/check/rule.ts';
import { runRules, uncheckedBy } from '../../../core/check/run-rules.ts';
import { type Books, batchOf, cells, decimal, given, knowledge, ordersTable } from './given.ts';

const ruleOf = (name: string, needs: readonly Need[], check: Rule['check'] = () => []): Rule => ({
  name,
  needs,
  scope: 'row',
  codes: ['quantity.not-positive', 'price.none'],
  check,
});

const found = (rules: readonly Rule[], books: Books = {}) =>
  runRules(rules, contextOf(batchOf([{}, {}]), given(knowledge(books)))).map(({ finding }) => finding);

describe('what rules saw', () => {
  it('comes by row, column and code, whichever rule saw it first', () => {
    const observations = ({ lines: [first, second] }: Parameters<Rule['check']>[0]): Observation[] =>
      first && second
        ? [
            { code: 'quantity.not-positive', at: { line: second, field: 'quantity' } },
            { code: 'price.none', at: { line: second, field: 'quantity' } },
            { code: 'quantity.not-positive', at: { line: first, field: 'unitPrice' } },
            { code: 'quantity.not-positive', at: { line: first, field: 'quantity' } },
            { code: 'price.none', at: { table: 0 } },
          ]
        : [];
    const expected = [
      'A1 price.none',
      'F2 quantity.not-positive',
      'G2 quantity.not-positive',
      'F3 price.none',
      'F3 quantity.not-positive',
    ];
    expect(cells({ findings: found([ruleOf('a', [], observations)]) })).toEqual(expected);
    expect(cells({ findings: found([ruleOf('a', [], (of) => observations(of).reverse())]) })).toEqual(expected);
  });

  it('comes by table first', () => {
    const second = { ...ordersTable, sheet: 'More' };
    const [order] = batchOf([{}, {}]).orders;
    const lines = (order?.lines ?? []).map((line, at) => ({ ...line, table: 1 - at }));
    const context = contextOf(
      { tables: [ordersTable, second], orders: order ? [{ ...order, lines }] : [] },
      given(knowledge()),
    );
    const everyRow = ruleOf('a', [], ({ lines: all }) =>
      all.map((line) => ({ code: 'price.none', at: { line, field: 'quantity' } })),
    );
    expect(runRules([everyRow], context).map(({ finding: { sheet, cell } }) => [sheet, cell])).toEqual([
      ['Orders', 'F3'],
      ['More', 'F2'],
    ]);
  });
});

describe('a rule that lacks what it needs', () => {
  it('is named once, in order of the rules’ names, with the first thing that is missing', () => {
    const rules = [ruleOf('b', ['prices', 'stock']), ruleOf('a', ['customers', 'stock']), ruleOf('c', ['prices'])];
    const findings = found(rules, { stock: null, customers: null });
    expect(cells({ findings })).toEqual(['A1 check.not-run', 'A1 check.not-run']);
    expect(findings.map(({ data }) => data)).toEqual([
      { rule: 'a', context: 'customers' },
      { rule: 'b', context: 'stock' },
    ]);
  });

  it('doesn’t look at the rows, others do', () => {
    const looks = (name: string, needs: readonly Need[]) =>
      ruleOf(name, needs, ({ lines }) =>
        lines.map((line) => ({ code: 'price.none', at: { line, field: 'quantity' } })),
      );
    expect(cells({ findings: found([looks('a', ['stock']), looks('b', [])], { stock: null }) })).toEqual([
      'A1 check.not-run',
      'F2 price.none',
      'F3 price.none',
    ]);
  });

  it('says so when the user may not see it, which is not the same as nobody knowing', () => {
    const rule = ruleOf('margin', ['costs']);
    const items = [{ code: 'A-1', cost: decimal('3') }];
    expect(found([rule], { items })).toEqual([]);
    expect(found([rule], { items, withheld: ['costs'] })[0]?.data).toEqual({
      rule: 'margin',
      context: 'costs-withheld',
    });
    expect(uncheckedBy([rule, ruleOf('x', [])], knowledge({ items, withheld: ['costs'] }))).toEqual([
      { rule: 'margin', codes: rule.codes, need: 'costs', lack: 'withheld' },
    ]);
    expect(uncheckedBy([rule], knowledge({ items }))).toEqual([]);
  });

  it('has nowhere to say so when there is no table at all', () => {
    const nothing = contextOf({ tables: [], orders: [] }, given(knowledge({ stock: null })));
    expect(runRules([ruleOf('a', ['stock'])], nothing)).toEqual([]);
  });
});

describe('what is known', () => {
  // Without the secrets given.ts fills in: what an office wrote down, and no more.
  const bare = knowledge({ items: [{ code: 'A-1' }, { code: 'A-2' }], customers: [{ code: 'C1' }, { code: 'C2' }] });
  const books = {
    prices: {
      ...bare.prices,
      items: (bare.prices?.items ?? []).map(({ cost: _, floorPrice: __, ...item }) => item),
    },
    customers: {
      ...bare.customers,
      customers: (bare.customers?.customers ?? []).map(({ creditLimit: _, overdueDebt: __, ...customer }) => customer),
    },
  } as Pick<typeof bare, 'prices' | 'customers'>;
  const plain = { ...bare, ...books };

  it.each<Need>(['costs', 'floorPrices', 'creditLimits', 'debts'])(
    '%s: nothing where no row of a book has any',
    (need) => {
      expect(lackOf(plain, need)).toBe('absent');
      expect(lackOf({ ...plain, prices: null, customers: null }, need)).toBe('absent');
    },
  );

  it('costs, floor prices, credit limits and debts: where one row has them', () => {
    const [first, second] = books.prices?.items ?? [];
    const [one, other] = books.customers?.customers ?? [];
    const withItem = (more: object) =>
      ({ ...plain, prices: { ...books.prices, items: [first, { ...second, ...more }] } }) as typeof plain;
    const withCustomer = (more: object) =>
      ({ ...plain, customers: { ...books.customers, customers: [one, { ...other, ...more }] } }) as typeof plain;
    expect(lackOf(withItem({ cost: '3' }), 'costs')).toBeNull();
    expect(lackOf(withItem({ cost: '3' }), 'floorPrices')).toBe('absent');
    expect(lackOf(withItem({ floorPrice: '3' }), 'floorPrices')).toBeNull();
    expect(lackOf(withItem({ floorPrice: '3' }), 'costs')).toBe('absent');
    expect(lackOf(withCustomer({ creditLimit: '3' }), 'creditLimits')).toBeNull();
    expect(lackOf(withCustomer({ creditLimit: '3' }), 'debts')).toBe('absent');
    expect(lackOf(withCustomer({ overdueDebt: '3' }), 'debts')).toBeNull();
    expect(lackOf(withCustomer({ overdueDays: 3 }), 'debts')).toBeNull();
    expect(lackOf(withCustomer({ overdueDebt: '3' }), 'creditLimits')).toBe('absent');
  });

  it.each<[Need, 'costs' | 'credit']>([
    ['costs', 'costs'],
    ['floorPrices', 'costs'],
    ['creditLimits', 'credit'],
    ['debts', 'credit'],
    ['openAmounts', 'credit'],
  ])('%s: withheld from who may not see %s', (need, secret) => {
    expect(lackOf({ ...bare, withheld: [secret] }, need)).toBe('withheld');
    expect(lackOf({ ...bare, withheld: [secret === 'costs' ? 'credit' : 'costs'] }, need)).toBeNull();
  });

  it.each<Need>(['prices', 'stock', 'customers', 'openDemand', 'pastDeals', 'openAmounts', 'posted'])(
    '%s: there or not, whoever asks',
    (need) => {
      expect(lackOf({ ...bare, withheld: ['costs'] }, need)).toBeNull();
      expect(lackOf({ ...bare, [need]: null }, need)).toBe('absent');
      const { [need as keyof typeof bare]: _, ...without } = bare;
      expect(lackOf(without as typeof bare, need)).toBe('absent');
    },
  );
});
