import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf } from '../../../core/payment/amounts.ts';
import { evolvePayment, replayPayment } from '../../../core/payment/evolve.ts';
import { balancesOf } from '../../../core/receivable/customer-balance.ts';
import { owedOf } from '../../../core/receivable/owed.ts';
import { statementOf } from '../../../core/receivable/statement.ts';
import { addDays } from '../../../core/value/date.ts';
import { add, isNegative, sum } from '../../../core/value/decimal.ts';
import { by, date, number, today } from '../order/sample-order.ts';
import { boss, Ledger, money, parts, payableOrder, shipment, transfer } from './ledger.ts';
import { Model, type Step } from './model.ts';

/** Random days at the cashier's desk; everybody has every role, so that only amounts decide. */
const cents = fc.oneof(
  fc.integer({ min: -5, max: 400 }),
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom(100, 250, 400),
);
const step: fc.Arbitrary<Step> = fc.record({
  command: fc.constantFrom(
    'receive',
    'receive',
    'allocate',
    'allocate',
    'release',
    'move',
    'refund',
    'reverse',
    'write-off',
    'undo',
  ),
  payment: fc.integer({ min: 1, max: 4 }),
  gives: fc.array(fc.record({ order: fc.integer({ min: 1, max: 4 }), cents }), { maxLength: 2 }),
  order: fc.integer({ min: 1, max: 4 }),
  cents,
  day: fc.integer({ min: 0, max: 20 }),
});

const roles = ['finance-clerk', 'finance-manager', 'general-manager'] as const;
const everybody = { ...boss, roles };
const yuan = (amount: number) =>
  money(
    `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${`${Math.abs(amount) % 100}`.padStart(2, '0')}`,
  );
const totals = [400, 250, 999, 0];

function office(): Ledger {
  const ledger = new Ledger(totals.map((total, at) => payableOrder(at + 1, [{ quantity: '7', amount: yuan(total) }])));
  ledger.deliveries.push(
    shipment('DN-1', '2026-11-02', [
      [number(1), 1, '3'],
      [number(3), 1, '2'],
    ]),
    shipment('DN-2', '2026-11-15', [[number(3), 1, '5']]),
  );
  return ledger;
}

/** As somebody would who looks at the books first: of a payment that is there, from an order it goes to. */
function sensible(step: Step, { payments }: Model): Step {
  const payment = 1 + (step.payment % Math.max(1, payments.length));
  const given = [...(payments[payment - 1]?.given ?? [])].filter(([, amount]) => amount > 0);
  const [order = step.order, most = step.cents] = given[step.day % Math.max(1, given.length)] ?? [];
  const gives = step.gives.map((each) => ({ ...each, cents: Math.min(each.cents, most) }));
  return step.command === 'move' ? { ...step, payment, order, gives: gives.slice(0, 1) } : { ...step, payment, order };
}

/** Tries the step; says whether something was recorded. */
function attempt(ledger: Ledger, { command, payment, gives, order, cents: amount, day }: Step): boolean {
  const on = addDays(today, day);
  const meta = by(everybody, on, 'because');
  const allocations = gives.map((each) => ({ order: number(each.order), amount: yuan(each.cents) }));
  const one = parts({ [number(order)]: yuan(amount) });
  switch (command) {
    case 'receive':
      return ledger.pay(transfer(yuan(amount), meta, {}, { receivedOn: today, allocations })).ok;
    case 'allocate':
      return ledger.pay({ type: 'allocate-payment', allocations, ...meta }, payment).ok;
    case 'release':
      return ledger.pay({ type: 'release-allocation', allocations: one, ...meta }, payment).ok;
    case 'move':
      return ledger.pay({ type: 'move-allocation', from: number(order), allocations, ...meta }, payment).ok;
    case 'refund':
      return ledger.pay({ type: 'refund-payment', amount: yuan(amount), on, ...meta }, payment).ok;
    case 'reverse':
      return ledger.pay({ type: 'reverse-payment', cause: 'bounced', on, ...meta }, payment).ok;
    case 'write-off':
      return ledger.writeOff(number(order), {
        type: 'write-off-debt',
        cause: 'rounding',
        amount: yuan(amount),
        ...meta,
      }).ok;
    case 'undo':
      return ledger.writeOff(number(order), { type: 'undo-write-off', ...meta }, payment).ok;
  }
}

