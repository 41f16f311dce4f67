import { describe, expect } from 'vitest';
import { openOrdersTable } from '../../core/sheet/kept-names.ts';
import type { KeptTable, KeptValue } from '../../ui/kept-tables/port.ts';
import { itInHost } from '../host/in-host.ts';
import { keptWorkbooks } from './kept-workbooks.ts';
import { cellsOf, sheetNamed } from './pane-hands.ts';
import { excelKept, excelPort } from './pane-sheet-port.ts';

const column = (id: string, format = '@', isNeeded = true): KeptTable['columns'][number] => ({
  id,
  heading: id.toUpperCase(),
  format,
  isDay: format === 'yyyy-mm-dd',
  width: 90,
  isNeeded,
});
const prices = (rows: readonly (readonly KeptValue[])[], more: Partial<KeptTable> = {}): KeptTable => ({
  id: 'prices',
  sheet: 'Prices',
  title: 'Prices 2026-11-20',
  columns: [column('item'), column('price', '#,##0.00'), column('until', 'yyyy-mm-dd'), column('note', '@', false)],
  key: ['item'],
  filled: [],
  renewed: [],
  of: 'item',
  rows,
  gone: { price: null },
  replaced: { price: null },
  ...more,
});
const first = prices([
  ['00123', 12.5, '2026-12-31', null],
  ['3-12', 8, null, null],
  ['C', 1, null, null],
]);
const names = ['Sheet1', 'prices'];
const blank = { sheets: [{ name: 'Sheet1' }, { name: 'prices', cells: { A1: { value: 'mine' } } }] };

