import { describe, expect, it } from 'vitest';
import { rowsOfPrices, rowsOfStock } from '../../../core/check/books/rows-of-books.ts';
import type { PriceBook, StockBook } from '../../../core/check/knowledge.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { Field } from '../../../core/sheet/fields.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { parseDate, serialOfDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { textsIn } from '../../../locales/index.ts';
import { samples } from '../../../server/samples/samples.ts';
import { readWorkbook } from '../../../workbook/read-workbook.ts';

const t = textsIn('zh-Hans');
type Rows = readonly Readonly<Partial<Record<Field, string | number>>>[];

/** What the rows are read back as, under the field's own words. */
function readBack(sheet: string, rows: Rows, currency: string) {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as Field[]))];
  const cell = (value: string | number | undefined): CellValue => {
    const day = typeof value === 'string' ? parseDate(value) : null;
    return day ? serialOfDate(day) : (value ?? null);
  };
  const values = [
    fields.map((field) => t(`terms:field.${field}`)),
    ...rows.map((row) => fields.map((f) => cell(row[f]))),
  ];
  const formats = values.map((line) =>
    line.map((_, at) => (/valid|Date/.test(fields[at] ?? '') ? 'yyyy-mm-dd' : null)),
  );
  return knowledgeOf(understandSheets([{ sheet, row: 0, column: 0, values, formats }]), {}, currency);
}

describe('a book written into a sheet', () => {
  it.each(samples)('is read back as it was: $id', async ({ workbook, profile }) => {
    const read = await readWorkbook(await workbook('2026-11-20' as PlainDate), 'sample.xlsx');
    if (!read.ok) throw new Error(read.reason.code);
    const { prices, stock } = knowledgeOf(understandSheets(read.value), {}, profile.currency);
    if (!prices || !stock) throw new Error('the sample lacks a book');
    const items = prices.items.map(({ floorPrice: _f, cost: _c, ...item }) => item);
    expect(readBack('价目表', rowsOfPrices(prices, { yes: '是' }), profile.currency).prices?.items).toEqual(items);
    expect(readBack('库存', rowsOfStock(stock), profile.currency).stock?.lines).toEqual(stock.lines);
  });

  it('keeps breaks, classes, promotions, validity and what the item is', () => {
    const book: PriceBook = {
      source: { from: 'published' },
      currency: 'CNY',
      items: [
        {
          code: '00123',
          name: '法兰',
          unit: '片',
          pack: { size: '24' as Decimal, unit: '箱' },
          minimumOrder: '10' as Decimal,
          leadTimeDays: 7,
          substitutes: ['A-2', 'A-3'],
          regions: ['华东'],
          customMade: true,
          discontinued: false,
          prices: [
            { price: '12.5' as Decimal, minimumQuantity: '0' as Decimal },
            { price: '11' as Decimal, minimumQuantity: '0' as Decimal, customerClass: 'A' },
            {
              price: '9' as Decimal,
              minimumQuantity: '0' as Decimal,
              validFrom: '2026-11-01' as PlainDate,
              validTo: '2026-11-30' as PlainDate,
              promotion: true,
            },
            { price: '10' as Decimal, minimumQuantity: '100' as Decimal },
          ],
        },
        { code: 'Z-1', name: '样品', discontinued: true, prices: [] },
        {
          code: 'N-1',
          barcode: '6901234567892',
          otherBarcodes: ['6901234567908', '6901234567915'],
          customerItemCodes: ['KH-1', 'KH-2', 'KH-3'],
          name: '螺栓',
          otherNames: ['六角螺栓', '外六角螺丝'],
          minimumOrder: '10' as Decimal,
          discontinued: false,
          prices: [
            { price: '2' as Decimal, minimumQuantity: '0' as Decimal },
            { price: '1.5' as Decimal, minimumQuantity: '500' as Decimal },
          ],
        },
      ],
    };
    const { prices } = readBack('价目表', rowsOfPrices(book, { yes: '是' }), 'CNY');
    expect(prices?.items).toEqual(book.items);
  });

  it('keeps costs and floor prices to itself', () => {
    const secret = { code: 'A', discontinued: false, cost: '1' as Decimal, floorPrice: '2' as Decimal, prices: [] };
    const [row] = rowsOfPrices({ source: { from: 'published' }, currency: 'CNY', items: [secret] }, { yes: 'yes' });
    expect(row).toEqual({ itemCode: 'A' });
  });

  it('keeps warehouses, batches and what is on its way', () => {
    const lines: StockBook['lines'] = [
      {
        itemCode: '00123',
        warehouse: '东莞',
        batch: 'B1',
        onHand: '-3' as Decimal,
        inbound: '20' as Decimal,
        inboundDate: '2026-12-03' as PlainDate,
      },
      { itemCode: '00123', warehouse: '苏州', onHand: '7.5' as Decimal, inbound: '0' as Decimal },
    ];
    expect(readBack('库存', rowsOfStock({ source: { from: 'published' }, lines }), 'CNY').stock?.lines).toEqual(lines);
  });
});
