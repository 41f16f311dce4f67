import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { itInHost } from '../host/in-host.ts';
import { cellsFromRows } from '../host/interpreter/workbook-data.ts';
import { excelThatMarksWhenAsked } from './large-sheet.ts';
import { addressOf, checkAsClerk, itAtWork, press, waitForText } from './pane-at-work.ts';
import { excelPort, watchedChanges } from './pane-sheet-port.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';

describe('as the clerk types', () => {
  itAtWork('a mended cell loses its finding without another click', async ({ openPane, company }) => {
    const own = { url: company.paneUrl, language: 'zh-CN', requirementSets: excelThatMarksWhenAsked };
    const pane = await openPane(company.workbook, own);
    await checkAsClerk(pane, t);
    const wrong = addressOf(company.workbook, sheet, 'QF02');
    const finding = `[id="finding--${sheet}-${wrong}-item.unknown"]`;
    await pane.page.waitForSelector(finding);
    // The selection is looked at apart from that.
    await pane.select(sheet, wrong);
    await waitForText(pane.page, t('screens:last-price.none'));
    const before = (await pane.batches()).length;
    await pane.setCells(sheet, wrong, [['QF002']]);
    await pane.page.waitForFunction((gone) => document.querySelector(gone) === null, {}, finding);
    // Sheet names, the row with the columns of formulas: not the whole workbook again.
    expect((await pane.batches()).length - before).toBeLessThanOrEqual(2);
  });

  itAtWork('sorting is noticed too, although nobody edited a cell', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    await checkAsClerk(pane, t);
    const before = (await pane.batches()).length;
    const row = Number(addressOf(company.workbook, sheet, 'QF02').replace(/\D+/g, ''));
    await pane.sort(sheet, `A${row - 1}:Z${row}`, 0, { descending: true });
    // The whole workbook again: which rows moved where, Excel doesn't say.
    await expect.poll(async () => (await pane.batches()).length - before).toBeGreaterThan(3);

    // From left to right: item code and name change places, heads and all.
    const from = addressOf(await pane.snapshot(), sheet, 'QF02');
    expect(from).toMatch(/^D/);
    await pane.sortColumns(sheet, 'D3:E200', 0);
    await pane.page.waitForSelector(`[id="finding--${sheet}-${from.replace('D', 'E')}-item.unknown"]`);
  });

  itAtWork('paused by its switch, the pane says that the check is old', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    await checkAsClerk(pane, t);
    await pane.page.click(`::-p-aria([name="${t('screens:pane.as-you-type')}"][role="switch"])`);
    await pane.setCells(sheet, addressOf(company.workbook, sheet, 'QF02'), [['QF002']]);
    await waitForText(pane.page, t('screens:pane.stale'));
    await press(pane.page, t('screens:pane.check-again'));
    await pane.page.waitForFunction((stale) => !document.body.textContent.includes(stale), {}, t('screens:pane.stale'));
  });
});

const cells = cellsFromRows([
  ['Item', 'Qty', 'Price', 'Amount'],
  ['F-50', 10, 12.5, 125],
  ['B-10', 100, 0.8, 80],
]);
const book = {
  sheets: [
    { name: 'Orders', cells: { ...cells, D2: { value: 125, formula: '=B2*C2' } } },
    { name: 'Prices', cells: cellsFromRows([['F-50', 12.5]]) },
  ],
};

describe('what is told of changes', () => {
  itInHost(
    'is the clerk’s own: not the add-in’s writes, and of others only that there were some',
    async ({ openPane }) => {
      const pane = await openPane(book);
      const port = await excelPort(pane);
      const changes = await watchedChanges(pane);
      const fix = { sheet: 'Orders', cell: 'A2', row: 1, column: 0, value: 'F-51' };
      const { applied } = await port.applyFixes([fix], { overFormulas: false });
      await port.restore(applied);
      await pane.setCells('Orders', 'B3', [[7]]);
      await expect.poll(changes.told).toMatchObject([[{ area: { top: 2, left: 1, bottom: 2, right: 1 } }]]);
      await pane.coAuthor.setCells('Orders', 'B3', [[8]]);
      await expect.poll(changes.told).toHaveLength(2);
      await pane.coAuthor.insertRows('Orders', 2, 1);
      await pane.insertRows('Orders', 2, 1);
      await expect.poll(changes.told).toMatchObject([[{}], 'others', 'others', null]);
      await changes.end();
      // Whoever listens still hears of it.
      const after = await watchedChanges(pane);
      await pane.setCells('Orders', 'B3', [[9]]);
      await expect.poll(after.told).toHaveLength(1);
      expect(await changes.told()).toHaveLength(4);
    },
  );
});

describe('reading again what changed', () => {
  const sheetIds = (known: { page: import('puppeteer').Page }) =>
    known.page.evaluate(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/id,items/name');
        await context.sync();
        return Object.fromEntries(worksheets.items.map(({ name, id }) => [name, id]));
      }),
    );

  itInHost('is the same as reading everything', async ({ openPane }) => {
    const pane = await openPane(book);
    const port = await excelPort(pane);
    const known = await port.readGrids();
    const ids = await sheetIds(pane);
    await pane.setCells('Orders', 'B3', [[7]]);
    await pane.setCells('Orders', 'A5', [['N-1', 3]]);
    const changed = [
      { sheet: ids.Orders ?? '', area: { top: 2, left: 1, bottom: 2, right: 1 } },
      { sheet: ids.Orders ?? '', area: { top: 4, left: 0, bottom: 4, right: 1 } },
    ];
    expect(await port.readAgain(known, changed)).toEqual(await port.readGrids());
  });

  itInHost('reads everything when a sheet is new', async ({ openPane }) => {
    const pane = await openPane({ sheets: [...book.sheets, { name: 'Empty' }] });
    const port = await excelPort(pane);
    const known = await port.readGrids();
    const ids = await sheetIds(pane);
    await pane.setCells('Empty', 'A1', [['Item']]);
    const changed = [{ sheet: ids.Empty ?? '', area: { top: 0, left: 0, bottom: 0, right: 0 } }];
    const again = await port.readAgain(known, changed);
    expect(again.map(({ sheet: name }) => name)).toEqual(['Orders', 'Prices', 'Empty']);
  });

  itInHost('comes in pieces that Excel hands out, however much the changed rows hold', async ({ openPane }) => {
    const long = Array.from({ length: 2400 }, (_, row) => [row, 'long '.repeat(700)]);
    const pane = await openPane({ sheets: [{ name: 'Orders', cells: cellsFromRows(long) }] });
    const port = await excelPort(pane);
    const known = await port.readGrids();
    const { Orders: sheet = '' } = await sheetIds(pane);
    await pane.setCells('Orders', 'A2', [['N-1']]);
    const before = (await pane.batches()).length;
    const again = await port.readAgain(known, [{ sheet, area: { top: 1, left: 0, bottom: 2399, right: 1 } }]);
    const batches = (await pane.batches()).slice(before);
    expect(batches.filter(({ error }) => error)).toEqual([]);
    expect(Math.max(...batches.map(({ answerBytes }) => answerBytes))).toBeLessThanOrEqual(4_000_000);
    expect(again[0]?.values).toEqual(long.map((cells, row) => (row === 1 ? ['N-1', cells[1]] : cells)));
  });
});