/** The port's promises (ui/kept-tables/port.ts), kept by both adapters. */
describe.each(keptWorkbooks)('a table of the server kept in %s', (_name, open) => {
  itInHost('comes on a new sheet of its own, under a free name', async ({ openPane }) => {
    const book = await open(openPane, names);
    expect(await book.tables.find(['prices', 'stock'])).toEqual({});
    expect(await book.tables.put(first)).toEqual({
      sheet: 'Prices (2)',
      isNew: true,
      changed: 0,
      added: 3,
      removed: 0,
      kept: [],
    });
    expect(await book.tables.find(['prices', 'stock'])).toEqual({ prices: 'Prices (2)' });
    expect(await book.sheetNames()).toEqual([...names, 'Prices (2)']);
    expect(await book.look('Prices (2)')).toEqual({
      title: 'Prices 2026-11-20',
      headings: ['ITEM', 'PRICE', 'UNTIL'],
      rows: [
        ['00123', 12.5, 46_387],
        ['3-12', 8, null],
        ['C', 1, null],
      ],
    });
  });

  itInHost('is refreshed where it stands, whatever the user made of it', async ({ openPane }) => {
    const book = await open(openPane, names);
    await book.tables.put(first);
    // Renamed, sorted, its headings reworded, with a column before and a formula behind.
    await book.rename('Prices (2)', 'Liste');
    await book.reword('Liste', 'PRICE', 'What it costs');
    await book.addColumn('Liste', { heading: 'Mine', cells: ['a', '', ''], at: 0 });
    await book.addColumn('Liste', { heading: 'Twice', cells: ['=C4*2', '=C5*2', '=C6*2'] });
    await book.sortDown('Liste', 1);
    const next = prices(
      [
        ['00123', 13, null, 'new'],
        ['D', 4, '2026-12-03', null],
        ['3-12', 8, null, null],
      ],
      { title: 'Prices 2026-11-21', columns: first.columns.map((each) => ({ ...each, isNeeded: true })) },
    );
    expect(await book.tables.put(next)).toEqual({
      sheet: 'Liste',
      isNew: false,
      changed: 1,
      added: 1,
      removed: 1,
      kept: [],
    });
    expect(await book.look('Liste')).toEqual({
      title: 'Prices 2026-11-21',
      headings: ['Mine', 'ITEM', 'What it costs', 'UNTIL', 'Twice', 'NOTE'],
      rows: [
        [null, '3-12', 8, null, '=C4*2', null],
        ['a', '00123', 13, null, '=C5*2', 'new'],
        [null, 'D', 4, 46_359, '=C6*2', null],
      ],
    });
    // Nothing to do: nothing is written.
    expect(await book.tables.put(next)).toMatchObject({ changed: 0, added: 0, removed: 0 });
  });

  itInHost('keeps a row that is gone where the user wrote beside it, and its last row', async ({ openPane }) => {
    const book = await open(openPane, names);
    await book.tables.put(first);
    await book.addColumn('Prices (2)', { heading: 'Mine', cells: ['call Mr Li', '', ''] });
    expect(await book.tables.put(prices([]))).toMatchObject({ removed: 2, kept: ['00123'] });
    expect((await book.look('Prices (2)')).rows).toEqual([['00123', null, 46_387, 'call Mr Li']]);
    await book.write('Prices (2)', 0, 3, '');
    expect(await book.tables.put(prices([]))).toMatchObject({ removed: 1, kept: [] });
    expect((await book.look('Prices (2)')).rows).toEqual([[null, null, null, null]]);
    expect(await book.tables.put(first)).toMatchObject({ isNew: false, added: 3 });
    expect((await book.look('Prices (2)')).rows.map(([item]) => item)).toEqual(['00123', '3-12', 'C']);
  });

  itInHost('is left as it is on a protected sheet, and made anew after its sheet was deleted', async ({ openPane }) => {
    const book = await open(openPane, names);
    await book.tables.put(first);
    const before = await book.look('Prices (2)');
    await book.protect('Prices (2)', true);
    await expect(book.tables.put(prices([]))).rejects.toThrow('protected: Prices (2)');
    expect(await book.look('Prices (2)')).toEqual(before);
    await book.protect('Prices (2)', false);
    await book.dissolve('Prices (2)');
    await expect(book.tables.put(prices([]))).rejects.toThrow('no-table: Prices (2)');
    await book.deleteSheet('Prices (2)');
    expect(await book.tables.find(['prices'])).toEqual({});
    expect(await book.tables.put(first)).toMatchObject({ isNew: true, sheet: 'Prices (2)' });
  });

  itInHost('keeps typed rows, and gives a deleted column back once', async ({ openPane }) => {
    const book = await open(openPane, names);
    await book.tables.put(first);
    await book.addRow('Prices (2)', ['mine', 7, '']);
    await book.deleteColumn('Prices (2)', 'PRICE');
    const rest = prices(first.rows.slice(0, 2));
    expect(await book.tables.put(rest)).toMatchObject({ changed: 2, added: 0, removed: 1, kept: ['mine'] });
    expect(await book.look('Prices (2)')).toMatchObject({
      headings: ['ITEM', 'UNTIL', 'PRICE'],
      rows: [
        ['00123', 46_387, 12.5],
        ['3-12', null, 8],
        ['mine', null, null],
      ],
    });
    expect(await book.tables.put(rest)).toMatchObject({ changed: 0, added: 0, removed: 0 });
  });

  itInHost('goes by its own table, beside another that is kept', async ({ openPane }) => {
    const book = await open(openPane, names);
    await book.tables.put(first);
    await book.tables.put({ ...first, id: 'stock', sheet: 'Stock' });
    expect(await book.tables.find(['prices', 'stock'])).toEqual({ prices: 'Prices (2)', stock: 'Stock' });
    expect(await book.tables.put(prices([]))).toMatchObject({ sheet: 'Prices (2)', removed: 3 });
    expect((await book.look('Stock')).rows).toHaveLength(3);
  });
});

