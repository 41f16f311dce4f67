import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import {
  addressOf,
  columnOf,
  connectAsClerk,
  itAtWork,
  press,
  rowOf,
  sheetNamed,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const message = '采购单号：CG-118；QF002 两百只，下周三前，送昆山';

const cellsOf = ({ sheets }: WorkbookData) => sheets.find(({ name }) => name === sheet)?.cells ?? {};

type Cells = ReturnType<typeof cellsOf>;
const withCells = (workbook: WorkbookData, cells: Cells): WorkbookData => ({
  ...workbook,
  sheets: workbook.sheets.map((each) => (each.name === sheet ? { ...each, cells } : each)),
});
const lastRowOf = (workbook: WorkbookData): number => Math.max(...Object.keys(cellsOf(workbook)).map(rowOf));

/** The results of new formulas nothing behind the stand-in calculates (pane-written-cells.test.ts shows how they go on). */
const withoutFormulas = (workbook: WorkbookData): WorkbookData =>
  withCells(
    workbook,
    Object.fromEntries(Object.entries(cellsOf(workbook)).map(([at, { formula: _, ...cell }]) => [at, cell])),
  );

const withoutTotals = (workbook: WorkbookData): WorkbookData =>
  withCells(
    workbook,
    Object.fromEntries(Object.entries(cellsOf(workbook)).filter(([at]) => rowOf(at) < lastRowOf(workbook))),
  );

/** Another order table, of one order, on a sheet of its own. */
const second = '补单';
function withSecondTable(workbook: WorkbookData): WorkbookData {
  const first = workbook.sheets.find(({ name }) => name === sheet);
  if (!first) throw new Error(`no sheet ${sheet}`);
  const heading = rowOf(addressOf(workbook, sheet, '交货日期'));
  const cells = Object.entries(first.cells).flatMap(([at, { formula: _, ...cell }]): [string, typeof cell][] => {
    const row = rowOf(at) - heading + 1;
    if (row < 1 || row > 2) return [];
    return [[`${columnOf(at)}${row}`, cell.value === '1120-01' ? { ...cell, value: '1121-01' } : cell]];
  });
  return { ...workbook, sheets: [...workbook.sheets, { ...first, name: second, cells: Object.fromEntries(cells) }] };
}

async function openChat(pane: PaneInHost): Promise<void> {
  await connectAsClerk(pane, t);
  await press(pane.page, t('screens:chat.open'));
}

async function paste(pane: PaneInHost): Promise<void> {
  await pane.page.waitForSelector('textarea');
  await pane.page.type('textarea', message);
  await waitForText(pane.page, t('screens:chat.insert', { count: 1 }));
  // Without a customer the rows would be more of the order above them.
  const insert = `button[aria-disabled=true]::-p-text(${t('screens:chat.insert', { count: 1 })})`;
  await pane.page.waitForSelector(insert);
  await waitForText(pane.page, t('screens:chat.no-customer'));
  await pane.page.type(`::-p-aria(${t('terms:field.customerName')})`, '合肥庐阳水暖器材商行');
}

describe('a chat message', () => {
  itAtWork('becomes rows below the orders, checked, and taken away again', async ({ openPane, company }) => {
    const workbook = withoutTotals(withoutFormulas(company.workbook));
    const pane = await openPane(workbook, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    await connectAsClerk(pane, t);
    await page.waitForNetworkIdle({ concurrency: 1 });
    // First asked for while the server is away: that is said, and it comes once the server is back.
    pane.setNetwork('down');
    await press(page, t('screens:chat.open'));
    await waitForText(page, t('screens:error.away.what'));
    pane.setNetwork('up');
    await paste(pane);
    // Folded away, or left for another step, it is there again as it was left.
    await page.focus('input[value="CG-118"]');
    await page.keyboard.press('End');
    await page.keyboard.type('-2');
    await press(page, t('screens:chat.open'));
    await press(page, t('screens:chat.open'));
    await page.waitForSelector('textarea:focus');
    await press(page, '③');
    await press(page, '①');
    await page.waitForSelector('textarea');
    expect(await page.$eval('textarea', ({ value }) => value)).toBe(message);
    const said = await page.$$eval('section[aria-label*="QF002"] input', (inputs) => inputs.map(({ value }) => value));
    expect(said).toEqual(expect.arrayContaining(['QF002', '200', '2026-11-25', '送昆山']));

    await press(page, t('screens:chat.insert', { count: 1 }));
    await page.waitForSelector('[id^=finding-]');
    const before = cellsOf(workbook);
    const fresh = async () =>
      Object.entries(cellsOf(await pane.snapshot())).flatMap(([at, { value }]) =>
        before[at] === undefined && value !== undefined ? [value] : [],
      );
    expect(await fresh()).toEqual(expect.arrayContaining(['CG-118-2', 'QF002', 200, '送昆山']));
    await press(page, t('screens:findings.undo'));
    await expect.poll(fresh).toEqual([]);
  });

  itAtWork('goes above the totals below the orders, and is taken away again', async ({ openPane, company }) => {
    const workbook = withoutFormulas(company.workbook);
    const pane = await openPane(workbook, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    const last = lastRowOf(workbook);
    const rowAt = async (row: number) =>
      Object.entries(cellsOf(await pane.snapshot())).flatMap(([at, { value }]) => (rowOf(at) === row ? [value] : []));
    const totals = await rowAt(last);
    await openChat(pane);
    await paste(pane);
    await press(page, t('screens:chat.insert', { count: 1 }));
    await page.waitForSelector('[id^=finding-]');
    expect(await rowAt(last)).toContain('QF002');
    expect(await rowAt(last + 1)).toEqual(totals);
    await press(page, t('screens:findings.undo'));
    await expect.poll(() => rowAt(last + 1)).toEqual([]);
    expect(await rowAt(last)).toEqual(totals);
  });

  itAtWork('is not written where it would tear a list beside the orders apart', async ({ openPane, company }) => {
    const beside = `ZA${lastRowOf(company.workbook)}`;
    const workbook = withSecondTable(
      withCells(company.workbook, { ...cellsOf(company.workbook), [beside]: { value: '电话' } }),
    );
    const pane = await openPane(workbook, { url: company.paneUrl, language: 'zh-CN' });
    await openChat(pane);
    await paste(pane);
    await press(pane.page, t('screens:chat.insert', { count: 1 }));
    await waitForText(pane.page, t('screens:chat.not-free', { cell: beside }));
    expect(cellsOf(await pane.snapshot())).toEqual(cellsOf(workbook));
    expect(await pane.page.$eval('textarea', ({ value }) => value)).toBe(message);

    // Of several order tables it is the one looked at, unless the clerk says which.
    const { page } = pane;
    const tools = `section[aria-label="${t('screens:tools')}"]`;
    const into = () => page.$eval(`${tools} select`, (select) => select.selectedOptions[0]?.textContent);
    expect(await into()).toContain(`${sheet}!`);
    await pane.select(second, 'A2');
    await expect.poll(into).toContain(`${second}!`);
    await page.select(`${tools} select`, await page.$eval(`${tools} select option`, ({ value }) => value));
    expect(await into()).toContain(`${sheet}!`);
    await page.select(`${tools} select`, await page.$eval(`${tools} select option:last-of-type`, ({ value }) => value));
    // With nothing ticked the button says what it waits for.
    await page.click(`${tools} input[type=checkbox]`);
    await waitForText(page, t('screens:chat.none-ticked'));
    await page.click(`${tools} input[type=checkbox]`);
    await press(page, t('screens:chat.insert', { count: 1 }));
    await page.waitForSelector('[id^=finding-]');
    expect(cellsOf(await pane.snapshot())).toEqual(cellsOf(workbook));
    expect(Object.values((await sheetNamed(pane, second)).cells).map(({ value }) => value)).toContain('CG-118');
  });
});
