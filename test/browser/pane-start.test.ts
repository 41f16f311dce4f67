import type { Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import type { Locale } from '../../core/policy/locale.ts';
import { type Texts, textsIn } from '../../locales/index.ts';
import { expectFit } from './expect-fit.ts';
import { connectAsClerk, focused, itAtWork, press, pressable, waitForText } from './pane-at-work.ts';

const t = textsIn('en');

describe('the first run', () => {
  itAtWork('connects with the code the desk shows', async ({ openPane, company }) => {
    const { code } = await (await company.as('order-desk')).call('startPairing', {});
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    await pane.page.waitForSelector('form input');
    await pane.page.type('form input', 'WRONG-99');
    await press(pane.page, t('screens:pane.connect.go'));
    await waitForText(pane.page, t('problems:pairing.unknown'));
    await pane.page.$eval('form input', (input) => (input as HTMLInputElement).select());
    // As it is read off the desk, and typed in a hurry.
    await pane.page.type('form input', ` ${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase());
    await press(pane.page, t('screens:pane.connect.go'));
    await pane.page.waitForSelector(pressable('footer button'));

    // What the pane is connected to is looked at, and gone when one turns to something else.
    const isOpen = () => pane.page.evaluate(() => document.querySelector('#connection') !== null);
    await press(pane.page, t('screens:pane.connected'));
    await pane.page.waitForSelector('#connection');
    await pane.page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await focused(pane.page)).toBe(t('screens:pane.connected'));
    await pane.page.keyboard.press('Enter');
    await pane.page.waitForSelector('#connection');
    await press(pane.page, `② ${t('screens:pane.step.check')}`);
    await expect.poll(isOpen).toBe(false);

    // Disconnected, the next one to open the pane is nobody.
    await press(pane.page, t('screens:pane.connected'));
    await press(pane.page, t('screens:pane.disconnect'));
    await pane.page.waitForSelector('form input');
    expect(await pane.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('hardware.');
  });

  itAtWork('a sheet without orders says what was looked for', async ({ openPane, company }) => {
    const notes = { name: 'Notes', cells: { A1: { value: 'Call Mr Li' }, A2: { value: 'before noon' } } };
    const pane = await openPane({ sheets: [notes] }, { url: company.paneUrl });
    await connectAsClerk(pane, t);
    await waitForText(pane.page, 'Notes: Call Mr Li');
    await press(pane.page, `② ${t('screens:pane.step.check')}`);
    await waitForText(pane.page, t('screens:pane.gate.no-orders'));

    // Signed out from elsewhere, or for too long: it says so, where to come back in.
    await pane.page.evaluate(async () => {
      const token = Object.entries(localStorage).find(([name]) => name.endsWith('countersign.token'))?.[1];
      await fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
      window.dispatchEvent(new Event('focus'));
    });
    await waitForText(pane.page, t('screens:pane.connect.ended'));
    await connectAsClerk(pane, t);
    await waitForText(pane.page, 'Notes: Call Mr Li');
  });

  itAtWork('without office.js it is drawn all the same, and names the other way', async ({ launched, company }) => {
    const page = await launched.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url().startsWith(company.url) ? request.continue() : request.abort());
    });
    await page.goto(company.paneUrl);
    await waitForText(page, t('screens:pane.no-office.what'));
    await waitForText(page, 'https://appsforoffice.microsoft.com');
    expect(await page.$eval('main a', (link) => (link as HTMLAnchorElement).href)).toBe(`${company.url}/workbook`);
    await page.close();
  });
});

describe('in every language', () => {
  const languages: readonly [string, Locale][] = [
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['en-GB', 'en'],
  ];
  for (const [language, locale] of languages)
    itAtWork(`${locale}: nothing wider than 320 px, nothing a screen reader misses`, async ({ openPane, company }) => {
      const texts = textsIn(locale);
      const pane = await openPane(company.workbook, { url: company.paneUrl, language });
      const { page } = pane;
      await page.waitForSelector('section button');
      await expectFit(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
      expect(await widthOfQuote(page)).toBe(locale === 'en' ? 'narrow' : 'as wide as a character');
      await connectAsClerk(pane, texts);
      await openTools(page, texts);
      for (const step of ['post', 'papers', 'sheet'] as const) {
        await openStep(page, step, texts);
        await expectFit(page);
      }
      await (await page.$('footer button'))?.click();
      await page.waitForSelector('[id^=finding-]');
      await expectFit(page);
      await (await page.$('footer button'))?.click();
      await waitForText(page, texts('screens:post.button', { count: 0 }));
      await expectFit(page);
      await openStep(page, 'papers', texts);
      await waitForText(page, 'SO-');
      await press(page, texts('screens:pane.connected'));
      await expectFit(page);

      // The same in the dark: connected still, over the workbook as it is by now.
      const posted = await pane.snapshot();
      await pane.close();
      const dark = await openPane(posted, { url: company.paneUrl, language, dark: true });
      await dark.page.waitForSelector(pressable('footer button'));
      await expectFit(dark.page);
      await openTools(dark.page, texts);
      await (await dark.page.$('footer button'))?.click();
      await dark.page.waitForSelector('[id^=finding-]');
      await expectFit(dark.page);
      for (const step of ['post', 'papers'] as const) {
        await openStep(dark.page, step, texts);
        if (step === 'papers') await waitForText(dark.page, 'SO-');
        await expectFit(dark.page);
      }
      await press(dark.page, texts('screens:pane.connected'));
      await expectFit(dark.page);
      await press(dark.page, texts('screens:pane.disconnect'));
      await dark.page.waitForSelector('section button');
      await expectFit(dark.page);
    });
});

/** Whether a quotation mark comes from a Latin or a Chinese face. */
const widthOfQuote = (page: Page): Promise<string> =>
  page.$eval('h1', async (heading) => {
    const mark = document.createElement('span');
    // Beside each other, Chinese ones share a place.
    mark.textContent = '字“字';
    heading.append(mark);
    // Laying it out asks for its face.
    mark.getBoundingClientRect();
    await document.fonts.ready;
    const width = mark.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(mark).fontSize);
    mark.remove();
    return width > 2.9 ? 'as wide as a character' : 'narrow';
  });

const openStep = (page: Page, step: 'sheet' | 'post' | 'papers', texts: Texts): Promise<void> =>
  press(page, `${{ sheet: '①', post: '③', papers: '④' }[step]} ${texts(`screens:pane.step.${step}`)}`);

/** What is folded away below the tables of ①: a message in the one, in the other why nothing can be inserted. */
async function openTools(page: Page, texts: Texts): Promise<void> {
  await press(page, texts('screens:kept.open'));
  await page.waitForFunction(
    (why) =>
      [...document.querySelectorAll('main span')].some((each) => each.textContent === why && each.checkVisibility()),
    {},
    texts('screens:kept.own', { table: texts('terms:table.prices'), sheets: '价格表' }),
  );
  await press(page, texts('screens:chat.open'));
  await page.waitForSelector('textarea:focus');
  await page.keyboard.type('QF002 200, 2026-12-03');
  await waitForText(page, texts('screens:chat.insert', { count: 1 }));
  await expectFit(page);
  await press(page, texts('screens:chat.open'));
}
