import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../core/policy/locale.ts';
import { textsIn } from '../locales/index.ts';
import { launchBrowser } from '../server/print/browser/launch-browser.ts';
import { type Company, openCompany } from '../test/browser/company-at-work.ts';
import {
  checkAsClerk,
  connectAsClerk,
  press,
  pressable,
  readyOrders,
  tabTo,
  waitForText,
} from '../test/browser/pane-hands.ts';
import type { WorkbookInput } from '../test/host/interpreter/workbook-data.ts';
import { openPaneInHost, type PaneInHost } from '../test/host/open-pane.ts';
import { inFewColours } from './png-in-few-colours.ts';

/**
 * Takes the pictures of the pane that the guide shows: `node scripts/take-pane-pictures.ts`, after
 * `node scripts/setup.mjs --pages`. The real pane on a real server, with the stand-in where Excel is, at its narrowest.
 */
const folder = 'docs/guide/pictures/pane';
const languages: Readonly<Record<Locale, string>> = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };
const { browser, close } = await launchBrowser();

interface Scene {
  readonly pane: PaneInHost;
  readonly company: Company;
  readonly take: (name: string) => Promise<void>;
}

/** A company of its own, so that no picture depends on the one before it. */
async function scene(
  play: (scene: Scene) => Promise<void>,
  { locale = 'en' as Locale, dark = false, workbook = (sample: WorkbookInput): WorkbookInput => sample } = {},
): Promise<void> {
  const company = await openCompany();
  const pane = await openPaneInHost({
    browser,
    url: company.paneUrl,
    workbook: workbook(company.workbook),
    language: languages[locale],
    dark,
  });
  try {
    await play({ pane, company, take: (name) => picture(pane, name) });
  } finally {
    if (!pane.page.isClosed()) await pane.page.close();
    await company.close();
  }
}

async function picture({ page }: PaneInHost, name: string): Promise<void> {
  await page.setViewport({ width: 320, height: 640, deviceScaleFactor: 2 });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Switches and progress bars move to their place.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await writeFile(join(folder, `${name}.png`), await inFewColours(browser, await page.screenshot()));
}

const t = textsIn('en');
const stepNamed = (step: 'post' | 'papers') => `${{ post: '③', papers: '④' }[step]} ${t(`screens:pane.step.${step}`)}`;

await mkdir(folder, { recursive: true });

await scene(async ({ pane, take }) => {
  await pane.page.waitForSelector('section button');
  await take('connect');
  await connectAsClerk(pane, t);
  await take('sheet');
  await pane.page.$$eval('details summary', (folded) =>
    folded.find(({ nextElementSibling }) => nextElementSibling?.querySelector('select'))?.click(),
  );
  await take('columns');
});

await scene(
  async ({ pane, take }) => {
    await press(pane.page, t('terms:role.order-desk'));
    await pane.page.waitForSelector(pressable('main section button'));
    await take('empty-workbook');
    await press(pane.page, t('screens:first.template'));
    await waitForText(pane.page, t('findings:problem.no-rows', { sheet: t('terms:table.orders'), cell: 'A1' }));
    const table = t('terms:table.prices');
    await press(pane.page, t('screens:kept.open'));
    await press(pane.page, t('screens:kept.insert', { table }));
    await press(pane.page, t('screens:kept.refresh', { table }));
    await waitForText(pane.page, t('screens:kept.same', { date: 'Nov 20, 2026' }));
    // The sheet is read again before anything else may be asked.
    await pane.page.waitForFunction(() => document.querySelector('section button[aria-disabled=true]') === null);
    await pane.page.$eval('[role=status]', (result) => result.scrollIntoView({ block: 'center' }));
    await take('book-as-sheet');
  },
  { workbook: () => ({ sheets: [{ name: 'Sheet1' }] }) },
);

await scene(async ({ pane, take }) => {
  await connectAsClerk(pane, t);
  await press(pane.page, t('screens:chat.open'));
  await pane.page.waitForSelector('textarea');
  await pane.page.type('textarea', '采购单号：CG-118；QF002 两百只，下周三前，送昆山');
  await waitForText(pane.page, t('screens:chat.insert', { count: 1 }));
  await pane.page.$eval('textarea', (box) => box.scrollIntoView());
  await take('chat');
});

await scene(async ({ pane, company, take }) => {
  const { page } = pane;
  await checkAsClerk(pane, t);
  await take('check');
  await tabTo(page, t('screens:pane.check-again'));
  await take('focus');
  const ready = await readyOrders(page);
  pane.setNetwork('hanging');
  await press(page, t('screens:post.button', { count: ready }));
  await waitForText(page, t('screens:post.progress', { done: 0, count: ready }));
  await take('posting');
  pane.setNetwork('up');
  await waitForText(page, t('screens:post.already', { count: ready }));
  await take('results');
  const head = await company.as('order-desk-head');
  const { orders } = await head.call('orders', { query: { limit: 500 } });
  const first = orders
    .map(({ number }) => number)
    .sort()
    .slice(0, 2);
  for (const number of first)
    await head.call('commandOrder', {
      params: { number },
      body: { type: 'approve-order' },
      requestKey: crypto.randomUUID(),
    });
  await press(page, stepNamed('papers'));
  await press(page, t('screens:pane.papers.issue-all', { count: 2 }));
  await waitForText(page, t('screens:pane.papers.print', { count: 2 }));
  await take('papers');
});

await scene(async ({ pane, company, take }) => {
  await checkAsClerk(pane, t);
  const ready = await readyOrders(pane.page);
  await company.goAway();
  await press(pane.page, t('screens:post.button', { count: ready }));
  await waitForText(pane.page, t('screens:pane.away'));
  await take('away');
  const saved = await pane.snapshot();
  await pane.page.evaluate(() => localStorage.clear());
  await pane.page.close();
  await company.comeBack();
  const other = await openPaneInHost({ browser, url: company.paneUrl, workbook: saved });
  await connectAsClerk(other, t);
  await waitForText(other.page, t('screens:carried.what', { count: ready }));
  await picture(other, 'carried');
  await other.page.close();
});

// One amount of the sheet is a formula that gives something else than quantity times price.
await scene(
  async ({ pane, take }) => {
    await checkAsClerk(pane, t);
    await pane.page.click('[id$="amount.mismatch"] > button:last-child');
    await pane.page.waitForSelector(pressable('[role=group] button, .fui-MessageBar button'));
    await take('formula');
  },
  { workbook: withFormula },
);

for (const [name, locale, dark] of [
  ['check-dark', 'en', true],
  ['check-zh-Hans', 'zh-Hans', false],
  ['check-zh-Hant', 'zh-Hant', false],
] as const)
  await scene(
    async ({ pane, take }) => {
      await checkAsClerk(pane, textsIn(locale));
      await take(name);
    },
    { locale, dark },
  );
await close();

function withFormula(book: WorkbookInput): WorkbookInput {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells ?? {}).map(([at, cell]) => {
          const row = at.replace(/\D+/, '');
          return [at, cell.value === 880 ? { value: 880, formula: `=ROUND(H${row}*I${row},2)-8` } : cell];
        }),
      ),
    })),
  };
}
