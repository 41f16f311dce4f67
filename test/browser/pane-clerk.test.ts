import type { KeyInput } from 'puppeteer';
import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import {
  addressOf,
  cellAt,
  checkAsClerk,
  columnOf,
  connectAsClerk,
  focused,
  itAtWork,
  press,
  pressable,
  readyOrders,
  rowOf,
  tabTo,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const options = { language: 'zh-CN' };

describe('the clerk', () => {
  itAtWork('gets from the first click to the papers with the keyboard alone', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...options });
    const { page } = pane;
    await page.waitForSelector('section button');
    await tabTo(page, t('terms:role.order-desk'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(pressable('footer button'));
    const orders = await readyOrders(page);
    await tabTo(page, t('screens:pane.check', { count: orders }));
    await page.keyboard.press('Enter');
    await page.waitForSelector('[id^=finding-]');

    await page.keyboard.press('F8');
    await page.waitForSelector('[id^=finding-] [aria-current=true]');
    await page.keyboard.press('F8');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F8');
    await page.keyboard.up('Shift');
    const first = await page.$eval(
      '[aria-current=true]',
      (line) => /-([A-Z]+\d+)-/.exec(line.parentElement?.id ?? '')?.[1],
    );
    await expect.poll(async () => (await pane.snapshot()).selection).toBe(first);

    const wrong = addressOf(company.workbook, sheet, 'QF02');
    await tabTo(page, t('findings:fix', { cell: wrong, value: 'QF002' }));
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await cellAt(pane, sheet, wrong))?.value).toBe('QF002');
    await page.waitForSelector(pressable('footer button'));
    // The mended line went, and its button with it: the next finding is under the hand.
    await expect.poll(() => focused(page)).toMatch(/^finding-/);

    const ready = await readyOrders(page);
    await tabTo(page, t('screens:post.button', { count: ready }));
    await page.keyboard.press('Enter');
    await waitForText(page, t('screens:post.already', { count: ready }));
    expect(await focused(page)).toBe(t('screens:pane.post.results', { done: ready, count: ready }));
    await tabTo(page, '③');
    // Arrows go along the steps and round their end; Enter turns to one.
    for (const [key, step] of Object.entries({ Home: '①', ArrowLeft: '④', ArrowRight: '①', End: '④' })) {
      await page.keyboard.press(key as KeyInput);
      expect(await focused(page)).toMatch(step);
    }
    await page.keyboard.press('Enter');
    await waitForText(page, t('screens:pane.papers.write-statuses', { count: ready }));
  });

  itAtWork('is asked before a fix overwrites a formula, and can take it back', async ({ openPane, company }) => {
    const amount = addressOf(company.workbook, sheet, 880);
    const row = rowOf(amount);
    const formula = { value: 880, formula: `=ROUND(H${row}*I${row},2)-8` };
    const sheets = company.workbook.sheets.map((each) =>
      each.name === sheet ? { ...each, cells: { ...each.cells, [amount]: formula } } : each,
    );
    const pane = await openPane({ ...company.workbook, sheets }, { url: company.paneUrl, ...options });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const finding = `[id="finding--${sheet}-${amount}-amount.mismatch"]`;
    const asksForFix = async () => {
      await (await page.waitForSelector(`${finding} > ${pressable('button:last-child')}`))?.press('Enter');
      await waitForText(page, t('screens:formulas.question', { count: 1 }));
      await page.waitForFunction(() => document.activeElement?.role === 'alertdialog');
    };
    await asksForFix();
    // What the formula gives, and what would stand there.
    expect(await focused(page)).toContain(`${amount}¥880.00 → ¥888.00`);
    expect(await cellAt(pane, sheet, amount)).toMatchObject(formula);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(/^finding-/);
    expect(await cellAt(pane, sheet, amount)).toMatchObject(formula);

    await asksForFix();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(t('screens:formulas.overwrite'));
    await page.keyboard.press('Enter');
    await expect.poll(async () => await cellAt(pane, sheet, amount)).toMatchObject({ value: 888 });
    expect(await cellAt(pane, sheet, amount)).not.toHaveProperty('formula');
    await expect.poll(() => focused(page)).toMatch(/^finding-/);
    await press(page, t('screens:findings.undo'));
    await expect.poll(async () => (await cellAt(pane, sheet, amount))?.formula).toBe(formula.formula);
    // Nothing calculates behind the stand-in: the restored formula has no result to be read again.
    await expect.poll(async () => (await pane.refusals()).join()).toContain(formula.formula);
  });

  itAtWork('sees that cells changed, and that a filter hides orders', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...options });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const before = await readyOrders(page);

    await pane.setCells(sheet, addressOf(company.workbook, sheet, 880), 888);
    await waitForText(page, t('screens:post.button', { count: before + 1 }));

    // While a cell is being edited Excel takes nothing: the step that no longer follows the selection waits to say so.
    const told = (await pane.batches()).length;
    await pane.setEditing(true);
    await press(page, '③');
    await waitForText(page, t('screens:pane.post.before'));
    await pane.setEditing(false);
    await expect.poll(async () => (await pane.batches()).length).toBeGreaterThan(told);
    expect((await pane.batches()).filter(({ error }) => error)).toEqual([]);

    // A filter tells of the rows it hides, as does who hides them by hand.
    await pane.setRowsHidden(sheet, 4, 4, true);
    await waitForText(page, t('screens:post.hidden', { count: 1 }));
    expect(await readyOrders(page)).toBe(before);
    await page.click('footer input[type=checkbox]');
    await waitForText(page, t('screens:post.button', { count: before + 1 }));
  });

  itAtWork('picks from the offers what only he can tell', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...options });
    const { page } = pane;
    await connectAsClerk(pane, t);
    // A Sunday: delivered on the working day before, or on the one after?
    const due = `${columnOf(addressOf(company.workbook, sheet, '交货日期'))}4`;
    await pane.setCells(sheet, due, '2026-12-06');
    const sunday = Number((await cellAt(pane, sheet, due))?.value);
    await (await page.$('footer button'))?.click();
    await page.waitForSelector(`[id$="-${due}-due-date.non-working"]`);
    await press(page, t('screens:findings.which-cell', { cell: due }));
    await page.click(`[id$="-${due}-due-date.non-working"] li:last-of-type button`);
    await expect.poll(async () => (await cellAt(pane, sheet, due))?.value).toBe(sunday + 1);
    await press(page, t('screens:findings.undo'));
    await expect.poll(async () => (await cellAt(pane, sheet, due))?.value).toBe(sunday);
  });

  itAtWork('corrects what a column means, for this workbook and for good', async ({ openPane, company }) => {
    // Kept as an earlier version kept it.
    const older = { 'countersign.columns': JSON.stringify([{ sheet, heading: '备注', field: 'region' }]) };
    const first = await openPane({ ...company.workbook, settings: older }, { url: company.paneUrl, ...options });
    await connectAsClerk(first, t);
    await first.page.click('details summary');
    const meaning = `select[aria-label="${t('screens:columns.meaning', { heading: '备注' })}"]`;
    expect(await first.page.$eval(meaning, (select) => (select as HTMLSelectElement).value)).toBe('region');
    for (const field of ['salesperson', 'deliveryMethod']) {
      await first.page.select(meaning, field);
      await expect.poll(async () => (await first.snapshot()).customXmlParts).toEqual([expect.stringContaining(field)]);
    }
    // What the clerk did before he can still take back.
    expect((await first.undoLog()).filter(({ does }) => does === 'empties')).toEqual([]);
    const workbook = await first.snapshot();
    await first.close();

    const pane = await openPane(workbook, { url: company.paneUrl, ...options });
    await pane.page.waitForSelector('details summary');
    const chosen = await pane.page.$eval(meaning, (select) => (select as HTMLSelectElement).value);
    expect(chosen).toBe('deliveryMethod');
  });
});
