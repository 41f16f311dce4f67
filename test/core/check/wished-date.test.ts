import { expect, it } from 'vitest';
import { wishedDate } from '../../../core/check/wished-date.ts';
import { date, decimal } from './given.ts';

const row = { table: 0, row: 1, quantity: decimal('5'), dueDate: date('2026-12-24') };

it.each([
  ['nothing has left', {}, true],
  ['the quantity is missing', { quantity: undefined } as never, true],
  ['part of it has left', { shippedQuantity: decimal('4'), shippedDate: date('2026-11-01') }, true],
  ['some is still to go', { openQuantity: decimal('1') }, true],
  ['it has left', { shippedDate: date('2026-11-01') }, false],
  ['all has left', { shippedQuantity: decimal('5') }, false],
  ['nothing is still to go', { openQuantity: decimal('0') }, false],
  ['a row without quantity has left', { quantity: undefined, shippedDate: date('2026-11-01') } as never, false],
])('the date of a row is wished where %s: %#', (_, more, wished) => {
  expect(wishedDate({ ...row, ...more })).toBe(wished ? row.dueDate : undefined);
});

it('a row that orders nothing may wish for a day all the same', () => {
  expect(wishedDate({ ...row, quantity: decimal('0') })).toBe(row.dueDate);
});
