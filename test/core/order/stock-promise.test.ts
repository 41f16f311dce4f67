import { describe, expect, it } from 'vitest';
import type { OpenDemand, StockLine } from '../../../core/check/knowledge.ts';
import type { OrderContent, OrderLine } from '../../../core/order/state.ts';
import { promiseStock } from '../../../core/order/stock-promise.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { knowledge } from '../check/given.ts';
import { date, number, quantity, today } from './sample-order.ts';

const so = number();
const stockLine = (itemCode: string, onHand: string, more: Partial<StockLine> = {}): StockLine => ({
  itemCode,
  onHand: quantity(onHand),
  inbound: '0' as Decimal,
  ...more,
});
const wants = (itemCode: string, count: string, more: Partial<OrderLine> = {}) =>
  ({ itemCode, quantity: quantity(count), ...more }) as OrderLine;
const demand = (orderNumber: string, count: string, dueDate?: string): OpenDemand => ({
  orderNumber,
  itemCode: 'A-1',
  quantity: quantity(count),
  ...(dueDate !== undefined && { dueDate: date(dueDate) }),
});

function promised(
  lines: readonly OrderLine[],
  stock: readonly StockLine[] | null,
  openDemand: readonly OpenDemand[] = [],
  items: Parameters<typeof knowledge>[0] = {},
) {
  const order = {
    number: so,
    lines: lines.map((line, index) => ({ ...line, line: index + 1 })),
  } as unknown as OrderContent;
  const book = stock && { source: { from: 'published' as const }, lines: stock };
  return promiseStock(order, { stock: book, prices: knowledge(items).prices, openDemand, today });
}

describe('by its wished date a line is promised', () => {
  const arriving = stockLine('A-1', '4', { inbound: quantity('10'), inboundDate: date('2026-12-05') });

  it('what arrives until then, so that what lies there is left to those who need it sooner', () => {
    const soon = wants('A-1', '4', { dueDate: date('2026-11-30') });
    const later = wants('A-1', '6', { dueDate: date('2026-12-05') });
    expect(promised([later, soon], [arriving]).short).toEqual([]);
  });

  it('never what arrives a day later', () => {
    const { short } = promised([wants('A-1', '6', { dueDate: date('2026-12-04') })], [arriving]);
    expect(short).toEqual([{ itemCode: 'A-1', lines: [1], wanted: '6', available: '4' }]);
  });

  it('what is there now where it has no date', () => {
    expect(promised([wants('A-1', '4')], [arriving]).short).toEqual([]);
    expect(promised([wants('A-1', '5')], [arriving]).short).toMatchObject([{ available: '4' }]);
  });

  it('what others leave: who wants it later takes what comes later', () => {
    const line = wants('A-1', '4');
    expect(promised([line], [arriving], [demand('SO-9', '10', '2026-12-20')]).short).toEqual([]);
    expect(promised([line], [arriving], [demand('SO-9', '10', '2026-12-04')]).short).toMatchObject([
      { available: '0' },
    ]);
  });
});

it('lines of one item compete, and the item is named once with all that was wanted', () => {
  const { reservations, short } = promised(
    [wants('A-1', '6'), wants('A-1', '4'), wants('B-2', '1')],
    [stockLine('A-1', '9'), stockLine('B-2', '1')],
  );
  expect(reservations.map(({ line, quantity }) => [line, quantity])).toEqual([
    [1, '6'],
    [2, '4'],
    [3, '1'],
  ]);
  expect(short).toEqual([{ itemCode: 'A-1', lines: [1, 2], wanted: '10', available: '9' }]);
});

it('finds an item however the stock sheet spells its code, over all warehouses', () => {
  const { short } = promised(
    [wants('a-01', '7')],
    [stockLine('ａ-01 ', '3', { warehouse: 'East' }), stockLine('A-01', '4', { warehouse: 'West' })],
  );
  expect(short).toEqual([]);
});

it('counts packs by the price list', () => {
  const carton = { items: [{ code: 'A-1', unit: 'pcs', pack: { size: quantity('24'), unit: 'carton' } }] };
  const stock = [stockLine('A-1', '2', { unit: 'carton' })];
  expect(promised([wants('A-1', '48', { unit: 'pcs' })], stock, [], carton).short).toEqual([]);
  expect(promised([wants('A-1', '49', { unit: 'pcs' })], stock, [], carton).short).toMatchObject([{ available: '48' }]);
});

it('holds nothing of what the sheet does not keep, of services, of what has left, or without a sheet', () => {
  const service = { items: [{ code: 'FREIGHT', service: true }] };
  const stock = [stockLine('A-1', '1'), stockLine('FREIGHT', '0')];
  const lines = [wants('NEW', '9'), wants('FREIGHT', '1'), wants('A-1', '9', { shippedDate: date('2026-11-19') })];
  expect(promised(lines, stock, [], service)).toEqual({ reservations: [], short: [], unkept: [1] });
  expect(promised([wants('A-1', '9')], null)).toEqual({ reservations: [], short: [], unkept: [] });
});

