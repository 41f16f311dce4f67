import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolveInvoice, replayInvoice } from '../../../core/invoice/evolve.ts';
import { invoicedOf, invoiceTotals } from '../../../core/invoice/invoiced-of.ts';
import { add, compare, isNegative, isZero } from '../../../core/value/decimal.ts';
import { by, number, today } from '../order/sample-order.ts';
import { cashier, Ledger, money, payableOrder, shipment } from '../receivable/ledger.ts';

/** Lines whose amounts don't divide by their quantities: every part has to be rounded. */
const lines = [
  { quantity: '3', amount: '10' },
  { quantity: '7', amount: '0.15', taxRate: '0.06' },
  { quantity: '10', amount: '0.05' },
];
const shipped = ['3', '5', '10'];
const step = fc.record({
  isReversal: fc.boolean(),
  isWhole: fc.constantFrom(false, false, false, true),
  invoice: fc.integer({ min: 1, max: 6 }),
  parts: fc.array(fc.record({ line: fc.integer({ min: 1, max: 3 }), count: fc.integer({ min: -1, max: 5 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

test('however it is invoiced and reversed, never more than was shipped, and to the cent in the end', () => {
  let [recorded, reversed, full] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const ledger = new Ledger([payableOrder(1, lines)], { invoiceAt: 'delivery' });
      ledger.deliveries.push(
        shipment(
          'DN-1',
          '2026-11-01',
          shipped.map((quantity, at) => [number(1), at + 1, quantity] as const),
        ),
      );
      for (const [at, { isReversal, isWhole, invoice, parts }] of steps.entries()) {
        const before = new Map(ledger.invoiceEvents);
        const named = parts.map(({ line, count }) => ({ order: number(1), line, quantity: money(`${count}`) }));
        const meta = by(cashier, today, 'because');
        const decision = isReversal
          ? ledger.bill(
              { type: 'reverse-invoice', redNumber: `r${at}`, on: today, parts: isWhole ? 'all' : named, ...meta },
              1 + (invoice % Math.max(1, ledger.invoiceEvents.size)),
            )
          : ledger.bill({
              type: 'record-invoice',
              taxNumber: `t${at}`,
              issuedOn: today,
              orders: isWhole ? [number(1)] : [],
              parts: isWhole ? [] : named,
              ...meta,
            });
        if (!decision.ok) expect(ledger.invoiceEvents).toEqual(before);
        else if (isReversal) reversed += 1;
        else recorded += 1;
        // What was known, plus what was said now, is what the whole stream tells.
        for (const [key, events] of ledger.invoiceEvents) {
          const known = before.get(key) ?? [];
          const state = known.length === 0 ? null : replayInvoice(known);
          expect(events.slice(known.length).reduce(evolveInvoice, state)).toEqual(replayInvoice(events));
        }
        holds(ledger);
      }
      const rest = { type: 'record-invoice', taxNumber: 'rest', issuedOn: today, parts: [], ...by(cashier) } as const;
      ledger.bill({ ...rest, orders: [number(1)] });
      const { axis, lines: invoiced } = invoicedOf({
        order: ledger.account(number(1)).order,
        invoices: ledger.invoices(),
      });
      expect(axis).toBe('part'); // 5 of 7 left
      expect(invoiced.map(({ quantity, amount }) => [quantity, amount])).toEqual([
        ['3', '10'],
        ['5', expect.stringMatching(/^0\.1[0-5]?$/)],
        ['10', '0.05'],
      ]);
      full += 1;
    }),
    { numRuns: 1_000 },
  );
  expect([recorded > 1_000, reversed > 1_000, full]).toEqual([true, true, 1_000]); // else it proves little
}, 120_000);

function holds(ledger: Ledger): void {
  const { order } = ledger.account(number(1));
  for (const { line, quantity, amount, tax } of invoicedOf({ order, invoices: ledger.invoices() }).lines) {
    expect(compare(quantity, money(shipped[line - 1] ?? '0'))).toBeLessThanOrEqual(0);
    expect(compare(amount, money(lines[line - 1]?.amount ?? '0'))).toBeLessThanOrEqual(0);
    for (const part of [quantity, amount, tax]) expect(isNegative(part)).toBe(false);
    if (isZero(quantity)) expect([amount, tax]).toEqual(['0', '0']);
  }
  for (const invoice of ledger.invoices()) {
    const { net, tax, total } = invoiceTotals(invoice);
    expect(add(net, tax)).toBe(total);
    expect(isNegative(net)).toBe(false);
  }
}
