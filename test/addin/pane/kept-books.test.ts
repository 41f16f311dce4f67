import { describe, expect, it } from 'vitest';
import { keptPrices } from '../../../addin/pane/kept/kept-books.ts';
import type { Item, ListPrice, PriceBook } from '../../../core/check/knowledge.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { textsIn } from '../../../locales/index.ts';
import type { KeptTable } from '../../../ui/kept-tables/port.ts';
import { type MemoryWorkbook, memoryWorkbook, readCell } from '../../ui/kept-tables/memory-workbook.ts';

const t = textsIn('zh-Hans');
const price = (value: string, more: Partial<ListPrice> = {}): ListPrice => ({
  price: value as Decimal,
  minimumQuantity: '0' as Decimal,
  ...more,
});
const from = (day: string): Partial<ListPrice> => ({ validFrom: day as PlainDate });
const flange: Omit<Item, 'prices'> = {
  code: 'A-1',
  name: '法兰',
  unit: '片',
  minimumOrder: '10' as Decimal,
  discontinued: false,
};
const kept = (...items: readonly Item[]): KeptTable => {
  const book: PriceBook = { source: { from: 'published' }, currency: 'CNY', items };
  return keptPrices(book, { t, timeZone: 'Asia/Shanghai', currency: 'CNY' });
};

/** A workbook that keeps the list, with a column of the user's notes. */
async function copyOf(table: KeptTable, notes: readonly string[]): Promise<MemoryWorkbook> {
  const book = memoryWorkbook([]);
  await book.tables.put(table);
  for (const sheet of book.sheets) {
    sheet.columns.push({ id: null, heading: '我的备注' });
    for (const [row, cells] of sheet.rows.entries()) cells.push(notes[row] ?? null);
  }
  return book;
}

/** Brings it up to the list, and reads it as the sheet that it is. */
async function refreshed(book: MemoryWorkbook, table: KeptTable) {
  const outcome = await book.tables.put(table);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('nothing is kept');
  const isDay = sheet.columns.map(({ id }) => table.columns.find((column) => column.id === id)?.isDay === true);
  const rows = sheet.rows.map((cells, row) => cells.map((cell) => readCell(cell, row)));
  const values: CellValue[][] = [sheet.columns.map(({ heading }) => heading), ...rows];
  const formats = values.map((line) => line.map((_, at) => (isDay[at] ? 'yyyy-mm-dd' : null)));
  const sheets = understandSheets([{ sheet: sheet.name, row: 0, column: 0, values, formats }]);
  const own = sheet.columns.findIndex(({ id }) => id === null);
  return { items: knowledgeOf(sheets, {}, 'CNY').prices?.items, notes: rows.map((cells) => cells[own]), outcome };
}

describe('a price list kept in the workbook, with notes beside it', () => {
  it('says what the office published when an item’s price holds from a new day', async () => {
    const before = { ...flange, prices: [price('5', from('2026-01-01'))] };
    const after = { ...flange, prices: [price('6', from('2026-12-01'))] };
    const { items, notes, outcome } = await refreshed(await copyOf(kept(before), ['问李经理']), kept(after));
    expect(items).toEqual([after]);
    expect(notes).toEqual(['问李经理']);
    expect(outcome.kept).toEqual([]);
  });

  it('says what the office published when a break is gone, the unit another, or its promotion over', async () => {
    const before = {
      ...flange,
      prices: [
        price('5'),
        price('3', { ...from('2026-01-01'), promotion: true }),
        price('4', { minimumQuantity: '100' as Decimal }),
      ],
    };
    for (const after of [
      { ...flange, prices: [price('6')] },
      { ...flange, unit: '箱', minimumOrder: '2' as Decimal, name: '法兰盘', prices: [price('60')] },
    ]) {
      const book = await copyOf(kept(before), ['a', 'b', 'c']);
      const { items, outcome } = await refreshed(book, kept(after));
      expect(items).toEqual([after]);
      expect(outcome.kept).not.toEqual([]);
      // Again, and again the same.
      const again = await refreshed(book, kept(after));
      expect(again.items).toEqual([after]);
      expect(again.outcome).toMatchObject({ changed: 0, added: 0, removed: 0 });
    }
  });

  it('calls an item discontinued only when the office publishes no row of it', async () => {
    const before = { ...flange, prices: [price('5')] };
    const other = { ...flange, code: 'B-2', prices: [price('7')] };
    const { items } = await refreshed(await copyOf(kept(before), ['问李经理']), kept(other));
    expect(items).toEqual([{ ...before, discontinued: true }, other]);
  });
});
