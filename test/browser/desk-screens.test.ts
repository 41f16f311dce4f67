import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What stands in the way of people who can't see well or use no mouse, by the rules of WCAG 2 A and AA. */
async function barriers(): Promise<readonly string[]> {
  await desk.page.evaluate(axe);
  const results = (await desk.page.evaluate(
    // Fluent's focus sentinels are there for the keyboard and never seen.
    `axe.run({ exclude: '[data-tabster-dummy]' }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each([
  {
    locale: 'zh-Hans',
    dark: false,
    start: '以订单员身份开始',
    workbook: '工作簿',
    sample: '打开示例工作簿',
    post: /提交 \d+/,
    orders: '订单',
  },
  {
    locale: 'zh-Hant',
    dark: true,
    start: '以訂單專員身分開始',
    workbook: '活頁簿',
    sample: '開啟範例活頁簿',
    post: /送出 \d+/,
    orders: '訂單',
  },
  {
    locale: 'en',
    dark: false,
    start: 'Start: Order desk',
    workbook: 'Workbook',
    sample: 'Open the sample',
    post: /Post \d+/,
    orders: 'Orders',
  },
] as const)('in $locale, dark: $dark', ({ locale, dark, start, workbook, sample, post, orders }) => {
  test('every screen is complete, within the page, and free of barriers', async () => {
    desk = await openDesk(locale, { dark });
    const found: Record<string, readonly string[]> = {};
    const look = async (screen: string) => {
      found[screen] = await barriers();
      const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) found[screen] = [...(found[screen] ?? []), 'wider than the page'];
    };
    await desk.sees('Northwind');
    await look('welcome');
    await desk.press(start);
    await desk.press(workbook, 'nav');
    await desk.press(sample);
    await desk.sees(post);
    await look('workbook');
    await desk.press(post);
    await desk.press('SO-202611-00001');
    await desk.sees('1120-01', 'article');
    await look('order');
    await desk.press(orders, 'nav');
    await look('orders');
    expect(found).toEqual({ welcome: [], workbook: [], order: [], orders: [] });
    expect(desk.complaints).toEqual([]);
  });
});

describe('files that are not what they seem', () => {
  test.each([
    ['no workbook at all', 'letter.xlsx', 'dear customer', 'letter.xlsx is not a workbook'],
    ['the old format', 'old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old.xls'],
    ['no orders in it', 'notes.csv', '备忘,电话\n记得打电话,123\n', 'No table that looks like orders'],
  ])('%s: says so, and what to do', async (_, name, content, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-files-'));
    try {
      await writeFile(join(folder, name), content, name.endsWith('.xls') ? 'latin1' : 'utf8');
      desk = await openDesk('en');
      await desk.press('Start: Order desk');
      await desk.press('Workbook', 'nav');
      await desk.sees('Choose files');
      const input = await desk.page.$('input[type=file]');
      await (input as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
      await desk.sees(message);
      expect(desk.complaints).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
