import { expect, test } from 'vitest';
import { receiptCommand } from '../../../../core/wire/commands.ts';
import type { OrderView } from '../../../../core/wire/order-views.ts';
import { refusedOf } from '../../../../desk/order/act/RefusedFields.tsx';

const shipment = {
  number: 'DN-202611-00001',
  shippedOn: '2026-11-20',
  lines: [
    { order: 'SO-202611-00001', line: 1, quantity: '5' },
    { order: 'SO-202611-00002', line: 1, quantity: '2.5' },
  ],
} as unknown as OrderView['shipments'][number];

test('each line as it was typed; nothing typed was taken in', () => {
  expect(refusedOf(shipment, {})).toEqual([]);
  const refused = refusedOf(shipment, { 'SO-202611-00001/1': '0', 'SO-202611-00002/1': ' 2.5 ' });
  expect(refused).toEqual([{ order: 'SO-202611-00002', line: 1, quantity: '2.5' }]);
  expect(receiptCommand.safeParse({ on: '2026-11-21', refused }).success).toBe(true);
});

test.each(['2.6', '-1', 'two'])('%s of 2.5 is not sent', (text) => {
  expect(refusedOf(shipment, { 'SO-202611-00002/1': text })).toBeNull();
});
