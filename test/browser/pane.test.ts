import type { Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import {
  addressOf,
  cellAt,
  checkAsClerk,
  columnOf,
  connectAsClerk,
  downloadsOf,
  focused,
  itAtWork,
  press,
  pressable,
  readyOrders,
  rowOf,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const chinese = { language: 'zh-CN' };

describe('the main job', () => {
  itAtWork('check, go to the cell, fix, post, number in the sheet, letter', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...chinese });
    const { page } = pane;
    const download = await downloadsOf(page, company.folder);
    await checkAsClerk(pane, t);

    // An item code with a zero lost; the click shows the cell, the button mends it.
    const wrong = addressOf(company.workbook, sheet, 'QF02');
    const finding = `[id="finding--${sheet}-${wrong}-item.unknown"]`;
    await page.click(`${finding} > button`);
    await page.waitForSelector(`${finding} [aria-current=true]`);
    await expect.poll(async () => (await pane.snapshot()).selection).toBe(wrong);
    expect((await pane.snapshot()).activeSheet).toBe(sheet);
    await press(page, t('findings:fix', { cell: wrong, value: 'QF002' }), finding);
    await page.waitForFunction((gone) => document.querySelector(gone) === null, {}, finding);
    expect((await cellAt(pane, sheet, wrong))?.value).toBe('QF002');

    const ready = await readyOrders(page);
    expect(ready).toBeGreaterThan(5);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:post.already', { count: ready }));

    // Number and status stand beside the mended row, under headings that are known again.
    const numberHeading = addressOf(await pane.snapshot(), sheet, t('terms:field.number'));
    const statusHeading = addressOf(await pane.snapshot(), sheet, t('terms:field.status'));
    const beside = (heading: string) => cellAt(pane, sheet, `${columnOf(heading)}${rowOf(wrong)}`);
    const number = String((await beside(numberHeading))?.value);
    expect(number).toMatch(/^SO-\d{6}-\d{5}$/);
    expect((await beside(statusHeading))?.value).toBe(t('terms:status.in-review'));

    const head = await company.as('order-desk-head');
    await head.call('commandOrder', {
      params: { number },
      body: { type: 'approve-order' },
      requestKey: crypto.randomUUID(),
    });
    // What the news brings on top has come before anything below it is clicked.
    await waitForText(page, t('screens:pane.moved-on', { count: 1 }));
    await press(page, `④ ${t('screens:pane.step.papers')}`);
    await press(page, t('screens:pane.papers.issue'), `[aria-label="${number}"]`);
    const letter = t('screens:pane.papers.paper', { paper: t('terms:paper.confirmation-letter'), revision: 1 });
    await page.waitForFunction(
      (section, name) => document.querySelector(section)?.textContent?.includes(name),
      { timeout: 60_000 },
      `[aria-label="${number}"]`,
      letter,
    );
    await expect.poll(async () => (await beside(statusHeading))?.value).toBe(t('terms:status.awaiting-countersign'));

    // Of all this nothing emptied Excel's undo list: what the clerk did before he can still take back.
    expect((await pane.undoLog()).filter(({ does }) => does === 'empties')).toEqual([]);
    await press(page, t('screens:pane.papers.save', { name: letter }));
    const [firstPage] = await readPdf(await download(`${number}-L1.pdf`));
    expect(`${firstPage?.body} ${firstPage?.foot}`).toContain(number);
    // The token stays in the browser; whoever gets the workbook must not get the connection.
    expect(JSON.stringify((await pane.snapshot()).settings)).not.toContain('hardware.');
  });

  itAtWork('issues a morning’s letters at once', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...chinese });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const ready = await readyOrders(page);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:post.already', { count: ready }));
    const head = await company.as('order-desk-head');
    const { orders } = await head.call('orders', { query: { limit: 3 } });
    for (const { number } of orders)
      await head.call('commandOrder', {
        params: { number },
        body: { type: 'approve-order' },
        requestKey: crypto.randomUUID(),
      });
    await press(page, `④ ${t('screens:pane.step.papers')}`);
    // What others did is news; what the pane then does itself is not, however long Excel takes to write it.
    await waitForText(page, t('screens:pane.moved-on', { count: 3 }));
    await press(page, t('screens:pane.refresh', { count: 3 }));
    await page.waitForFunction((news) => !document.body.textContent.includes(news), {}, newsWords);
    const told = await watchFor(page, newsWords);
    let looks = 0;
    page.on('response', (answer) => {
      if (answer.url().includes('/api/order-progress')) looks += 1;
    });
    await pane.setLatency(300);
    await press(page, t('screens:pane.papers.issue-all', { count: 3 }));
    await waitForText(page, t('screens:pane.papers.print', { count: 3 }));
    await expect.poll(() => looks).toBeGreaterThanOrEqual(2);
    const waiting = t('terms:status.awaiting-countersign');
    await expect.poll(async () => cellsSaying(await pane.snapshot(), waiting)).not.toEqual([]);
    expect(await told()).toBe(false);
    const { counts } = await head.call('orders', {});
    expect(counts).toMatchObject({ 'awaiting-countersign': 3, 'in-review': ready - 3 });

    // Two customers send corrections: once approved again, they get the next letter.
    await pane.setLatency(0);
    const clerk = await company.as('order-desk');
    for (const { number } of orders.slice(0, 2)) {
      const params = { number };
      const body = { type: 'correct-letter', reason: '数量改为3' } as const;
      await clerk.call('commandOrder', { params, body, requestKey: crypto.randomUUID() });
      await head.call('commandOrder', { params, body: { type: 'approve-order' }, requestKey: crypto.randomUUID() });
    }
    await press(page, t('screens:pane.papers.issue-all', { count: 2 }));
    const second = t('screens:pane.papers.paper', { paper: t('terms:paper.confirmation-letter'), revision: 2 });
    await expect.poll(() => page.evaluate(textCount, second), { timeout: 60_000 }).toBe(2);
  });

  itAtWork('opened again, the pane knows what this workbook posted', async ({ openPane, company }) => {
    const first = await openPane(company.workbook, { url: company.paneUrl, ...chinese });
    await checkAsClerk(first, t);
    await press(first.page, `③ ${t('screens:pane.step.post')}`);
    await (await first.page.waitForSelector(pressable('footer button')))?.click();
    await first.page.waitForSelector('main li a, main li button');
    await waitForText(first.page, t('screens:post.button', { count: 0 }));
    const workbook = await first.snapshot();
    await first.close();

    const pane = await openPane(workbook, { url: company.paneUrl, ...chinese });
    await pane.page.waitForSelector('[role=tab]'); // connected still
    await press(pane.page, `④ ${t('screens:pane.step.papers')}`);
    await waitForText(pane.page, 'SO-');
    await press(pane.page, `② ${t('screens:pane.step.check')}`);
    await (await pane.page.waitForSelector('footer button'))?.click();
    // They are not offered again.
    const numbers = Object.values(workbook.sheets[0]?.cells ?? {}).flatMap(
      ({ value }) => String(value).match(/^SO-.*/) ?? [],
    );
    await waitForText(pane.page, t('screens:post.already', { count: new Set(numbers).size }));
    expect(await readyOrders(pane.page)).toBe(0);
    expect((await (await company.as('order-desk')).call('orders', {})).orders).toHaveLength(new Set(numbers).size);
  });
});

