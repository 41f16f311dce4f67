import type { Browser, Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { type Company, connectAsClerk, itAtWork, press, waitForText } from './pane-at-work.ts';

const t = textsIn('en');
const officeJs = 'https://appsforoffice.microsoft.com';

/** The pane in a browser where some of what it fetches stays out: for ever under way, or refused. */
async function openWithout(
  browser: Browser,
  company: Company,
  without: { readonly held?: RegExp; readonly refused?: RegExp },
): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (without.held?.test(request.url())) return;
    void (without.refused?.test(request.url()) ? request.abort() : request.continue());
  });
  await page.goto(company.paneUrl, { waitUntil: 'domcontentloaded' });
  return page;
}

describe('the parts of the pane, each fetched by itself', () => {
  itAtWork('it is drawn while office.js is still under way', async ({ launched, company }) => {
    const page = await openWithout(launched.browser, company, { held: new RegExp(officeJs) });
    await waitForText(page, t('screens:pane.waiting'));
    expect(await page.evaluate(() => 'Office' in globalThis)).toBe(false);
    await page.close();
  });

  itAtWork('and before what it works with has come', async ({ launched, company }) => {
    const page = await openWithout(launched.browser, company, { held: /office\.js|\/InExcel-/ });
    await waitForText(page, t('screens:pane.waiting'));
    await page.close();
  });

  itAtWork.for([
    ['its words', /\/screens-/],
    ['what it works with', /office\.js|\/OutsideExcel-/],
  ] as const)('says in every language that %s did not come', async ([, refused], { launched, company }) => {
    const page = await openWithout(launched.browser, company, { refused });
    await waitForText(page, 'Countersign did not load completely');
    await waitForText(page, '请重新打开');
    expect(await page.$$eval('[role=progressbar]', (all) => all.length)).toBe(0);
    await page.close();
  });

  itAtWork('a language whose words did not come is named; the one before stays', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    await connectAsClerk(pane, t);
    const { page } = pane;
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
  });
});
