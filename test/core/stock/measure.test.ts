import { expect, it } from 'vitest';
import type { Item } from '../../../core/check/knowledge.ts';
import { measured } from '../../../core/stock/measure.ts';
import { decimal } from './given.ts';

const item = (more: Partial<Item>): Item => ({ code: 'A-1', discontinued: false, prices: [], ...more });
const bottles = item({ unit: '瓶', pack: { size: decimal(24), unit: '箱' } });
const six = decimal(6);

it('turns packs into the item’s own unit by the price list', () => {
  const [packs, own] = [measured(six, '箱', bottles), measured(six, '瓶', bottles)];
  expect(packs).toEqual({ quantity: '144', unit: own.unit, word: '瓶' });
  expect(own).toMatchObject({ quantity: '6', word: '瓶' });
});

it('turns packs by the row’s own pack size where the list knows none', () => {
  const single = item({ unit: '瓶' });
  expect(measured(six, '箱', single, { packSize: decimal(12) }).quantity).toBe('72');
  expect(measured(six, '箱', single).unit).not.toBe(measured(six, '瓶', single).unit);
});

it('keeps the clerk’s word for the same unit, and takes the list’s where he says none', () => {
  const pieces = item({ unit: '个' });
  expect(measured(six, 'pcs', pieces)).toMatchObject({ unit: measured(six, '个', pieces).unit, word: 'pcs' });
  expect(measured(six, undefined, pieces)).toMatchObject({ unit: measured(six, '个', pieces).unit, word: '个' });
});

it('compares like with like where the list names no unit, and anything where nobody does', () => {
  expect(measured(six, '箱').unit).toBe(measured(six, 'ctn', item({})).unit);
  expect(measured(six, '箱').unit).not.toBe(measured(six, '打').unit);
  expect(measured(six, '打').unit).not.toBe(measured(six, '个').unit);
  expect(measured(six, '', item({})).unit).toBeNull();
  expect(measured(six, undefined).unit).toBeNull();
});

it('does not convert what comes out uneven', () => {
  const dozens = item({ unit: '打' });
  expect(measured(decimal(24), '个', dozens)).toMatchObject({ quantity: '2', word: '打' });
  expect(measured(decimal(25), '个', dozens)).toMatchObject({ quantity: '25', word: '个' });
  expect(measured(decimal(25), '个', dozens).unit).not.toBe(measured(six, '打', dozens).unit);
});
