import { describe, expect, it } from 'vitest';
import { keptPrices } from '../../../addin/pane/kept/kept-books.ts';
import type { Item, ListPrice, PriceBook } from '../../../core/check/knowledge.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { type PlainDate, serialOfDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { textsIn } from '../../../locales/index.ts';
import { marksOf, planTable } from '../../../ui/kept-tables/plan.ts';
import type { KeptTable, KeptValue } from '../../../ui/kept-tables/port.ts';

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

/** The copy as it was made, with the columns that the next one needs besides, and a column of the user's notes. */
function copyOf(table: KeptTable, next: KeptTable, notes: readonly string[]) {
  const isThere = table.columns.map(({ isNeeded }, at) => isNeeded || next.columns[at]?.isNeeded === true);
  const cells = table.rows.map((row, at) => [
    ...row.map(cellOf(table)).filter((_, column) => isThere[column]),
    notes[at] ?? '',
  ]);
  const columns = [...table.columns.flatMap(({ id }, at) => (isThere[at] ? [id] : [])), null];
  return { columns, cells, written: marksOf(table) };
}

/** Days as Excel hands them out. */
const cellOf =
  ({ columns }: Pick<KeptTable, 'columns'>) =>
  (value: KeptValue, at: number): string | number =>
    value !== null && columns[at]?.isDay ? serialOfDate(value as PlainDate) : (value ?? '');

/** Does what the plan says, and reads the copy as the sheet that it is. */
function refreshed(table: KeptTable, there: ReturnType<typeof copyOf>) {
  const plan = planTable(table, there);
  const columns = there.columns.flatMap((id) => table.columns.find((column) => column.id === id) ?? []);
  const cell = cellOf({ columns });
  const cells = there.cells.map((row) => [...row]);
  for (const { row, column, value } of plan.writes) cells[row]?.splice(column, 1, cell(value, column));
  const left = cells.filter((_, row) => !plan.removed.includes(row));
  const all = [...left, ...plan.added.map((row) => row.map(cell))];
  const headings = [...columns.map(({ heading }) => heading), '我的备注'];
  const values = [headings, ...all].map((line) => line.map((value): CellValue => (value === '' ? null : value)));
  const formats = values.map((line) => line.map((_, at) => (columns[at]?.isDay ? 'yyyy-mm-dd' : null)));
  const sheets = understandSheets([{ sheet: '价目表', row: 0, column: 0, values, formats }]);
  const next = { columns: there.columns, cells: all, written: plan.written };
  return { items: knowledgeOf(sheets, {}, 'CNY').prices?.items, notes: all.map((row) => row.at(-1)), plan, next };
}

describe('a price list kept in the workbook, with notes beside it', () => {
  it('says what the office published when an item’s price holds from a new day', () => {
    const before = { ...flange, prices: [price('5', from('2026-01-01'))] };
    const after = { ...flange, prices: [price('6', from('2026-12-01'))] };
    const { items, notes, plan } = refreshed(kept(after), copyOf(kept(before), kept(after), ['问李经理']));
    expect(items).toEqual([after]);
    expect(notes).toEqual(['问李经理']);
    expect(plan.kept).toEqual([]);
  });

  it('says what the office published when a break is gone, the unit another, or its promotion over', () => {
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
      const { items, next, plan } = refreshed(kept(after), copyOf(kept(before), kept(after), ['a', 'b', 'c']));
      expect(items).toEqual([after]);
      expect(plan.kept).not.toEqual([]);
      // Again, and again the same.
      const again = refreshed(kept(after), next);
      expect(again.items).toEqual([after]);
      expect(again.plan).toMatchObject({ changed: 0, added: [], removed: [] });
    }
  });

  it('calls an item discontinued only when the office publishes no row of it', () => {
    const before = { ...flange, prices: [price('5')] };
    const other = { ...flange, code: 'B-2', prices: [price('7')] };
    const { items } = refreshed(kept(other), copyOf(kept(before), kept(other), ['问李经理']));
    expect(items).toEqual([{ ...before, discontinued: true }, other]);
  });
});
