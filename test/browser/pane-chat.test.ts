import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { connectAsClerk, itAtWork, press, rowOf, waitForText } from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const message = '采购单号：CG-118；QF002 两百只，下周三前，送昆山';

const cellsOf = ({ sheets }: WorkbookData) => sheets.find(({ name }) => name === sheet)?.cells ?? {};

/**
 * The sample without the totals below its orders, which leave no room, and without formulas: the results of new ones nothing
 * behind the stand-in calculates (pane-sheet-port.test.ts shows that they are continued).
 */
const withRoom = (workbook: WorkbookData): WorkbookData => {
  const last = Math.max(...Object.keys(cellsOf(workbook)).map(rowOf));
  const cells = Object.fromEntries(
    Object.entries(cellsOf(workbook))
      .filter(([at]) => rowOf(at) < last)
      .map(([at, { formula: _, ...cell }]) => [at, cell]),
  );
  return { ...workbook, sheets: workbook.sheets.map((each) => (each.name === sheet ? { ...each, cells } : each)) };
};

async function paste(pane: PaneInHost): Promise<void> {
  await connectAsClerk(pane, t);
  await press(pane.page, t('screens:chat.open'));
  await pane.page.waitForSelector('textarea');
  await pane.page.type('textarea', message);
  await waitForText(pane.page, t('screens:chat.insert', { count: 1 }));
}

describe('a chat message', () => {
  itAtWork('becomes rows below the orders, checked, and taken away again', async ({ openPane, company }) => {
    const workbook = withRoom(company.workbook);
    const pane = await openPane(workbook, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    await paste(pane);
    const said = await page.$$eval('section[aria-label*="QF002"] input', (inputs) => inputs.map(({ value }) => value));
    expect(said).toEqual(expect.arrayContaining(['QF002', '200', '2026-11-25', '送昆山']));

    await press(page, t('screens:chat.insert', { count: 1 }));
    await page.waitForSelector('[id^=finding-]', { timeout: 30_000 });
    const before = cellsOf(workbook);
    const fresh = async () =>
      Object.entries(cellsOf(await pane.snapshot())).flatMap(([at, { value }]) =>
        before[at] === undefined && value !== undefined ? [value] : [],
      );
    expect(await fresh()).toEqual(expect.arrayContaining(['CG-118', 'QF002', 200, '送昆山']));
    await press(page, t('screens:findings.undo'));
    await expect.poll(fresh).toEqual([]);
  });

  itAtWork('is not written where totals stand below the orders, and that is said', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    await paste(pane);
    const last = Math.max(...Object.keys(cellsOf(company.workbook)).map(rowOf));
    await press(pane.page, t('screens:chat.insert', { count: 1 }));
    await waitForText(pane.page, t('screens:chat.not-free', { cell: `A${last}` }));
    expect(cellsOf(await pane.snapshot())).toEqual(cellsOf(company.workbook));
    expect(await pane.page.$eval('textarea', ({ value }) => value)).toBe(message);
  });
});
