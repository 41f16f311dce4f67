import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { TableRole } from '../../../core/sheet/fields.ts';
import type { ParsedSheets, ParsedTable, RowValues } from '../../../core/sheet/table.ts';
import { date, decimal, knowledge } from './given.ts';

const table = <Role extends TableRole>(role: Role, sheet: string, rows: RowValues<Role>[]): ParsedTable<Role> => ({
  table: {
    file: 'book.xlsx',
    sheet,
    role,
    area: { top: 0, left: 0, bottom: rows.length, right: 3 },
    headerRow: 0,
    columns: [],
    confidence: 1,
  },
  skipped: [],
  rows: rows.map((values, index) => ({ sheet, row: index + 1, values, unreadable: [], hidden: false })),
});
const sheets = (given: Partial<ParsedSheets>): ParsedSheets => ({
  tables: [],
  orders: [],
  prices: [],
  stock: [],
  customers: [],
  ...given,
});

describe('knowledgeOf', () => {
  it('joins the rows of one item, over several sheets, as its prices', () => {
    const shop = table('prices', '门市价', [
      { itemCode: 'A-1', itemName: '螺丝', unit: '盒', listPrice: decimal('10') },
      { itemCode: 'ａ-1', listPrice: decimal('8'), minimumQuantity: decimal('500') },
      { itemCode: 'A-1', listPrice: decimal('9'), minimumQuantity: decimal('100'), discontinued: true },
      { listPrice: decimal('27') },
    ]);
    const dealer = table('prices', '经销价', [
      { itemCode: 'A-1', listPrice: decimal('7'), customerClass: 'A', validFrom: date('2026-01-01') },
      { barcode: '6901', listPrice: decimal('1'), currency: '美元' },
    ]);
    expect(knowledgeOf(sheets({ prices: [shop, dealer] })).prices).toEqual({
      source: {
        from: 'workbook',
        file: 'book.xlsx',
        sheet: '门市价, 经销价',
        parts: [
          { file: 'book.xlsx', sheet: '门市价', range: 'A1:D5', rows: 4 },
          { file: 'book.xlsx', sheet: '经销价', range: 'A1:D3', rows: 2 },
        ],
      },
      currency: 'CNY',
      items: [
        {
          code: 'A-1',
          name: '螺丝',
          unit: '盒',
          discontinued: true,
          prices: [
            { price: '10', minimumQuantity: '0' },
            { price: '7', minimumQuantity: '0', customerClass: 'A', validFrom: '2026-01-01' },
            { price: '9', minimumQuantity: '100' },
            { price: '8', minimumQuantity: '500' },
          ],
        },
        {
          code: '6901',
          barcode: '6901',
          discontinued: false,
          prices: [{ price: '1', minimumQuantity: '0', currency: 'USD' }],
        },
      ],
    });
  });

  it('keeps the box and the bag of one code apart', () => {
    const rows = ['箱', '袋', '箱'].map((unit) => ({ itemCode: 'B-7', unit, listPrice: decimal('5') }));
    const items = knowledgeOf(sheets({ prices: [table('prices', '价目表', rows)] })).prices?.items;
    expect(items?.map(({ unit, prices }) => [unit, prices.length])).toEqual([
      ['箱', 1],
      ['袋', 1],
    ]);
  });

  it('counts what is free where a stock sheet says both, and nothing where it says nothing', () => {
    const stock = table('stock', '库存', [
      { itemCode: 'A-1', onHand: decimal('10'), available: decimal('6'), warehouse: '一号仓' },
      { itemCode: 'A-1', onHand: decimal('4'), inbound: decimal('50') },
      { barcode: '6901' },
      { onHand: decimal('14') },
    ]);
    expect(knowledgeOf(sheets({ stock: [stock] })).stock?.lines).toEqual([
      { itemCode: 'A-1', warehouse: '一号仓', onHand: '6', inbound: '0' },
      { itemCode: 'A-1', onHand: '4', inbound: '50' },
      { itemCode: '6901', barcode: '6901', onHand: '0', inbound: '0' },
    ]);
  });

  it('takes a customer once, active unless the sheet says no', () => {
    const customers = table('customers', '客户', [
      { customerCode: 'C1', customerName: '永光', address: '上海市延安路 1 号', city: '上海' },
      { customerCode: 'c1', customerName: '永光二店' },
      { customerName: '散客', active: false, address: 'Obere Str. 57', city: 'Berlin', country: 'Germany' },
    ]);
    expect(knowledgeOf(sheets({ customers: [customers] })).customers?.customers).toEqual([
      { code: 'C1', name: '永光', address: '上海市延安路 1 号', active: true },
      { code: '散客', name: '散客', address: 'Obere Str. 57, Berlin, Germany', active: false },
    ]);
  });

  it('withholds nothing that stands in the workbook’s own books', () => {
    const published = knowledge({ withheld: ['costs', 'credit'] });
    const prices = table('prices', '价目表', [{ itemCode: 'A-1', listPrice: decimal('5'), cost: decimal('3') }]);
    const customers = table('customers', '客户', [{ customerCode: 'C1' }]);
    expect(knowledgeOf(sheets({ prices: [prices] }), published).withheld).toEqual(['credit']);
    expect(knowledgeOf(sheets({ customers: [customers] }), published).withheld).toEqual(['costs']);
    expect(knowledgeOf(sheets({ prices: [prices], customers: [customers] }), published)).not.toHaveProperty('withheld');
    expect(knowledgeOf(sheets({}), published).withheld).toEqual(['costs', 'credit']);
  });

  it('takes from the published books what the workbook lacks', () => {
    const published = knowledge({ openDemand: [{ orderNumber: 'SO-1', itemCode: 'A-1', quantity: '3' }] });
    const stock = table('stock', '库存', [{ itemCode: 'A-1', onHand: decimal('5') }]);
    const known = knowledgeOf(sheets({ stock: [stock], prices: [table('prices', '空表', [])] }), published);
    expect(known.stock?.source).toMatchObject({ from: 'workbook', sheet: '库存' });
    expect(known).toMatchObject({
      prices: published.prices,
      customers: published.customers,
      openDemand: published.openDemand,
    });
    expect(knowledgeOf(sheets({}))).toEqual({ prices: null, stock: null, customers: null, openDemand: [] });
  });
});
