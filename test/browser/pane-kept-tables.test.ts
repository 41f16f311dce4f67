import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { columnName } from '../../core/sheet/grid.ts';
import { openOrdersTable } from '../../core/sheet/kept-names.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { textsIn } from '../../locales/index.ts';
import type { KeptTable, KeptValue } from '../../ui/kept-tables/port.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { parseArea } from '../../workbook/xlsx/address.ts';
import { itInHost } from '../host/in-host.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { workbookToXlsx } from '../host/workbook-to-xlsx.ts';
import { cellAt, checkAsClerk, columnOf, itAtWork, press, readyOrders, rowOf, waitForText } from './pane-at-work.ts';
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
const blank = { sheets: [{ name: 'Sheet1' }, { name: 'prices', cells: { A1: { value: 'mine' } } }] };

const sheetNamed = async (pane: PaneInHost, name: string) => {
  const sheet = (await pane.snapshot()).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
const rowsOf = ({ cells }: Awaited<ReturnType<typeof sheetNamed>>, columns: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, down) =>
    [...columns].map((letter) => {
      const cell = cells[`${letter}${from + down}`];
      return cell?.formula ?? cell?.value ?? null;
    }),
  );

/** The places of all tables that were found, whatever they were taken for. */
const understoodIn = ({ page }: PaneInHost) =>
  page.$$eval('button', (all) => all.map((each) => each.textContent).filter((text) => /![A-Z]+\d/.test(text)));

