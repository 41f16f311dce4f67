import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { connectAsClerk, itAtWork, press, rowOf, waitForText } from './pane-at-work.ts';

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

/** The results of new formulas nothing behind the stand-in calculates (pane-sheet-port.test.ts shows how they go on). */
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

async function openChat(pane: PaneInHost): Promise<void> {
  await connectAsClerk(pane, t);
  await press(pane.page, t('screens:chat.open'));
}

async function paste(pane: PaneInHost): Promise<void> {
  await pane.page.waitForSelector('textarea');
  await pane.page.type('textarea', message);
  await waitForText(pane.page, t('screens:chat.insert', { count: 1 }));
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
    const workbook = withCells(company.workbook, { ...cellsOf(company.workbook), [beside]: { value: '电话' } });
    const pane = await openPane(workbook, { url: company.paneUrl, language: 'zh-CN' });
    await openChat(pane);
    await paste(pane);
    await press(pane.page, t('screens:chat.insert', { count: 1 }));
    await waitForText(pane.page, t('screens:chat.not-free', { cell: beside }));
    expect(cellsOf(await pane.snapshot())).toEqual(cellsOf(workbook));
    expect(await pane.page.$eval('textarea', ({ value }) => value)).toBe(message);
  });
});