function conserves(ledger: Ledger): void {
  for (const payment of ledger.payments()) {
    const { received, allocated, free, refunded, reversed } = amountsOf(payment);
    expect(sum([allocated, free, refunded, reversed])).toBe(add(received, money('0')));
    for (const part of [allocated, free, refunded, reversed]) expect(isNegative(part)).toBe(false);
  }
  for (const order of ledger.orders.keys()) {
    const { owed, allocated, writtenOff, open, overpaid } = owedOf(ledger.account(order));
    expect(overpaid).toBe('0');
    expect(sum([allocated, writtenOff, open])).toBe(owed);
  }
}

describe('whatever is tried, in whatever order', () => {
  test('what is allowed, and what it comes to, is what plain arithmetic says', () => {
    const recorded = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        const ledger = office();
        const model = new Model(totals);
        for (const tried of steps) {
          // Every second step is a sensible one, so that books get full enough for every command to be done.
          const given = tried.day % 2 === 0 ? sensible(tried, model) : tried;
          const expected = model.attempt(given);
          expect(attempt(ledger, given), JSON.stringify(given)).toBe(expected);
          if (expected) recorded.set(given.command, (recorded.get(given.command) ?? 0) + 1);
        }
        conserves(ledger);
        expect(ledger.payments().map((payment) => Number(amountsOf(payment).free) * 100)).toEqual(
          model.payments.map((payment) => expect.closeTo(model.free(payment), 6)),
        );
        for (const at of totals.keys())
          expect(Number(owedOf(ledger.account(number(at + 1))).open) * 100).toBeCloseTo(model.open(at + 1), 6);
      }),
      { numRuns: 10_000 },
    );
    const commands = ['receive', 'allocate', 'release', 'move', 'refund', 'reverse', 'write-off', 'undo'];
    expect(commands.filter((command) => (recorded.get(command) ?? 0) < 20)).toEqual([]);
  }, 120_000);

  test('events tell the same story one by one and all at once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        const ledger = office();
        const known = new Map<string, ReturnType<typeof replayPayment>>();
        for (const given of steps) {
          const before = new Map([...ledger.paymentEvents].map(([key, { length }]) => [key, length]));
          attempt(ledger, given);
          for (const [key, events] of ledger.paymentEvents) {
            const said = events.slice(before.get(key) ?? 0);
            const after = said.reduce(evolvePayment, known.get(key) ?? null);
            expect(after).toEqual(replayPayment(events));
            if (after !== null) known.set(key, after);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  test('a statement adds up, periods join on, and the last one closes with the balance', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), fc.integer({ min: -20, max: 20 }), (steps, cut) => {
        const ledger = office();
        for (const given of steps) attempt(ledger, given);
        const customer = ledger.customer();
        const split = addDays(today, cut);
        const [from, to] = [date('2026-11-01'), date('2026-12-31')];
        const first = statementOf(customer, 'CNY', { from, to: split });
        const second = statementOf(customer, 'CNY', { from: addDays(split, 1), to });
        const whole = statementOf(customer, 'CNY', { from, to });
        for (const each of [first, second, whole])
          expect(add(each.opening, sum(each.rows.map(({ amount }) => amount)))).toBe(each.closing);
        expect(second.opening).toBe(first.closing);
        expect([...first.rows, ...second.rows]).toEqual(whole.rows);
        expect(whole.closing).toBe(
          balancesOf(customer, to, ledger.policy).find(({ currency }) => currency === 'CNY')?.balance,
        );
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test('what has nothing to do with each other may happen in any order', () => {
    const own = fc.array(step, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.tuple(own, own, own), fc.infiniteStream(fc.nat({ max: 2 })), (desks, turns) => {
        // Each desk has a payment and an order of its own; the desks take turns, or work one after the other.
        const works = desks.map((steps, desk) =>
          steps
            .filter(({ command }) => !['receive', 'move', 'write-off', 'undo'].includes(command))
            .map((given) => {
              const gives = given.gives.map((each) => ({ ...each, order: desk + 1 }));
              return { ...given, payment: desk + 1, order: desk + 1, gives };
            }),
        );
        const begun = () => {
          const ledger = office();
          for (const desk of desks.keys())
            attempt(ledger, { command: 'receive', payment: 0, order: 0, cents: 300 + desk, day: 0, gives: [] });
          return ledger;
        };
        const [inTurns, oneByOne] = [begun(), begun()];
        for (const given of works.flat()) attempt(oneByOne, given);
        const waiting = works.map((work) => [...work]);
        for (let turn = 0; waiting.some(({ length }) => length > 0); turn = turns.next().value ?? 0) {
          const next = waiting[turn]?.shift();
          if (next !== undefined) attempt(inTurns, next);
        }
        expect(inTurns.payments()).toEqual(oneByOne.payments());
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