/** How often the page shows this. */
const textCount = (words: string): number => document.body.textContent.split(words).length - 1;

/** As the message says it of any number of orders. */
const newsWords = t('screens:pane.moved-on', { count: 1 }).replace('1', '').trim();

/** Whether the page has shown this since. */
async function watchFor(page: Page, words: string): Promise<() => Promise<boolean>> {
  const seen = await page.evaluateHandle((text) => {
    const shown = { yet: false };
    new MutationObserver(() => {
      shown.yet ||= document.body.textContent.includes(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return shown;
  }, words);
  return () => seen.evaluate(({ yet }) => yet);
}

/** What is posted next stays on its way. @returns breaks the line */
async function holdPosts(page: Page): Promise<() => Promise<void>> {
  const line = await page.evaluateHandle(() => {
    const { fetch: sent } = globalThis;
    const broken = Promise.withResolvers<never>();
    globalThis.fetch = (...args) =>
      new URL(String(args[0]), location.href).pathname === '/api/orders' ? broken.promise : sent(...args);
    return () => {
      globalThis.fetch = sent;
      broken.reject(new TypeError('Failed to fetch'));
    };
  });
  return () => line.evaluate((breaks) => breaks());
}

const cellsSaying = ({ sheets }: WorkbookData, text: string) =>
  sheets.flatMap(({ cells }) => Object.values(cells).filter(({ value }) => value === text));

describe('without the server', () => {
  itAtWork('keeps the orders and sends them once when it is back', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...chinese });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const ready = await readyOrders(page);
    // He changes his mind while they are on their way, and the line breaks: they may have arrived.
    const breakLine = await holdPosts(page);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:post.progress', { done: 0, count: ready }));
    await press(page, t('screens:cancel'));
    await waitForText(page, t('screens:post.cancelling'));
    await breakLine();
    await waitForText(page, t('screens:kept.unknown', { count: ready }));
    await press(page, t('screens:kept.drop'));
    await waitForText(page, t('screens:kept.sure', { count: ready }));
    await press(page, t('screens:kept.drop'));

    await company.goAway();
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:kept.what', { count: ready }));
    await waitForText(page, t('screens:pane.away'));
    // Each of them is listed, and pressing "try now" says how it went.
    expect(await page.$$eval('main li', (lines) => lines.map(({ textContent }) => textContent))).toEqual(
      Array.from({ length: ready }, () => expect.stringContaining(t('screens:fate.kept'))),
    );
    expect(await focused(page)).toBe(t('screens:pane.post.results', { done: 0, count: ready }));
    await press(page, t('screens:kept.try'));
    await waitForText(page, t('screens:kept.tried', { time: '' }).trim());

    await company.comeBack();
    await waitForText(page, t('screens:post.already', { count: ready }));
    expect((await (await company.as('order-desk')).call('orders', { query: { limit: 500 } })).orders).toHaveLength(
      ready,
    );
    expect(addressOf(await pane.snapshot(), sheet, t('terms:field.number'))).toBeTruthy();
    expect(await page.evaluate((kept) => document.body.textContent.includes(kept), t('screens:kept.try'))).toBe(false);
  });

  itAtWork(
    'lets the workbook carry them to another computer, which asks before it sends',
    async ({ openPane, company }) => {
      const pane = await openPane(company.workbook, { url: company.paneUrl, ...chinese });
      await checkAsClerk(pane, t);
      const ready = await readyOrders(pane.page);
      await company.goAway();
      await press(pane.page, t('screens:post.button', { count: ready }));
      await waitForText(pane.page, t('screens:kept.what', { count: ready }));
      await expect.poll(async () => (await pane.snapshot()).customXmlParts.length).toBeGreaterThan(1);
      const saved = await pane.snapshot();
      // They know their file by an id of its own: another file may have the same name.
      const [id, ...posts] = saved.customXmlParts;
      const own = /"([-0-9a-f]{36})"/.exec(id ?? '')?.[1];
      expect(posts).toEqual(posts.map(() => expect.stringContaining(` ${own}"`)));
      // The other computer knows nothing of the first one's storage.
      await pane.page.evaluate(() => localStorage.clear());
      await pane.close();

      await company.comeBack();
      const other = await openPane(saved, { url: company.paneUrl, ...chinese });
      await connectAsClerk(other, t);
      await waitForText(other.page, t('screens:carried.what', { count: ready }));
      const clerk = await company.as('order-desk');
      expect((await clerk.call('orders', { query: { limit: 500 } })).orders).toHaveLength(0);
      // Forgetting them is asked about first, and a second press on the same spot takes it back.
      await press(other.page, t('screens:carried.forget'));
      await waitForText(other.page, t('screens:carried.sure', { count: ready }));
      await waitForText(other.page, t('screens:carried.drop', { count: ready }));
      expect(await focused(other.page)).toBe(t('screens:carried.keep'));
      await other.page.keyboard.press('Enter');
      await waitForText(other.page, t('screens:carried.what', { count: ready }));
      expect(await focused(other.page)).toBe(t('screens:carried.forget'));
      await press(other.page, t('screens:carried.send'));
      // The id stays.
      await expect.poll(async () => (await other.snapshot()).customXmlParts).toEqual([id]);
      expect((await clerk.call('orders', { query: { limit: 500 } })).orders).toHaveLength(ready);
      expect(saved.settings).toEqual(company.workbook.settings);
    },
  );
});