describe('a table of the server kept in a workbook', () => {
  itInHost('comes on a new sheet of its own, as an Excel table whose texts stay texts', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    expect(await port.find(['prices', 'stock'])).toEqual({});
    expect(await port.put(first)).toEqual({
      sheet: 'Prices (2)',
      isNew: true,
      changed: 0,
      added: 3,
      removed: 0,
      kept: [],
    });
    expect(await port.find(['prices', 'stock'])).toEqual({ prices: 'Prices (2)' });
    const sheet = await sheetNamed(pane, 'Prices (2)');
    expect(sheet.tables).toMatchObject([{ address: 'A3:C6' }]);
    expect(sheet.cells.A1?.value).toBe('Prices 2026-11-20');
    expect(rowsOf(sheet, 'ABC', 3, 6)).toEqual([
      ['ITEM', 'PRICE', 'UNTIL'],
      ['00123', 12.5, 46_387],
      ['3-12', 8, null],
      ['C', 1, null],
    ]);
    expect((await sheetNamed(pane, 'prices')).cells).toEqual({ A1: { value: 'mine' } });
  });

  itInHost('is refreshed where it stands, whatever the user made of it', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    await port.put(first);
    // Renamed, sorted, its headings reworded, with a column before and a formula behind.
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Prices (2)');
        sheet.name = 'Liste';
        const [table] = [sheet.tables.getItemAt(0)];
        table.name = 'Meine';
        table.columns.getItem('PRICE').name = 'What it costs';
        table.columns.add(0, [['Mine'], ['a'], [''], ['']]);
        table.columns.add(undefined, undefined, 'Twice');
        sheet.getRange('E4:E6').formulas = [['=C4*2'], ['=C5*2'], ['=C6*2']];
        await context.sync();
      }),
    );
    await pane.sort('Liste', 'A4:E6', 1, { descending: true });
    const note = { title: 'Prices 2026-11-21', columns: first.columns.map((each) => ({ ...each, isNeeded: true })) };
    const next = prices(
      [
        ['00123', 13, null, 'new'],
        ['D', 4, '2026-12-03', null],
        ['3-12', 8, null, null],
      ],
      note,
    );
    expect(await port.put(next)).toEqual({
      sheet: 'Liste',
      isNew: false,
      changed: 1,
      added: 1,
      removed: 1,
      kept: [],
    });
    const sheet = await sheetNamed(pane, 'Liste');
    expect(sheet.tables).toMatchObject([{ name: 'Meine', address: 'A3:F6' }]);
    expect(sheet.cells.A1?.value).toBe('Prices 2026-11-21');
    const byItem = rowsOf(sheet, 'ABCDEF', 4, 6).sort((a, b) => String(a[1]).localeCompare(String(b[1])));
    expect(rowsOf(sheet, 'ABCDEF', 3, 3)).toEqual([['Mine', 'ITEM', 'What it costs', 'UNTIL', 'Twice', 'NOTE']]);
    expect(byItem.map((row) => row.toSpliced(4, 1))).toEqual([
      ['a', '00123', 13, null, 'new'],
      [null, '3-12', 8, null, null],
      [null, 'D', 4, 46_359, null],
    ]);
    expect(byItem.map((row) => /^=C\d\*2$/.test(String(row[4])))).toEqual([true, true, true]);
    // Nothing to do: nothing is written.
    expect(await port.put(next)).toMatchObject({ changed: 0, added: 0, removed: 0 });
  });

  itInHost('keeps a row that is gone where the user wrote beside it, and its last row', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    await port.put(first);
    await pane.setCells('Prices (2)', 'D3', [['Mine'], ['call Mr Li']]);
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.tables.getItemAt(0).resize('A3:D6');
        await context.sync();
      }),
    );
    expect(await port.put(prices([]))).toMatchObject({ removed: 2, kept: ['00123'] });
    expect(rowsOf(await sheetNamed(pane, 'Prices (2)'), 'ABCD', 4, 5)).toEqual([
      ['00123', null, 46_387, 'call Mr Li'],
      [null, null, null, null],
    ]);
    await pane.setCells('Prices (2)', 'D4', '');
    expect(await port.put(prices([]))).toMatchObject({ removed: 1, kept: [] });
    expect(await port.put(first)).toMatchObject({ isNew: false, added: 3 });
    expect((await sheetNamed(pane, 'Prices (2)')).tables).toMatchObject([{ address: 'A3:D6' }]);
  });

  itInHost('is left as it is on a protected sheet, and made anew after its sheet was deleted', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    await port.put(first);
    const run = (what: 'protect' | 'range' | 'delete') =>
      pane.page.evaluate(
        (wanted) =>
          Excel.run(async (context) => {
            const sheet = context.workbook.worksheets.getItem('Prices (2)');
            if (wanted === 'protect') sheet.protection.protect();
            if (wanted === 'range') {
              sheet.protection.unprotect();
              sheet.tables.getItemAt(0).convertToRange();
            }
            if (wanted === 'delete') sheet.delete();
            await context.sync();
          }),
        what,
      );
    await run('protect');
    await expect(port.put(prices([]))).rejects.toThrow('protected: Prices (2)');
    await run('range');
    await expect(port.put(prices([]))).rejects.toThrow('no-table: Prices (2)');
    expect(rowsOf(await sheetNamed(pane, 'Prices (2)'), 'AB', 6, 6)).toEqual([['C', 1]]);
    await run('delete');
    expect(await port.find(['prices'])).toEqual({});
    expect(await port.put(first)).toMatchObject({ isNew: true, sheet: 'Prices (2)' });
  });

  itInHost('leaves no half of itself, keeps typed rows, and gives a deleted column back once', async ({ openPane }) => {
    const pane = await openPane(blank);
    const port = await excelKept(pane);
    // No cell can be given such a name: what was begun of the sheet is gone again.
    await expect(port.put({ ...first, columns: [...first.columns, column('no name')] })).rejects.toThrow();
    expect((await pane.snapshot()).sheets.map(({ name }) => name)).toEqual(['Sheet1', 'prices']);
    await port.put(first);
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItemAt(0);
        table.rows.add(undefined, [['mine', 7, '']]);
        table.columns.getItem('PRICE').delete();
        await context.sync();
      }),
    );
    const rest = prices(first.rows.slice(0, 2));
    expect(await port.put(rest)).toMatchObject({ changed: 2, added: 0, removed: 1, kept: ['mine'] });
    const sheet = await sheetNamed(pane, 'Prices (2)');
    expect(sheet.tables).toMatchObject([{ address: 'A3:C6' }]);
    expect(rowsOf(sheet, 'AC', 3, 6)).toEqual([
      ['ITEM', 'PRICE'],
      ['00123', 12.5],
      ['3-12', 8],
      ['mine', null],
    ]);
    expect(sheet.cells.C4?.numberFormat).toBe('#,##0.00');
    expect(await port.put(rest)).toMatchObject({ changed: 0, added: 0, removed: 0 });
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
      const rows = rowsOf(await sheetNamed(pane, 'Prices (2)'), 'AB', 4, 7 + at);
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

