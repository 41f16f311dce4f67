import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { leadTime } from '../../../../core/check/rules/lead-time.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import { type Books, batchOf, cells, checkWith, date, decimal, given, knowledge, type Row } from '../given.ts';

const item = { code: 'A-1', barcode: '6901', name: 'Hinge', leadTimeDays: 10 };
const soon: Row = { quantity: decimal('5'), dueDate: date('2026-11-30') };
const found = (row: Row, books: Books = {}) =>
  checkWith([leadTime], [{ ...soon, ...row }], { items: [item], stock: { 'A-1': '4' }, ...books });

describe('lead time', () => {
  it('says the earliest day for what is not in stock, and offers it', () => {
    expect(found({}).findings[0]).toMatchObject({
      cell: 'J2',
      code: 'due-date.too-soon',
      expected: { kind: 'date', value: '2026-12-01' },
      actual: { kind: 'date', value: '2026-11-30' },
      data: { item: 'A-1', name: 'Hinge', days: '10' },
      choices: [{ cell: 'J2', value: '2026-12-01', format: 'yyyy-mm-dd' }],
    });
  });

  it.each<[string, Row, Books]>([
    ['the day it can be there', { dueDate: date('2026-12-01') }, {}],
    ['enough in stock', { quantity: decimal('4') }, {}],
    ['enough in stock under its barcode', {}, { stock: { '6901': '5' } }],
    ['no date', { dueDate: undefined } as never, {}],
    ['a date that has passed', { dueDate: date('2026-11-20') }, {}],
    ['goods that have left', { shippedDate: date('2026-11-20') }, {}],
    ['no quantity', { quantity: undefined } as never, {}],
    ['a service', {}, { items: [{ ...item, service: true }] }],
    ['an unknown item', { itemCode: 'Z' }, {}],
    ['an item without lead time', {}, { items: [{ code: 'A-1' }] }],
  ])('is content with %s', (_, row, books) => {
    expect(cells(found(row, books))).toEqual([]);
  });

  it('compares rows and stock in the unit the item is kept in', () => {
    const packed = { ...item, unit: '瓶', pack: { size: decimal('24'), unit: '箱' } };
    const inStock = (unit: string, row: Row) => {
      const { stock, ...known } = knowledge({ items: [packed] });
      const lines = (stock?.lines ?? []).map((line) => ({ ...line, onHand: decimal('4'), unit }));
      const all = { ...known, stock: { source: { from: 'workbook' } as const, lines } };
      return runRules([leadTime], contextOf(batchOf([{ ...soon, ...row }]), given(all))).length;
    };
    expect(inStock('箱', { quantity: decimal('96') })).toBe(0);
    expect(inStock('箱', { quantity: decimal('97') })).toBe(1);
    expect(inStock('瓶', { quantity: decimal('1'), quantityUnit: '箱' })).toBe(1);
    // Nobody can tell, and enough-stock says so.
    expect(inStock('kg', { quantity: decimal('97') })).toBe(0);
    expect(inStock('瓶', { quantity: decimal('97'), quantityUnit: 'kg' })).toBe(0);
  });

  it('looks at what is still to go', () => {
    expect(cells(found({ shippedQuantity: decimal('1') }))).toEqual([]);
    expect(cells(found({ openQuantity: decimal('5'), quantity: decimal('50') }))).toEqual(['J2 due-date.too-soon']);
  });

  it('counts half days as whole ones, and what the stock sheet lacks as none', () => {
    const books = { items: [{ ...item, leadTimeDays: 9.5 }], stock: {} };
    expect(found({}, books).findings[0]?.expected).toEqual({ kind: 'date', value: '2026-12-01' });
  });

  it('takes the company’s lead time where the item has none', () => {
    const known = knowledge({ stock: { 'A-1': '0' } });
    const policy = { ...standardCheckPolicy, leadTimeDays: 30 };
    const seen = runRules([leadTime], contextOf(batchOf([soon]), { ...given(known), policy }));
    expect(seen.map(({ finding }) => finding.data)).toEqual([{ item: 'A-1', days: '30' }]);
  });

  it.each([
    ['in time', '2026-11-30', 0],
    ['too late', '2026-12-01', 1],
    ['nobody knows when', undefined, 1],
  ])('counts what arrives %s', (_, day, expected) => {
    const known = knowledge({ items: [item] });
    const inbound = { inbound: decimal('1'), ...(day !== undefined && { inboundDate: date(day) }) };
    const lines = [{ itemCode: 'A-1', onHand: decimal('4'), ...inbound }];
    const stocked = { ...known, stock: { source: { from: 'workbook' } as const, lines } };
    expect(runRules([leadTime], contextOf(batchOf([soon]), given(stocked)))).toHaveLength(expected);
  });

  it('adds up what lies in several warehouses', () => {
    const known = knowledge({ items: [item], stock: { 'A-1': '3' } });
    const lines = [
      ...(known.stock?.lines ?? []),
      { itemCode: 'a-1', barcode: '6901', onHand: decimal('2'), inbound: decimal('9') },
    ];
    const stocked = { ...known, stock: { source: { from: 'workbook' } as const, lines } };
    expect(runRules([leadTime], contextOf(batchOf([soon]), given(stocked)))).toEqual([]);
  });
});
