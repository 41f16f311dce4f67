import type { Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import type { Command } from '../../addin/pane/commands/commands.ts';
import { textsIn } from '../../locales/index.ts';
import type { PageStandIn } from '../host/interpreter/page.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import {
  addressOf,
  type Company,
  cellAt,
  checkAsClerk,
  columnOf,
  connectAsClerk,
  itAtWork,
  press,
  readyOrders,
  rowOf,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const options = { language: 'zh-CN' };

const openAtWork = (openPane: (book: Company['workbook'], more: object) => Promise<PaneInHost>, company: Company) =>
  openPane(company.workbook, { url: company.paneUrl, ...options });

/** The step whose tab is chosen. */
const stepOf = (page: Page) =>
  page.$eval('[role=tab][aria-selected=true]', (tab) => tab.textContent.trim().slice(0, 1));

async function keys(page: Page, ...pressed: readonly Parameters<Page['keyboard']['down']>[0][]): Promise<void> {
  for (const key of pressed) await page.keyboard.down(key);
  for (const key of [...pressed].reverse()) await page.keyboard.up(key);
}

/** By the page's own clock. */
const aSecondLater = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 1000;
  });

describe('the ribbon', () => {
  const first = {
    checkSheet: '[id^=finding-]',
    nextFinding: '[id^=finding-] [aria-current=true]',
    previousFinding: '[id^=finding-] [aria-current=true]',
    postOrders: 'footer button:has(svg)',
    showPapers: '[role=tab]',
    writeStatuses: '[role=tab]',
    showBooks: 'details',
    checkRow: '[id^=finding-] [aria-current=true], [role=status]',
    showRowPapers: '[role=status]',
  } as const satisfies Partial<Record<Command, string>>; // last price and reply: pane-row-help.test.ts
  const steps = { postOrders: '③', showPapers: '④', writeStatuses: '④', showRowPapers: '④', showBooks: '①' };

  for (const command of Object.keys(first) as (keyof typeof first)[])
    itAtWork(
      `${command}: asked for before anyone is connected, done as soon as somebody is`,
      async ({ openPane, company }) => {
        const pane = await openAtWork(openPane, company);
        await pane.page.waitForSelector('section button');
        await pane.runAction(command);
        const walking = command === 'nextFinding' || command === 'previousFinding';
        expect((await pane.officeCalls()).map(({ member }) => member)).toEqual(walking ? [] : ['addin.showAsTaskpane']);
        await press(pane.page, t('terms:role.order-desk'));
        await pane.page.waitForSelector(first[command]);
        await expect.poll(() => stepOf(pane.page)).toBe(steps[command as keyof typeof steps] ?? '②');
      },
    );

  itAtWork(
    'post shows what would be sent, the button under the hand, and sends nothing',
    async ({ openPane, company }) => {
      const pane = await openAtWork(openPane, company);
      await connectAsClerk(pane, t);
      // Before anything is checked, and again from another step when all is.
      for (const step of [`① ${t('screens:pane.step.sheet')}`, `② ${t('screens:pane.step.check')}`]) {
        await press(pane.page, step);
        await pane.runAction('postOrders');
        await pane.page.waitForFunction(() => document.activeElement?.closest('footer') !== null);
        expect(await stepOf(pane.page)).toBe('③');
      }
      expect(await readyOrders(pane.page)).toBeGreaterThan(5);
      expect((await (await company.as('order-desk')).call('orders', {})).orders).toEqual([]);
      await pane.page.keyboard.press('Enter');
      await waitForText(pane.page, 'SO-');
    },
  );

  itAtWork('status writes how far the orders have come', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await checkAsClerk(pane, t);
    const ready = await readyOrders(pane.page);
    await press(pane.page, t('screens:post.button', { count: ready }));
    await waitForText(pane.page, t('screens:post.already', { count: ready }));
    const head = await company.as('order-desk-head');
    const [order] = (await head.call('orders', { query: { limit: 1 } })).orders;
    const number = order?.number ?? '';
    await head.call('commandOrder', {
      params: { number },
      body: { type: 'approve-order' },
      requestKey: crypto.randomUUID(),
    });
    await pane.page.$eval('[role=tab]', (tab) => (tab as HTMLElement).click());
    const book = await pane.snapshot();
    const statuses = columnOf(addressOf(book, sheet, t('terms:field.status')));
    const numbers = columnOf(addressOf(book, sheet, t('terms:field.number')));
    const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? {};
    const row = rowOf(Object.keys(cells).find((at) => columnOf(at) === numbers && cells[at]?.value === number) ?? '');
    // Told of it, the pane says so and writes nothing by itself; what it posted itself is no news.
    await waitForText(pane.page, t('screens:pane.moved-on', { count: 1 }));
    expect((await cellAt(pane, sheet, `${statuses}${row}`))?.value).toBe(t('terms:status.in-review'));
    await press(pane.page, t('screens:pane.refresh', { count: 1 }));
    await expect
      .poll(async () => (await cellAt(pane, sheet, `${statuses}${row}`))?.value)
      .toBe(t('terms:status.to-confirm'));
    const steps = columnOf(addressOf(await pane.snapshot(), sheet, t('terms:field.nextStep')));
    expect((await cellAt(pane, sheet, `${steps}${row}`))?.value).toContain(t('screens:command.issue-letter'));
    await pane.page.waitForFunction(
      (said) => !document.body.textContent.includes(said),
      {},
      t('screens:pane.moved-on', { count: 1 }),
    );

    await pane.runAction('writeStatuses');
    await expect.poll(() => stepOf(pane.page)).toBe('④');

    // From the cells: this row's order and no other, and the way back to all.
    await pane.select(sheet, `A${row}`);
    await pane.runAction('showRowPapers');
    await waitForText(pane.page, t('screens:pane.papers.of-rows', { count: 1 }));
    await pane.page.waitForSelector(`[aria-label="${number}"]`);
    expect(await pane.page.$$eval('main section', (sections) => sections.length)).toBe(1);
    await press(pane.page, t('screens:pane.papers.all', { count: ready }));
    await pane.page.waitForFunction((all) => document.querySelectorAll('main section').length === all, {}, ready);
  });

  itAtWork('book asks the server again, and forgets nothing that was fixed', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await checkAsClerk(pane, t);
    const wrong = addressOf(company.workbook, sheet, 'QF02');
    await press(pane.page, t('findings:fix', { cell: wrong, value: 'QF002' }));
    await expect.poll(async () => (await cellAt(pane, sheet, wrong))?.value).toBe('QF002');
    const asked: string[] = [];
    pane.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await pane.runAction('showBooks');
    await expect.poll(() => asked).toContain('/api/knowledge');
    expect(await stepOf(pane.page)).toBe('①');
    await press(pane.page, `② ${t('screens:pane.step.check')}`);
    await press(pane.page, t('screens:findings.undo'));
    await expect.poll(async () => (await cellAt(pane, sheet, wrong))?.value).toBe('QF02');
  });

  itAtWork('checks the order of the selected row, or says why not', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await connectAsClerk(pane, t);
    const wrong = addressOf(company.workbook, sheet, 'QF02');
    await pane.select(sheet, `C${rowOf(wrong)}`);
    await pane.runAction('checkRow');
    await pane.page.waitForSelector('[id^=finding-] [aria-current=true]');
    await expect.poll(async () => rowOf((await pane.snapshot()).selection)).toBe(rowOf(wrong));
    await pane.select(sheet, 'A1');
    await pane.runAction('checkRow');
    await waitForText(pane.page, t('screens:pane.notice.no-order-in-row'));
    await pane.runAction('showPapers');
    await pane.page.waitForFunction(
      (said) => !document.body.textContent.includes(said),
      {},
      t('screens:pane.notice.no-order-in-row'),
    );
  });
});