describe('never promised above what there is', () => {
  it('whatever code it was ordered by: two items of one barcode share one stock', () => {
    const items = {
      items: [
        { code: 'X', barcode: '690' },
        { code: 'Y', barcode: '690' },
      ],
    };
    const stock = [stockLine('690', '10', { barcode: '690' })];
    const held = [{ ...demand('SO-9', '10'), itemCode: 'Y' }];
    expect(promised([wants('X', '1')], stock, held, items).short).toMatchObject([{ available: '0' }]);
  });

  it('in the unit it was ordered in', () => {
    const stock = [stockLine('A-1', '10', { unit: '个' }), stockLine('A-1', '10', { unit: '箱' })];
    const held = [{ ...demand('SO-9', '10'), unit: '箱' }];
    const line = (unit: string) => wants('A-1', '10', { unit });
    expect(promised([line('箱')], stock, held).short).toMatchObject([{ available: '0' }]);
    expect(promised([line('个')], stock, held).short).toEqual([]);
  });

  it('of the size it was ordered in, where one code is on several', () => {
    const items = { items: ['40', '41'].map((specification) => ({ code: 'A-1', specification })) };
    const stock = [stockLine('A-1', '2', { specification: '40' }), stockLine('A-1', '8', { specification: '41' })];
    const line = (count: string, specification: string) => wants('A-1', count, { specification });
    expect(promised([line('3', '40')], stock, [], items).short).toMatchObject([{ wanted: '3', available: '2' }]);
    expect(promised([line('2', '40'), line('8', '41')], stock, [], items).short).toEqual([]);
    const held = [{ ...demand('SO-9', '8'), specification: '41' }];
    expect(promised([line('2', '40')], stock, held, items).short).toEqual([]);
    expect(promised([line('1', '41')], stock, held, items).short).toMatchObject([{ available: '0' }]);
  });
});

it('units that nobody can convert are never added up, one code in two spellings is', () => {
  const stock = [stockLine('A-1', '1', { unit: '个' }), stockLine('A-1', '1', { unit: '箱' })];
  expect(promised([wants('A-1', '2', { unit: '箱' }), wants('A-1', '5', { unit: '个' })], stock).short).toEqual([
    { itemCode: 'A-1', lines: [1], wanted: '2', available: '1' },
    { itemCode: 'A-1', lines: [2], wanted: '5', available: '1' },
  ]);
  expect(promised([wants('A-1', '2'), wants('a-1', '3')], [stockLine('A-1', '4')]).short).toEqual([
    { itemCode: 'A-1', lines: [1, 2], wanted: '5', available: '4' },
  ]);
});

describe('a line that names where it comes from (R23)', () => {
  const lots = [
    stockLine('A-1', '4', { warehouse: 'East', batch: 'L-1' }),
    stockLine('A-1', '6', { warehouse: 'West', batch: 'L-2' }),
  ];

  it('is promised from that warehouse only', () => {
    expect(promised([wants('A-1', '4', { warehouse: 'east' })], lots).short).toEqual([]);
    expect(promised([wants('A-1', '5', { warehouse: 'East' })], lots).short).toMatchObject([
      { itemCode: 'A-1', wanted: '5', available: '4' },
    ]);
    expect(promised([wants('A-1', '1', { warehouse: 'North' })], lots).short).toMatchObject([{ available: '0' }]);
  });

  it('and from that batch only', () => {
    expect(promised([wants('A-1', '6', { batch: 'L-2' })], lots).short).toEqual([]);
    expect(promised([wants('A-1', '7', { batch: 'L-2' })], lots).short).toMatchObject([{ available: '6' }]);
    expect(promised([wants('A-1', '1', { warehouse: 'East', batch: 'L-2' })], lots).short).toMatchObject([
      { available: '0' },
    ]);
  });

  it('finds there what others hold who don’t mind, and not what others hold there', () => {
    const line = wants('A-1', '4', { warehouse: 'East' });
    expect(promised([line], lots, [demand('SO-9', '6')]).short).toEqual([]);
    expect(promised([line], lots, [demand('SO-9', '7')]).short).toMatchObject([{ available: '3' }]);
    expect(promised([line], lots, [{ ...demand('SO-9', '1'), warehouse: 'East' }]).short).toMatchObject([
      { available: '3' },
    ]);
    expect(promised([wants('A-1', '6'), line], lots).short).toEqual([]);
  });

  it('leaves to nobody what is held, be it moved to another warehouse meanwhile', () => {
    const held = { ...demand('SO-9', '8'), warehouse: 'East' };
    expect(promised([wants('A-1', '3')], lots, [held]).short).toMatchObject([{ available: '2' }]);
  });
});
