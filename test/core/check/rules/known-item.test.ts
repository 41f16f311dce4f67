import { describe, expect, it } from 'vitest';
import { cells, check, type Row } from '../given.ts';

const items = [
  { code: 'A-1001', name: '螺丝 M4', barcode: '6901' },
  { code: 'A-1002', name: '螺丝 M5' },
  { code: 'B-7', name: '胶带', unit: '箱', barcode: '6902' },
  { code: 'B-8', name: '胶带', unit: '袋', barcode: '6902' },
];
const stock = { 'A-1001': '99', 'A-1002': '99', 'B-7': '99', 'B-8': '99' };
const checkItem = (row: Row) => check([row], { items, stock });
const byBarcode = (barcode: string, row: Row = {}) => ({ ...row, itemCode: undefined, barcode }) as unknown as Row;

describe('known item', () => {
  it.each([
    ['its code', { itemCode: 'A-1001' }, 'A-1001'],
    ['its code in full-width letters and another case', { itemCode: 'ａ－1001' }, 'A-1001'],
    ['its barcode', byBarcode('6901'), 'A-1001'],
    ['a barcode in the code column', { itemCode: '6901' }, 'A-1001'],
    ['its name alone', { itemCode: undefined, itemName: '螺丝 m5' } as unknown as Row, 'A-1002'],
    ['a shared name and the unit', { itemCode: undefined, itemName: '胶带', unit: '箱' } as unknown as Row, 'B-7'],
    ['a shared barcode and the unit', byBarcode('6902', { unit: '袋' }), 'B-8'],
  ])('finds an item by %s', (_, row, code) => {
    const result = checkItem(row);
    expect(cells(result)).toEqual([]);
    expect(result.orders[0]?.checked?.lines[0]?.itemCode).toBe(code);
  });

  it('reports an unknown item where the row names it', () => {
    expect(cells(checkItem({ itemCode: 'Z-9' }))).toEqual(['D2 item.unknown']);
    expect(cells(checkItem(byBarcode('0000')))).toEqual(['E2 item.unknown']);
  });

  it.each([
    ['the only code that looks the same', { itemCode: 'A1OO1' }],
    ['the only code one keystroke away from the row’s own name', { itemCode: 'A-1010', itemName: '螺丝 M4' }],
  ])('suggests %s', (_, row) => {
    expect(checkItem(row).findings[0]).toMatchObject({
      code: 'item.unknown',
      expected: { kind: 'text', value: 'A-1001' },
      fix: { cell: 'D2', value: 'A-1001' },
    });
  });

  it('suggests nothing in a run of numbers', () => {
    expect(checkItem({ itemCode: 'A-1003' }).findings[0]).not.toHaveProperty('fix');
  });

  it('lists the items a shared barcode may mean', () => {
    const [finding] = checkItem(byBarcode('6902')).findings;
    expect(finding).toMatchObject({ code: 'item.ambiguous', cell: 'E2', data: { items: 'B-7 箱, B-8 袋' } });
  });
});