describe('keys', () => {
  itAtWork('inside the pane do what Excel’s do in the grid, on whatever step', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await connectAsClerk(pane, t);
    await keys(pane.page, 'Control', 'Alt', 'KeyK');
    await pane.page.waitForSelector('[id^=finding-]');
    await press(pane.page, `④ ${t('screens:pane.step.papers')}`);
    await keys(pane.page, 'Control', 'Alt', 'KeyN');
    await pane.page.waitForSelector('[id^=finding-] [aria-current=true]');
    const at = async () => (await pane.page.$eval('[aria-label="问题"], section', (list) => list.textContent)) ?? '';
    expect(await at()).toContain('1 / ');
    await keys(pane.page, 'F8');
    await expect.poll(at).toContain('2 / ');
    await keys(pane.page, 'Control', 'Alt', 'KeyP');
    await expect.poll(at).toContain('1 / ');
    await aSecondLater(pane.page);
    // On the web Excel hears of the key as well: one press, one step.
    await pane.page.evaluate(() => {
      const { excelStandIn } = globalThis as unknown as { excelStandIn: PageStandIn };
      document.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyN', ctrlKey: true, altKey: true }));
      return excelStandIn.runAction('nextFinding');
    });
    await pane.runAction('previousFinding');
    await expect.poll(at).toContain('1 / ');
    await pane.runAction('previousFinding');
    await expect.poll(at).toMatch(/(\d+) \/ \1\D/);
    await keys(pane.page, 'Control', 'Alt', 'Enter');
    await pane.page.waitForFunction(() => document.activeElement?.closest('footer') !== null);
    expect(await stepOf(pane.page)).toBe('③');
  });

  itAtWork('AltGr types letters, it gives no command', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await connectAsClerk(pane, t);
    await pane.page.evaluate(() =>
      document.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyK', key: 'ķ', ctrlKey: true, altKey: true, modifierAltGraph: true }),
      ),
    );
    await pane.runAction('showPapers');
    await expect.poll(() => stepOf(pane.page)).toBe('④');
    expect(await pane.page.$('[id^=finding-]')).toBeNull();
  });
});

