import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import { createOutbox } from '../../../ui/sheet-session/outbox.ts';
import { cutIntoBatches } from '../../../ui/sheet-session/post-in-batches.ts';
import { givenStorage } from './given.ts';

const orderOf = (key: number, lines: number): ParsedOrder => ({
  key: String(key),
  customer: {},
  lines: Array.from({ length: lines }, (_, row) => ({ table: 0, row })),
});

test('batches hold every order once, whole and in order, and stay small unless one order is larger', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 200 }), (sizes) => {
      const orders = sizes.map((lines, key) => orderOf(key, lines));
      const batches = cutIntoBatches({ tables: [], orders });
      expect(batches.flatMap((batch) => batch.orders)).toEqual(orders);
      for (const { orders: cut } of batches) {
        expect(cut.length).toBeGreaterThan(0);
        expect(cut.length).toBeLessThanOrEqual(50);
        const lines = cut.reduce((sum, order) => sum + order.lines.length, 0);
        expect(lines <= 200 || cut.length === 1).toBe(true);
      }
    }),
  );
});

test("another user's orders are not sent by this one, and what can't be read is set aside", () => {
  const storage = givenStorage();
  const batch = { tables: [{ sheet: 'S', headerRow: 0, columns: {} }], orders: [orderOf(1, 1)] };
  createOutbox(storage, 'a/wang').put({ requestKey: 'k', workbook: 'w', batch });
  expect(createOutbox(storage, 'a/li').entries()).toEqual([]);
  expect(createOutbox(storage, 'a/wang').entries()).toEqual([{ requestKey: 'k', workbook: 'w', batch }]);

  storage.setItem('countersign.outbox.a/wang', '[{"half":');
  expect(createOutbox(storage, 'a/wang').entries()).toEqual([]);
  expect(storage.getItem('countersign.outbox.a/wang.unreadable')).toBe('[{"half":');
});
