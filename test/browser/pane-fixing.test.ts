import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { checkAsClerk, focused, itAtWork, press, waitForText } from './pane-at-work.ts';

const t = textsIn('en');
const sheet = '订单';

/** What stands in the cells of the order sheet, by address. */
const contents = async (pane: PaneInHost): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries((await pane.snapshot()).sheets.find(({ name }) => name === sheet)?.cells ?? {}).map(
      ([at, { value, formula }]) => [at, formula ?? value],
    ),
  );

describe('all certain fixes at once', () => {
  itAtWork('are written with one click, and taken back with one', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const before = await contents(pane);
    const changed = async () => {
      const now = await contents(pane);
      return Object.fromEntries(Object.entries(now).filter(([at, value]) => value !== before[at]));
    };
    // What they were about; a mended row may be found to want something else.
    const fixed = ['D34-item.unknown', 'J39-amount.mismatch'];
    const stillThere = () =>
      page
        .$$eval('[id^=finding-]', (lines) => lines.map(({ id }) => id))
        .then((ids) => fixed.filter((wanted) => ids.some((id) => id.endsWith(wanted))));
    expect(await stillThere()).toEqual(fixed);

    await press(page, t('screens:findings.fix-all', { count: 2 }));
    await expect.poll(changed).toEqual({ D34: 'QF002', J39: 888 });
    await waitForText(page, t('screens:findings.undo'));
    await expect.poll(stillThere).toEqual([]);
    expect(await focused(page)).toBe(t('screens:findings.undo'));

    await press(page, t('screens:findings.undo'));
    await expect.poll(changed).toEqual({});
    await expect.poll(stillThere).toEqual(fixed);
    expect(await focused(page)).toMatch(/D34-item.unknown$/);

    // The grid goes elsewhere: Enter must not write D34 again.
    const current = () => page.$eval('[aria-current=true]', (line) => line.parentElement?.id);
    const walks = async (keys: () => Promise<void>) => {
      const before = await page.$eval('body', () => document.querySelector('[aria-current=true]')?.parentElement?.id);
      await keys();
      await expect.poll(current).not.toBe(before);
      await expect.poll(() => focused(page)).toBe(await current());
    };
    await page.keyboard.press('F8');
    await page.waitForSelector('[aria-current=true]');
    expect(await focused(page)).toBe(await current());
    expect(await current()).not.toMatch(/D34-/);
    await walks(() => page.keyboard.press('F8'));
    await walks(async () => {
      await page.keyboard.down('Shift');
      await page.keyboard.press('F8');
      await page.keyboard.up('Shift');
    });
    // A low pane leaves more than half of itself to the findings, and the one walked to is seen whole.
    const size = page.viewport();
    await page.setViewport({ width: 320, height: 480 });
    await walks(() => page.keyboard.press('F8'));
    const { seen, room } = await page.evaluate(() => {
      const line = document.querySelector('[aria-current=true]')?.getBoundingClientRect() ?? new DOMRect();
      const at = (y: number) => document.elementFromPoint(line.left + 40, y)?.closest('[aria-current=true]') != null;
      const bar = document.querySelector('section select')?.parentElement?.parentElement?.getBoundingClientRect();
      const foot = document.querySelector('footer')?.getBoundingClientRect();
      return { seen: at(line.top + 2) && at(line.bottom - 2), room: (foot?.top ?? 0) - (bar?.bottom ?? 0) };
    });
    expect(seen).toBe(true);
    expect(room).toBeGreaterThan(240);
    await page.setViewport(size);
    // A button that is pressed again and again keeps the focus.
    const last = await current();
    await page.focus(`[aria-label="${t('screens:findings.next')}"]`);
    await page.keyboard.press('Enter');
    await expect.poll(current).not.toBe(last);
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(t('screens:findings.next'));
  });

  itAtWork('and while rows come and go, each finds its own, or nothing is written', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    const { page } = pane;
    await checkAsClerk(pane, t);
    // He types without being checked at once: the findings name cells that have moved.
    await (await page.waitForSelector(`aria/${t('screens:pane.as-you-type')}`))?.click();
    const wrong = await contents(pane);
    await pane.insertRows(sheet, 30, 2);
    await press(page, t('screens:findings.fix-all', { count: 2 }));
    await waitForText(page, t('screens:findings.undo'));
    const mended = await contents(pane);
    expect([mended.D36, mended.J41]).toEqual(['QF002', 888]);
    expect(mended.D34).toBe(wrong.D32);

    // Moved once more before they are taken back; one of them was typed over since.
    await pane.insertRows(sheet, 30, 1);
    await pane.setCells(sheet, 'J42', [[777]]);
    await press(page, t('screens:findings.undo'));
    await waitForText(page, t('screens:error.cells-changed.what', { count: 1, cells: 'J41' }));
    const back = await contents(pane);
    expect([back.D37, back.J42]).toEqual(['QF02', 777]);
  });
});