itAtWork(
  'a clerk pulls the price list in, and refreshes it beside a formula of his own',
  async ({ openPane, company }) => {
    const t = textsIn('zh-Hans');
    const pane = await openPane({ sheets: [{ name: 'Sheet1' }] }, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    const table = t('terms:table.prices');
    await press(page, t('terms:role.order-desk'));
    await press(page, t('screens:kept.open'));
    await press(page, t('screens:kept.insert', { table }));
    await page.waitForSelector('[role=status]');
    const made = await sheetNamed(pane, table);
    expect(made.cells.A1?.value).toContain('2026-11-20');
    const [heading] = Object.entries(made.cells).filter(([, { value }]) => value === t('terms:field.listPrice'));
    const [place] = heading ?? [];
    if (!place) throw new Error('no price column');
    const letter = place.charAt(0);
    expect(made.cells.A4?.value).toBe('FL001');
    const before = made.cells[`${letter}4`]?.value;

    const head = await company.as('order-desk-head');
    const { prices: book } = await head.call('knowledge', {});
    if (!book) throw new Error('no price list');
    const [firstItem, ...others] = book.items;
    if (!firstItem) throw new Error('no items');
    const dearer = {
      ...firstItem,
      prices: firstItem.prices.map((each) => ({ ...each, price: '99' as typeof each.price })),
    };
    await head.call('publish', {
      body: { prices: { ...book, items: [dearer, ...others.slice(0, -1)] } },
      requestKey: 'next-list',
    });
    const [changed, removed] = [dearer.prices.length, others.at(-1)?.prices.length];
    await press(page, t('screens:kept.refresh', { table }));
    await waitForText(page, t('screens:kept.done', { changed, added: 0, removed, date: '2026年11月20日' }));
    expect(await cellAt(pane, table, `${letter}4`)).toMatchObject({ value: 99 });
    expect(before).not.toBe(99);

    // A list of the workbook's own counts: a second one would contradict it.
    const own = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    await press(own.page, t('screens:kept.open'));
    await waitForText(own.page, t('screens:kept.own', { table, sheets: '价格表' }));
  },
);

itAtWork(
  'open orders are pulled in and refreshed beside a note and a formula, and never taken for the workbook’s orders',
  async ({ openPane, company }) => {
    const t = textsIn('zh-Hans');
    const table = t('screens:kept.open-orders');
    const inChinese = { url: company.paneUrl, language: 'zh-CN' };
    const yesterday = await openPane(company.workbook, inChinese);
    await checkAsClerk(yesterday, t);
    const ready = await readyOrders(yesterday.page);
    await press(yesterday.page, t('screens:post.button', { count: ready }));
    await waitForText(yesterday.page, t('screens:post.already', { count: ready }));
    const sheetStep = `① ${t('screens:pane.step.sheet')}`;
    await press(yesterday.page, sheetStep);
    await press(yesterday.page, t('screens:pane.check-again'));
    await press(yesterday.page, sheetStep);
    await press(yesterday.page, t('screens:kept.open'));
    const before = await understoodIn(yesterday);
    await press(yesterday.page, t('screens:kept.insert', { table }));
    await waitForText(yesterday.page, t('screens:kept.refresh', { table }));
    const made = await sheetNamed(yesterday, table);
    expect(made.cells.A1?.value).toContain(table);
    const headings = Object.fromEntries(
      Object.entries(made.cells).flatMap(([at, { value }]) => (rowOf(at) === 3 ? [[value, columnOf(at)]] : [])),
    );
    const status = headings[t('terms:field.status')];
    const { bottom, right } = parseArea(made.tables?.[0]?.address ?? '') ?? { bottom: 0, right: 0 };
    expect(bottom).toBe(2 + ready);
    const inReview = t('terms:status.in-review');
    expect(rowsOf(made, `A${status}`, 4, 5)).toEqual([
      ['SO-202611-00001', inReview],
      ['SO-202611-00002', inReview],
    ]);

    // His own columns: a formula in every row, a note beside the second order.
    const [formula = '', note = ''] = [1, 2].map((more) => columnName(right + more));
    const saidIn = (row: number) => `=IF(${status}${row}="x","是","否")`;
    const cells = Object.fromEntries(
      Array.from({ length: ready }, (_, at) => [`${formula}${4 + at}`, { formula: saidIn(4 + at), value: '否' }]),
    );
    const own = {
      [`${formula}3`]: { value: '待我处理' },
      [`${note}3`]: { value: '备注' },
      [`${note}5`]: { value: '催款' },
    };
    const left = await yesterday.snapshot();
    const book = {
      ...left,
      sheets: left.sheets.map((sheet) =>
        sheet.name === table
          ? {
              ...sheet,
              cells: { ...sheet.cells, ...cells, ...own },
              tables: sheet.tables.map((each) => ({ ...each, address: `A3:${note}${3 + ready}` })),
            }
          : sheet,
      ),
    };
    const pane = await openPane(book, inChinese);
    const { page } = pane;
    await press(page, t('screens:kept.open'));

    const head = await company.as('order-desk-head');
    const command = (number: string, body: { type: 'approve-order' } | { type: 'void-order'; reason: string }) =>
      head.call('commandOrder', { params: { number }, body, requestKey: number });
    await command('SO-202611-00001', { type: 'approve-order' });
    await command('SO-202611-00002', { type: 'void-order', reason: '客户取消' });
    await command('SO-202611-00003', { type: 'void-order', reason: '客户取消' });
    // Away, the sheet stays as it is.
    pane.setNetwork('down');
    await press(page, t('screens:kept.refresh', { table }));
    await waitForText(page, t('screens:error.away.what'));
    expect(rowsOf(await sheetNamed(pane, table), `${status}`, 4, 4)).toEqual([[inReview]]);
    pane.setNetwork('up');
    await press(page, t('screens:kept.refresh', { table }));
    await waitForText(page, t('screens:kept.stayed-orders', { count: 1, keys: 'SO-202611-00002' }));
    const after = await sheetNamed(pane, table);
    expect(rowsOf(after, `A${status}${note}`, 4, 6)).toEqual([
      ['SO-202611-00001', t('terms:status.to-confirm'), null],
      ['SO-202611-00002', t('screens:kept.not-open'), '催款'],
      ['SO-202611-00004', inReview, null],
    ]);
    expect(rowsOf(after, `${formula}`, 4, 6)).toEqual([4, 5, 6].map((row) => [saidIn(row)]));

    // Read again, the workbook is what it was without that sheet; so is the file that Excel would save.
    expect(before).not.toEqual([]);
    expect(await understoodIn(pane)).toEqual(before);
    const saved = join(company.folder, 'saved.xlsx');
    await workbookToXlsx(await pane.snapshot(), saved);
    const read = await readWorkbook(new Uint8Array(await readFile(saved)), 'saved.xlsx');
    if (!read.ok) throw new Error(read.reason.code);
    expect(read.value.map(({ sheet }) => sheet)).toContain(table);
    const { tables, unknown = [] } = understandSheets(read.value);
    expect([...tables, ...unknown].map(({ sheet }) => sheet)).not.toContain(table);
    expect(tables.map(({ role }) => role)).toContain('orders');
  },
);