describe('the list of findings', () => {
  itAtWork('is grouped by kind and filtered, with nothing lost between them', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    await checkAsClerk(pane, t);
    const { page } = pane;
    const lines = () => page.$$eval('[id^=finding-]', (found) => found.length);
    const before = await lines();
    await page.select(`select[aria-label="${t('screens:findings.grouping')}"]`, 'kind');
    await waitForText(page, `${t('screens:findings.filter.item.unknown')} (`);
    expect(await lines()).toBe(before);
    await keys(page, 'F8');
    await keys(page, 'F8');
    await page.select(`select[aria-label="${t('screens:findings.filter')}"]`, 'error');
    await page.waitForFunction((all) => document.querySelectorAll('[id^=finding-]').length < all, {}, before);
  });
});

describe('a button that can’t be pressed', () => {
  itAtWork('says why, to the eye and to a screen reader, and keeps the focus', async ({ openPane, company }) => {
    const pane = await openAtWork(openPane, company);
    const { page } = pane;
    await page.waitForSelector('form button');
    const reasons = () =>
      page.$$eval('button[aria-disabled=true], button:disabled', (buttons) =>
        buttons.map((button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent),
      );
    expect(await reasons()).toEqual([t('screens:pane.connect.code-first')]);
    await page.focus('form button');
    await page.waitForSelector('[role=tooltip]');
    expect(await page.$eval('[role=tooltip]', (tip) => tip.textContent)).toBe(t('screens:pane.connect.code-first'));

    await checkAsClerk(pane, t);
    // All of the step has come: a part on its way would be missed.
    await waitForText(page, t('screens:last-price.select'));
    await company.goAway();
    await press(page, t('screens:post.button', { count: await readyOrders(page) }));
    await waitForText(page, t('screens:pane.away'));
    await expect.poll(async () => await reasons()).toContain(t('screens:post.nothing.errors'));
  });
});
