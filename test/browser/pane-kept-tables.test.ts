import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { columnName } from '../../core/sheet/grid.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { textsIn } from '../../locales/index.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { parseArea } from '../../workbook/xlsx/address.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { workbookToXlsx } from '../host/workbook-to-xlsx.ts';
import {
  cellAt,
  cellsOf,
  checkAsClerk,
  columnOf,
  itAtWork,
  press,
  readyOrders,
  rowOf,
  sheetNamed,
  waitForText,
} from './pane-at-work.ts';

/** The places of all tables that were found, whatever they were taken for. */
const understoodIn = ({ page }: PaneInHost) =>
  page.$$eval('button', (all) => all.map((each) => each.textContent).filter((text) => /![A-Z]+\d/.test(text)));

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
    expect(cellsOf(made, `A${status}`, 4, 5)).toEqual([
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
    await waitForText(page, t('screens:kept.refresh', { table }));

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
    expect(cellsOf(await sheetNamed(pane, table), `${status}`, 4, 4)).toEqual([[inReview]]);
    pane.setNetwork('up');
    await press(page, t('screens:kept.refresh', { table }));
    await waitForText(page, t('screens:kept.stayed-orders', { count: 1, keys: 'SO-202611-00002' }));
    const after = await sheetNamed(pane, table);
    expect(cellsOf(after, `A${status}${note}`, 4, 6)).toEqual([
      ['SO-202611-00001', t('terms:status.to-confirm'), null],
      ['SO-202611-00002', t('screens:kept.not-open'), '催款'],
      ['SO-202611-00004', inReview, null],
    ]);
    expect(cellsOf(after, `${formula}`, 4, 6)).toEqual([4, 5, 6].map((row) => [saidIn(row)]));

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
