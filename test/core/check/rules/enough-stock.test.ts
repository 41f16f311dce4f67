import { describe, expect, it } from 'vitest';
import { enoughStock } from '../../../../core/check/rules/enough-stock.ts';
import { type Books, cells, check, checkWith, date, decimal, type Row } from '../given.ts';

const wants = (quantity: string, row: Row = {}): Row => ({ quantity: decimal(quantity), ...row });
const checkStock = (rows: readonly Row[], books: Books = {}) => checkWith([enoughStock], rows, books);

describe('enough stock', () => {
  it('hands stock out in running order, also within one order, and names who holds it', () => {
    const rows = [wants('6', { key: 'PO-1' }), wants('4', { key: 'PO-2' }), wants('3', { key: 'PO-1' })];
    const result = checkStock(rows, { stock: { 'A-1': '9' } });
    expect(cells(result)).toEqual(['F3 stock.short', 'F4 stock.short']);
    expect(result.findings.map(({ data }) => data)).toEqual([
      { item: 'A-1', available: '3', wanted: '4', short: '1', holders: 'PO-1 (6)', context: 'held' },
      { item: 'A-1', available: '0', wanted: '3', short: '3', holders: 'PO-1 (6), PO-2 (3)', context: 'held' },
    ]);
    expect(result.findings[0]).toMatchObject({ expected: { value: '3' }, actual: { value: '4' } });
  });

  it('counts an item over all its rows in the stock sheet', () => {
    expect(cells(checkStock([wants('9'), wants('1')], { stock: { 'A-1': '4', 'a-1': '5' } }))).toEqual([
      'F3 stock.short',
    ]);
  });

  it('is content when the last piece goes', () => {
    expect(cells(checkStock([wants('6'), wants('3')], { stock: { 'A-1': '9' } }))).toEqual([]);
  });

  it('follows the sheet where orders are mixed', () => {
    const rows = [wants('1', { key: 'A' }), wants('5', { key: 'B' }), wants('5', { key: 'A' })];
    expect(cells(checkStock(rows, { stock: { 'A-1': '6' } }))).toEqual(['F4 stock.short']);
  });

  it('serves the open orders on the server first', () => {
    const openDemand = [{ orderNumber: 'SO-202611-00003', itemCode: 'a-1', quantity: '8' }];
    const result = checkStock([wants('5')], { stock: { 'A-1': '9' }, openDemand });
    expect(result.findings[0]?.data).toMatchObject({ available: '1', short: '4', holders: 'SO-202611-00003 (8)' });
  });

  it('asks nothing for goods that have left', () => {
    const rows = [wants('9', { shippedDate: date('2026-11-01') }), wants('9')];
    expect(cells(checkStock(rows, { stock: { 'A-1': '9' } }))).toEqual([]);
  });

  it('lets a row with another error keep its place', () => {
    const rows = [wants('9', { customer: {} }), wants('1', { key: '2' })];
    expect(cells(check(rows, { stock: { 'A-1': '9' } }))).toEqual(['B2 field.missing', 'F3 stock.short']);
  });

  it('counts a negative count as none, and nobody holds it', () => {
    const [finding] = checkStock([wants('2')], { stock: { 'A-1': '-5' } }).findings;
    expect(finding?.data).toEqual({ item: 'A-1', available: '0', wanted: '2', short: '2' });
  });

  it('does not take an item the stock sheet lacks for endless', () => {
    expect(cells(checkStock([wants('2')], { stock: { 'B-1': '5' } }))).toEqual(['F2 stock.unlisted']);
  });

  it('finds the stock of an item by its barcode, one pool for both names', () => {
    const items = [{ code: 'A-1', barcode: '6901' }];
    const rows = [wants('4'), wants('4', { itemCode: '6901' })];
    expect(cells(checkStock(rows, { items, stock: { '6901': '6' } }))).toEqual(['F3 stock.short']);
  });

  it('works without a price list, by what the row says', () => {
    expect(cells(checkStock([wants('4')], { items: null, stock: { 'A-1': '3' } }))).toEqual(['F2 stock.short']);
  });

  it('names five holders and counts the others', () => {
    const rows = Array.from({ length: 8 }, (_, index) => wants('1', { key: `P${index}` }));
    const [finding] = checkStock(rows, { stock: { 'A-1': '7' } }).findings;
    expect(finding?.data?.holders).toBe('P0 (1), P1 (1), P2 (1), P3 (1), P4 (1) … +2');
  });
});
