import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCodes } from '../../../core/check/codes.ts';
import { enoughStock } from '../../../core/check/rules/enough-stock.ts';
import { rules } from '../../../core/check/rules.ts';
import { add, compare, type Decimal, subtract } from '../../../core/value/decimal.ts';
import { check, checkWith, date, decimal, type Row } from './given.ts';

/** Rows as clerks type them: good ones and all that the rules look for. */
const amount = fc.integer({ min: -50, max: 5000 }).map((cents) => decimal(String(cents / 100)));
const row = fc.record(
  {
    key: fc.constantFrom('1', '2', '3'),
    customer: fc.constantFrom({ code: 'C1' }, { name: 'ever bright' }, { code: 'C9' }, {}),
    otherCustomer: fc.constant('Rival'),
    itemCode: fc.constantFrom('A-1', 'A-2', 'Z', 'a1'),
    quantity: fc.integer({ min: -2, max: 30 }).map((quantity) => decimal(String(quantity))),
    unitPrice: amount,
    discount: fc.constantFrom('0', '0.05', '0.333').map(decimal),
    amount,
    dueDate: fc.constantFrom('2026-11-20', '2026-12-24').map(date),
    shippedDate: fc.constant(date('2026-11-01')),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Row>;
const rows = fc.array(row, { maxLength: 25 });
const books = fc.record(
  {
    items: fc.constantFrom(null, [{ code: 'A-1' }, { code: 'A-2', discontinued: true }]),
    stock: fc.record({ 'A-1': fc.integer({ min: -5, max: 60 }).map(String), 'A-2': fc.constant('12.5') }),
    openDemand: fc.constant([{ orderNumber: 'SO-1', itemCode: 'A-1', quantity: '7' }]),
  },
  { requiredKeys: [] },
);

it('judges the same rows the same way twice', () => {
  fc.assert(
    fc.property(rows, books, (given, known) => {
      expect(check(given, known)).toEqual(check(given, known));
    }),
  );
});

it('finds the same in whatever order the rules stand', () => {
  const shuffled = fc.shuffledSubarray([...rules], { minLength: rules.length });
  fc.assert(
    fc.property(rows, books, shuffled, (given, known, other) => {
      expect(checkWith(other, given, known).findings).toEqual(check(given, known).findings);
    }),
  );
});

it('reports only codes a rule has announced, in the severity of its code', () => {
  fc.assert(
    fc.property(rows, books, fc.constantFrom(...rules), (given, known, rule) => {
      for (const { code, severity } of checkWith([rule], given, known).findings) {
        expect([...rule.codes, 'check.not-run']).toContain(code);
        expect(severity).toBe(checkCodes[code].severity);
      }
    }),
  );
});

it('checks an order exactly when neither it nor its sheet has an error', () => {
  fc.assert(
    fc.property(rows, books, (given, known) => {
      for (const { checked, findings } of check(given, known).orders)
        expect(checked === null).toBe(findings.some(({ severity }) => severity === 'error'));
    }),
  );
});

it('never promises a piece of stock twice', () => {
  const wanting = fc.array(
    fc.record({ key: fc.constantFrom('1', '2', '3'), quantity: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(wanting, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }), (wants, onHand, open) => {
      const given = wants.map(({ key, quantity }) => ({ key, quantity: decimal(String(quantity)) }));
      const openDemand = [{ orderNumber: 'SO-1', itemCode: 'A-1', quantity: String(open) }];
      const { findings } = checkWith([enoughStock], given, { stock: { 'A-1': String(onHand) }, openDemand });
      const short = new Map(findings.map(({ row: at, data }) => [at, data?.short as Decimal]));
      let promised = decimal('0');
      given.forEach(({ quantity }, index) => {
        promised = add(promised, subtract(quantity, short.get(index + 1) ?? decimal('0')));
      });
      const free = decimal(String(Math.max(0, onHand - open)));
      const wanted = given.reduce((sum, { quantity }) => add(sum, quantity), decimal('0'));
      // All that is there is promised, and nothing more.
      expect(promised).toBe(compare(wanted, free) < 0 ? wanted : free);
    }),
  );
});