describe('a table of the server kept in Excel alone', () => {
  itInHost('comes as an Excel table whose texts stay texts', async ({ openPane }) => {
    const pane = await openPane(blank);
    await (await excelKept(pane)).put(first);
    const sheet = await sheetNamed(pane, 'Prices (2)');
    expect(sheet.tables).toMatchObject([{ address: 'A3:C6' }]);
    expect(['A4', 'B4', 'C4'].map((at) => sheet.cells[at]?.numberFormat)).toEqual(['@', '#,##0.00', 'yyyy-mm-dd']);
    expect((await sheetNamed(pane, 'prices')).cells).toEqual({ A1: { value: 'mine' } });
  });

  itInHost('leaves no half of itself', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    // No cell can be given such a name: what was begun of the sheet is gone again.
    await expect(port.put({ ...first, columns: [...first.columns, column('no name')] })).rejects.toThrow();
    expect((await pane.snapshot()).sheets.map(({ name }) => name)).toEqual(['Sheet1', 'prices']);
  });

  itInHost('writes to the right rows though a row is inserted while it reads', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    await port.put(first);
    // In whichever of its conversations another row comes on top, from the look for its headings to the last before it writes.
    for (const [at, conversation] of [4, 6, 8, 9].entries()) {
      await pane.page.evaluate((last) => {
        const { prototype } = Excel.RequestContext;
        const { sync } = prototype;
        let left = last;
        prototype.sync = async function (...args) {
          left -= 1;
          if (left === 0) {
            prototype.sync = sync;
            await Excel.run(async (context) => {
              context.workbook.tables.getItemAt(0).rows.add(0, [['mine', 1, '']]);
              await context.sync();
            });
          }
          return sync.apply(this, args) as never;
        };
      }, conversation);
      await port.put(prices(first.rows.map(([item]) => [item ?? null, at + 20, null, null])));
      const rows = cellsOf(await sheetNamed(pane, 'Prices (2)'), 'AB', 4, 7 + at);
      expect(rows.toSorted()).toEqual(
        [
          ...Array.from({ length: at + 1 }, () => ['mine', 1]),
          ...first.rows.map(([item]) => [item, at + 20]),
        ].toSorted(),
      );
    }
  });

  itInHost('is marked in what is read where it only shows, also on a copy of its sheet', async ({ openPane }) => {
    const pane = await openPane(blank);
    await (await excelKept(pane)).put({ ...first, id: openOrdersTable });
    // Copying a sheet, Excel gives the copy names of its own.
    await pane.page.evaluate(
      (id) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add('Prices (3)');
          sheet.getRange('A3:B4').values = [
            ['ITEM', 'PRICE'],
            ['00123', 12.5],
          ];
          sheet.names.add(`countersign.${id}.item`, sheet.getRange('A3'));
          sheet.names.add(`countersign.${id}.price`, "='Prices (3)'!#REF!");
          await context.sync();
        }),
      openOrdersTable,
    );
    const grids = await (await excelPort(pane)).readGrids();
    const headings = [0, 1, 2].map((column) => ({ row: 2, column }));
    expect(grids.map(({ sheet, viewHeadings = [] }) => [sheet, viewHeadings.filter(({ row }) => row > 0)])).toEqual([
      ['prices', []],
      ['Prices (2)', headings],
      ['Prices (3)', headings.slice(0, 1)],
    ]);
  });

  itInHost('20,000 rows cost few conversations, none of them large', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    const rows = (price: number) =>
      Array.from({ length: 20_000 }, (_, at) => [`货号-${at}`, at % 10 === 0 ? price : 1, '2026-12-31', null] as const);
    const spent = async (put: () => Promise<unknown>) => {
      const before = (await pane.batches()).length;
      await put();
      const batches = (await pane.batches()).slice(before);
      expect(batches.filter(({ error }) => error)).toEqual([]);
      expect(Math.max(...batches.flatMap(({ requestBytes, answerBytes }) => [requestBytes, answerBytes]))).toBeLessThan(
        4_000_000,
      );
      return batches.length;
    };
    expect(await spent(() => port.put(prices(rows(2))))).toBeLessThanOrEqual(12);
    // 2,000 cells, no two of them neighbours.
    expect(await spent(() => port.put(prices(rows(3))))).toBeLessThanOrEqual(12);
    const other = rows(3).map(([item, ...cells]) => [`${item}x`, ...cells]);
    expect(await spent(() => port.put(prices(other)))).toBeLessThanOrEqual(12);
    expect((await sheetNamed(pane, 'Prices (2)')).tables).toMatchObject([{ address: 'A3:C20003' }]);
  });
});
