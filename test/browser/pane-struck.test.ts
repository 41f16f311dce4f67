import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import {
  addressOf,
  checkAsClerk,
  itAtWork,
  press,
  pressable,
  readyOrders,
  rowOf,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const letters = [...'ABCDEFGHIJKL'];

/** What cells look like that were there before. */
const looksOf = (book: WorkbookData, cells: readonly string[]) => {
  const found = book.sheets.find(({ name }) => name === sheet)?.cells ?? {};
  return Object.fromEntries(cells.map((at) => [at, [found[at]?.format ?? {}, found[at]?.numberFormat]]));
};

describe('rows that the clerk coloured and struck through', () => {
  itAtWork(
    'are left out until he says what that means, once for the workbook; what they look like stays as it was',
    async ({ openPane, company }) => {
      const wrong = rowOf(addressOf(company.workbook, sheet, 'QF02'));
      const looks = new Map([
        [wrong + 1, { 'font.strikethrough': true, 'fill.color': '#D9D9D9' }],
        [wrong, { 'fill.color': '#FF0000', 'font.bold': true, 'font.color': '#FFFFFF' }],
      ]);
      const book: WorkbookData = {
        ...company.workbook,
        sheets: company.workbook.sheets.map((each) => {
          if (each.name !== sheet) return each;
          const cells = { ...each.cells };
          for (const [row, format] of looks)
            for (const letter of letters) cells[`${letter}${row}`] = { ...cells[`${letter}${row}`], format };
          return { ...each, cells };
        }),
      };
      const options = { url: company.paneUrl, language: 'zh-CN' };
      const pane = await openPane(book, options);
      const { page } = pane;
      const before = await pane.snapshot();
      await checkAsClerk(pane, t);
      await waitForText(page, t('screens:struck.asked', { count: 1 }));
      await waitForText(page, t('screens:struck.left-out', { count: 1 }));
      await press(page, `${sheet}!A${wrong + 1}`);
      await expect.poll(async () => (await pane.snapshot()).selection).toBe(`A${wrong + 1}`);
      const leftOut = await readyOrders(page);
      await press(page, t('screens:struck.order'));
      await waitForText(page, t('screens:struck.ordered', { count: 1 }));
      expect(await page.$eval('body', (all) => all.textContent)).not.toContain(
        t('screens:struck.left-out', { count: 1 }),
      );
      await press(page, t('screens:struck.rather-left-out'));
      await waitForText(page, t('screens:struck.left-out', { count: 1 }));
      expect(await readyOrders(page)).toBe(leftOut);
      await expect.poll(async () => (await pane.snapshot()).customXmlParts).toHaveLength(1);
      // What the clerk did before he can still take back.
      expect((await pane.undoLog()).filter(({ does }) => does === 'empties')).toEqual([]);

      // Marks in the sheet, a fix, numbers beside the rows, and the marks taken away again.
      const marks = async () => (await pane.snapshot()).sheets.flatMap((each) => each.conditionalFormats).length;
      const own = before.sheets.flatMap((each) => each.conditionalFormats).length;
      await expect.poll(marks).toBeGreaterThan(own);
      await press(page, t('findings:fix', { cell: `D${wrong}`, value: 'QF002' }));
      // The order of the mended row is judged again, and is ready too.
      const ready = leftOut + 1;
      await expect.poll(() => readyOrders(page)).toBe(ready);
      await press(page, t('screens:post.button', { count: ready }));
      await waitForText(page, t('screens:post.already', { count: ready }));
      await press(page, '②');
      await page.click('input[role=switch]');
      await expect.poll(marks).toBe(own);
      const after = await pane.snapshot();
      const cells = Object.keys(before.sheets.find(({ name }) => name === sheet)?.cells ?? {});
      expect(looksOf(after, cells)).toEqual(looksOf(before, cells));

      // The file opened again asks nothing.
      await page.close();
      const again = await openPane(after, options);
      await again.page.waitForSelector(pressable('footer button'));
      await again.page.click('footer button');
      await waitForText(again.page, t('screens:struck.left-out', { count: 1 }));
    },
  );
});
