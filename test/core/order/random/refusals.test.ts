import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type RefusalCode, refusalCodes } from '../../../../core/order/refusal.ts';
import { refusalsOf } from './refusals.ts';

/** Where the doors of orders and shipments are. */
const doors = [
  'order/door.ts',
  'order/export-door.ts',
  'order/held-back.ts',
  'order/reserve.ts',
  'order/decide/*.ts',
  'shipment/*.ts',
  'review/decide/*.ts',
  'reallocation/*.ts',
  'receivable/doors.ts',
  'receivable/may-close.ts',
];

/** Orders of random days say no unit; test/core/order/whole-pieces.test.ts tries it at every door. */
const elsewhere: readonly RefusalCode[] = ['quantity.part-of-piece'];

test('every refusal the doors of orders and shipments can give must come up in random days, and no other', () => {
  const cwd = new URL('../../../../core/', import.meta.url);
  const files = globSync(doors, { cwd: cwd.pathname }).map((file) => readFileSync(new URL(file, cwd), 'utf8'));
  const named = refusalCodes.filter((code) => files.some((text) => text.includes(`'${code}'`)));
  const listed: readonly RefusalCode[] = Object.values(refusalsOf).flat();
  expect([...listed, ...elsewhere].sort()).toEqual([...named].sort());
});
