import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { PageStandIn } from '../host/interpreter/page.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import { standInScript } from '../host/stand-in-script.ts';
import { type Company, connectAsClerk, itAtWork, press, waitForText } from './pane-at-work.ts';

const t = textsIn('en');
const officeJs = 'https://appsforoffice.microsoft.com';
const excel = { language: 'en-US', requirementSets: { ExcelApi: '1.18', SharedRuntime: '1.2' } };

/** The pane in a browser where some of what it fetches stays out: for ever under way, or refused. */
async function openWithout(
  browser: Browser,
  company: Company,
  without: { readonly held?: RegExp; readonly refused?: RegExp; readonly officeOver?: WorkbookData },
): Promise<Page & { readonly heldBack: () => number; readonly letCome: () => Promise<void> }> {
  const { held, refused, officeOver } = without;
  const script = officeOver && (await standInScript(officeOver, excel));
  // Of its own: closed, it leaves the server no connection that was opened ahead of what is held, and waited for.
  const page = await (await browser.createBrowserContext()).newPage();
  const waiting: HTTPRequest[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    if (held?.test(url)) waiting.push(request);
    else if (script !== undefined && url.startsWith(officeJs))
      void request.respond({ contentType: 'text/javascript; charset=utf-8', body: script });
    else void (refused?.test(url) ? request.abort() : request.continue());
  });
  await page.goto(company.paneUrl, { waitUntil: 'domcontentloaded' });
  return Object.assign(page, {
    heldBack: () => waiting.length,
    async letCome() {
      for (const request of waiting.splice(0)) await request.continue();
    },
  });
}

describe('the parts of the pane, each fetched by itself', () => {
  itAtWork('it is drawn while office.js is still under way', async ({ launched, company }) => {
    const page = await openWithout(launched.browser, company, { held: new RegExp(officeJs) });
    await waitForText(page, t('screens:pane.waiting'));
    expect(await page.evaluate(() => 'Office' in globalThis)).toBe(false);
    await page.browserContext().close();
  });

  itAtWork(
    'and before what it works with has come: a ribbon button pressed by then is heard, and done later',
    async ({ launched, company }) => {
      const page = await openWithout(launched.browser, company, {
        held: /\/(InExcel|PostStep)-/,
        officeOver: company.workbook,
      });
      await waitForText(page, t('screens:pane.waiting'));
      await page.waitForFunction(() => 'excelStandIn' in globalThis);
      const asked = await page.evaluate(async () => {
        const { excelStandIn } = globalThis as unknown as { excelStandIn: PageStandIn };
        await Office.onReady();
        await excelStandIn.runAction('postOrders');
        return excelStandIn.officeCalls().map(({ member }) => member);
      });
      expect(asked).toEqual(['addin.showAsTaskpane']);
      await page.letCome();
      await press(page, t('terms:role.order-desk'));
      // Its step comes last of all: the button is under the hand once it is there.
      await expect.poll(page.heldBack).toBe(1);
      await page.waitForFunction(() => document.querySelector('[aria-selected=true]')?.textContent.startsWith('③'));
      await page.letCome();
      await page.waitForFunction(() => document.activeElement?.closest('footer') !== null);
      await page.browserContext().close();
    },
  );

  itAtWork.for([
    ['its words', /\/screens-/],
    ['what it works with', /office\.js|\/OutsideExcel-/],
  ] as const)('says in every language that %s did not come', async ([, refused], { launched, company }) => {
    const page = await openWithout(launched.browser, company, { refused });
    await waitForText(page, 'Countersign did not load completely');
    await waitForText(page, '请重新打开');
    expect(await page.$$eval('[role=progressbar]', (all) => all.length)).toBe(0);
    await page.browserContext().close();
  });

  itAtWork(
    'a theme is followed; a language whose words did not come is named, the one before stays',
    async ({ openPane, company }) => {
      const pane = await openPane(company.workbook, { url: company.paneUrl });
      await connectAsClerk(pane, t);
      const { page } = pane;
      // Excel's theme changed while the pane is open is seen when the user comes back to it; Excel raises no event.
      const scheme = () => page.$eval('.fui-FluentProvider', (root) => getComputedStyle(root).colorScheme);
      for (const [isDarkTheme, shown] of [
        [true, 'dark'],
        [false, 'normal'],
      ] as const) {
        await page.evaluate((isDark) => {
          Object.assign(Office.context.officeTheme, { isDarkTheme: isDark });
          dispatchEvent(new Event('focus'));
        }, isDarkTheme);
        await expect.poll(scheme).toBe(shown);
      }

      await press(page, t('screens:pane.connected'));
      pane.setNetwork('down');
      await page.select('header select', 'zh-Hant');
      await waitForText(page, t('screens:language.missing', { language: '繁體中文' }));
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await page.$eval('header select', (select) => (select as HTMLSelectElement).value)).toBe('en');

      pane.setNetwork('up');
      await page.select('header select', 'zh-Hant');
      await waitForText(page, textsIn('zh-Hant')('screens:pane.disconnect'));
      expect(await page.$$eval('header [role=alert]', (all) => all.length)).toBe(0);
      expect(await page.evaluate(() => localStorage.getItem('countersign.locale'))).toBe('zh-Hant');
    },
  );
});
