import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import type { Item } from '../../../../core/check/knowledge.ts';
import { knownItem } from '../../../../core/check/rules/known-item.ts';
import { batchOf, cells, check, checkWith, decimal, given, knowledge, ordersTable, type Row } from '../given.ts';

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
    ['its name, marked as a gift', { itemCode: undefined, itemName: '螺丝 M5（赠品）' } as unknown as Row, 'A-1002'],
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

  it('corrects a code that is only written otherwise', () => {
    const [finding] = checkItem({ itemCode: 'A1OO1' }).findings;
    expect(finding).toMatchObject({
      code: 'item.unknown',
      expected: { kind: 'text', value: 'A-1001' },
      data: { suggestion: 'A-1001', context: 'suggested' },
      fix: { cell: 'D2', value: 'A-1001' },
    });
    expect(finding).not.toHaveProperty('choices');
  });

  it('asks about a code with another digit, and writes nothing unasked', () => {
    const [finding] = checkItem({ itemCode: 'A-1010', itemName: '螺丝 M4' }).findings;
    expect(finding).toMatchObject({
      code: 'item.unknown',
      data: { suggestion: 'A-1001', context: 'suggested' },
      choices: [{ cell: 'D2', value: 'A-1001', label: 'A-1001 螺丝 M4' }],
    });
    expect(finding).not.toHaveProperty('fix');
  });

  it('offers the code of a row that names its item in full, in the column of codes if there is one', () => {
    const { itemCode: _, ...columns } = ordersTable.columns;
    const named = (table: typeof ordersTable, row: object) =>
      checkWith(
        [knownItem],
        [{ itemCode: undefined, ...row } as unknown as Row],
        { items: [{ code: 'LS', name: '螺栓', specification: 'M8×45' }] },
        { table },
      ).findings[0]?.choices?.map(({ cell, value }) => [cell, value]);
    const table = { ...ordersTable, columns: { ...ordersTable.columns, itemName: 16, specification: 17 } };
    const bare = { ...ordersTable, columns: { ...columns, itemName: 16, specification: 17 } };
    expect(named(table, { itemName: '螺栓M8×45' })).toEqual([['D2', 'LS']]);
    expect(named(bare, { itemName: '螺栓M8×45' })).toEqual([['Q2', 'LS']]);
    // Code and size in two cells would be no item's name.
    expect(named(bare, { itemName: '螺栓M8×45', specification: 'M8×45' })).toBeUndefined();
  });

  it('suggests nothing in a run of numbers', () => {
    expect(checkItem({ itemCode: 'A-1003' }).findings[0]).not.toHaveProperty('fix');
  });

  it('lists the items a shared barcode may mean, and offers the code of each', () => {
    const [finding] = checkItem(byBarcode('6902')).findings;
    expect(finding).toMatchObject({ code: 'item.ambiguous', cell: 'E2', data: { items: 'B-7 箱, B-8 袋' } });
    expect(finding?.choices).toEqual([
      { sheet: 'Orders', cell: 'D2', row: 1, column: 3, value: 'B-7', label: 'B-7 箱' },
      { sheet: 'Orders', cell: 'D2', row: 1, column: 3, value: 'B-8', label: 'B-8 袋' },
    ]);
  });

  it('takes a size to the letter before one that is only alike', () => {
    const items = ['9', '9-', '8-'].map((specification) => ({ code: 'KK', specification }));
    const meant = (specification: string) =>
      check([{ itemCode: 'KK', specification }], { items, stock: null }).orders[0]?.checked?.lines[0]?.specification;
    expect(['9', '9-', '8'].map(meant)).toEqual(['9', '9-', '8-']);
  });

  it('names the first six of many, and offers all', () => {
    const sizes = ['36', '37', '38', '39', '40', '41', '42'];
    const items = sizes.map((specification) => ({ code: 'KK', specification }));
    const table = { ...ordersTable, columns: { ...ordersTable.columns, specification: 16 } };
    const [finding] = checkWith([knownItem], [{ itemCode: 'KK' }], { items }, { table }).findings;
    expect(finding?.data?.items).toBe('KK 36, KK 37, KK 38, KK 39, KK 40, KK 41, …');
    expect(finding?.choices?.map(({ value }) => value)).toEqual(sizes);
    const [six] = checkWith([knownItem], [{ itemCode: 'KK' }], { items: items.slice(1) }, { table }).findings;
    expect(six?.data?.items).toBe('KK 37, KK 38, KK 39, KK 40, KK 41, KK 42');
  });

  describe('with a code and a barcode', () => {
    const sizes = [
      { code: 'KK', specification: '40', barcode: '6940' },
      { code: 'KK', specification: '41', barcode: '6941', otherBarcodes: ['6949'] },
      { code: 'QQ', specification: '40', barcode: '6950', otherBarcodes: ['6959'] },
    ];
    const found = (row: Row) => check([row], { items: sizes, stock: null }).findings.filter(isAboutItem);
    const isAboutItem = ({ code }: { code: string }) => code.startsWith('item');

    it.each(['6941', '6949'])('is the one of the code’s items that has barcode %s', (barcode) => {
      const { orders } = check([{ itemCode: 'KK', barcode }], { items: sizes, stock: null });
      expect(orders[0]?.checked?.lines[0]?.specification).toBe('41');
    });
    it('is none where they contradict each other, whatever the size says', () => {
      expect(found({ itemCode: 'KK', barcode: '6950', specification: '40' })).toMatchObject([
        {
          code: 'item.ambiguous',
          cell: 'D2',
          data: { items: 'QQ 40', barcode: '6950', context: 'barcode' },
        },
      ]);
    });
    it('is the code’s where nobody knows the barcode', () => {
      expect(found({ itemCode: 'QQ', barcode: '0000' })).toEqual([]);
    });
  });

  it('offers the unit where one code is two packs, and nothing where no column tells them apart', () => {
    const twins = (...units: string[]) =>
      check([{ itemCode: 'C' }], { items: units.map((unit) => ({ code: 'C', unit })), stock: { C: '9' } }).findings[0];
    expect(twins('箱', '袋')?.choices?.map(({ cell, value }) => [cell, value])).toEqual([
      ['P2', '箱'],
      ['P2', '袋'],
    ]);
    expect(twins('箱', '箱')?.code).toBe('item.ambiguous');
    expect(twins('箱', '箱')).not.toHaveProperty('choices');
  });

  it('offers the barcode where nothing else tells them apart, of those that have one', () => {
    const twins = (...items: Partial<Item>[]) =>
      check([{ itemCode: 'C' }], {
        items: items.map(({ prices: _, ...item }) => ({ code: 'C', ...item })),
        stock: { C: '9' },
      }).findings[0];
    const offered = (finding: ReturnType<typeof twins>) =>
      finding?.choices?.map(({ cell, label, value }) => [cell, value, label]);
    const both = twins({ barcode: '6901' }, { barcode: '6902' });
    expect(both?.data?.items).toBe('C 6901, C 6902');
    expect(offered(both)).toEqual([
      ['E2', '6901', 'C 6901'],
      ['E2', '6902', 'C 6902'],
    ]);
    expect(offered(twins({ barcode: '6901' }, {}))).toEqual([['E2', '6901', 'C 6901']]);
    // Their sizes differ, too, but this sheet has no column to say so in.
    expect(offered(twins({ barcode: '6901', specification: '40' }, { barcode: '6902', specification: '41' }))).toEqual([
      ['E2', '6901', 'C 40'],
      ['E2', '6902', 'C 41'],
    ]);
  });

  describe('without a code', () => {
    const screws = [
      { code: 'S1', name: '螺丝', specification: 'M8×40', color: '白锌', material: '304', brand: '东明' },
      { code: 'S2', name: '螺丝', specification: 'M8×40', color: '黑', material: '304', brand: '东明' },
      { code: 'S3', name: '螺丝', specification: 'M10×40', color: '黑', material: '304' },
      { code: 'S4', name: '螺丝', specification: 'M10×40', color: '黑', material: '316' },
      { code: 'P1', name: '茶', unit: '盒', pack: { size: decimal('6') } },
      { code: 'P2', name: '茶', unit: '盒', pack: { size: decimal('12') } },
      { code: 'K', name: '锁', customerItemCodes: ['Y-9'] },
      { code: 'N', name: '门', color: '白' },
    ];
    const found = (row: Row) => {
      const { item } =
        contextOf(batchOf([{ itemCode: undefined, ...row } as unknown as Row]), given(knowledge({ items: screws })))
          .lines[0] ?? {};
      return item?.kind === 'found' ? item.entry.code : item?.kind;
    };
    it.each([
      ['name, size and colour together', { itemName: '螺丝', specification: 'm8*40', color: '黑' }, 'S2'],
      ['material where the rest is the same', { itemName: '螺丝', specification: 'M10×40', material: '316' }, 'S4'],
      ['brand', { itemName: '螺丝', brand: '东明', color: '白锌' }, 'S1'],
      ['pack size', { itemName: '茶', packSize: decimal('12') }, 'P2'],
      ["the customer's code", { customerItemCode: 'y-9' }, 'K'],
      ['a name alone that several have', { itemName: '螺丝' }, 'ambiguous'],
      ['a size none has', { itemName: '螺丝', specification: 'M12' }, 'ambiguous'],
      ['a colour the only one of the name has not', { itemName: '门', color: '红' }, 'unknown'],
      ["a customer's code nobody knows, and a name", { customerItemCode: 'Z', itemName: '锁' }, 'K'],
      ["a customer's code nobody knows", { customerItemCode: 'Z' }, 'unknown'],
    ])('goes by %s', (_, row, code) => {
      expect(found(row)).toBe(code);
    });
  });
});
