import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Layout } from '../oracle/layout.ts';
import { type RawSheet, rawSheets } from '../oracle/raw-workbook.ts';
import { type AuditSet, serverOnly } from './audit-set.ts';
import { catalogueOrders } from './catalogue-orders.ts';
import { Lot } from './draw.ts';

const today = '2026-11-20';
const place = new URL('../../fixtures/stock-zh/Stock_table.xlsx', import.meta.url);

const stockAndPrices = {
  prices: {
    file: 'Stock_table.xlsx',
    sheet: '19-number',
    headerRow: 1,
    columns: { barcode: 'A', code: 'B', name: 'C', brand: 'D', size: 'E', price: 'G' },
    examples: [2],
  },
  stock: {
    file: 'Stock_table.xlsx',
    sheet: 'Stock',
    headerRow: 1,
    columns: { barcode: 'A', code: 'B', size: 'E', onHand: 'F' },
  },
} as const satisfies Partial<Layout>;

/** A shop's catalogue as price list, and an order sheet over it with the mistakes clerks make, made by lot. */
export const catalogue = (seed: number): AuditSet => ({
  name: 'The catalogue of 95,145 rows',
  about: `test/fixtures/stock-zh/Stock_table.xlsx as price list and stock, with a price written into column G of each row, for the shop keeps none there; and an order sheet over it, made with seed ${seed}.`,
  today,
  layout: {
    orders: {
      file: 'orders.xlsx',
      sheet: '订单',
      headerRow: 2,
      columns: {
        order: 'A',
        customer: 'B',
        barcode: 'C',
        code: 'D',
        name: 'E',
        size: 'F',
        quantity: 'G',
        price: 'H',
        amount: 'I',
        ordered: 'J',
        due: 'K',
        shipped: 'L',
      },
    },
    ...stockAndPrices,
    cannotCheck: [
      'credit-limit',
      'floor-price',
      'known-customer',
      'known-holidays',
      'margin',
      'overdue-debt',
      ...serverOnly,
    ],
  },
  async files() {
    const { bytes, sheets } = await pricedCatalogue();
    return [
      { name: 'orders.xlsx', bytes: await catalogueOrders(sheets, stockAndPrices, new Lot(seed), today) },
      { name: 'Stock_table.xlsx', bytes },
    ];
  },
});

let known: Promise<{ readonly bytes: Uint8Array; readonly sheets: readonly RawSheet[] }> | undefined;

/** The workbook with prices in it; as good as read once, for 95,145 rows take their time. */
export function pricedCatalogue() {
  known ??= priced();
  return known;
}

async function priced() {
  const parts = unzipSync(await readFile(place));
  const sheet = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[sheet] ?? new Uint8Array());
  const codes = (await rawSheets(await readFile(place))).find(({ name }) => name === stockAndPrices.prices.sheet);
  if (!codes) throw new Error('the catalogue has moved');
  const withPrices = xml
    .replace('A1:F95146', 'A1:G95146')
    .replace(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs, (whole: string, row: string) =>
      whole.endsWith('/>') ? whole : whole.replace(/<\/row>$/, `${priceCell(codes, Number(row))}</row>`),
    );
  const bytes = zipSync({ ...parts, [sheet]: strToU8(withPrices) }, { level: 1 });
  return { bytes, sheets: await rawSheets(bytes) };
}

function priceCell(codes: RawSheet, row: number): string {
  if (row === 1) return '<c r="G1" t="inlineStr"><is><t>零售价</t></is></c>';
  const code = codes.cell('B', row).text;
  return row === 2 || !code ? '' : `<c r="G${row}"><v>${priceOf(code)}</v></c>`;
}

/** One price for all sizes of a code as it is written, capitals or not: 99 to 2,098, seldom with cents. */
export function priceOf(code: string): number {
  const lot = new Lot([...code.trim()].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7));
  return 99 + lot.below(2000) + (lot.below(10) === 0 ? 0.5 : 0);
}
