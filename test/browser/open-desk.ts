import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import type { Locale } from '../../core/policy/locale.ts';
import type { Instant } from '../../core/value/date.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { type LaunchedBrowser, launchBrowser } from '../../server/print/browser/launch-browser.ts';

/** A desk in a real browser on a real server with a folder of its own, on Friday 20 November 2026, ten o'clock. */
export interface TestDesk {
  readonly page: Page;
  readonly url: string;
  /** Clicks the button, link or tab of this name (or beginning of a name) as soon as it can be clicked. */
  press(name: string | RegExp, within?: string): Promise<void>;
  /** Waits until the text stands on the page. */
  sees(text: string | RegExp, within?: string): Promise<void>;
  /** What the browser complained about: scripts that broke, blocked styles. */
  readonly complaints: readonly string[];
  stopServer(): Promise<void>;
  startServerAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(locale: Locale, options: { readonly dark?: boolean } = {}): Promise<TestDesk> {
  if (!existsSync('dist/pages/index.html')) throw new Error('the pages are not built: node scripts/setup.mjs --pages');
  const dataFolder = await mkdtemp(join(tmpdir(), 'countersign-desk-'));
  let now = Date.parse('2026-11-20T02:00:00Z');
  const clock = {
    now: () => {
      now += 1000;
      return new Date(now).toISOString() as Instant;
    },
  };
  const start = (port: number) => startServer({ port, dataFolder, clock });
  let server: RunningServer | null = await start(0);
  const { url } = server;
  const launched: LaunchedBrowser = await launchBrowser();
  const page = await launched.browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.setViewport({ width: 1280, height: 800 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: options.dark ? 'dark' : 'light' },
    // Nothing fades in: what is looked at is there as it will stay.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument((chosen) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('countersign.locale', chosen);
  }, locale);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    url,
    complaints,
    press: (name, within) => press(page, name, within),
    sees: (text, within = 'body') =>
      waited(page, `"${text}" to stand in ${within}`, () =>
        page.waitForFunction(
          (place: string, pattern: string) =>
            new RegExp(pattern).test(document.querySelector(place)?.textContent ?? ''),
          {},
          within,
          patternOf(text),
        ),
      ),
    async stopServer() {
      await server?.close();
      server = null;
    },
    async startServerAgain() {
      server = await start(Number(new URL(url).port));
    },
    async close() {
      await launched.close();
      await server?.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const patternOf = (text: string | RegExp): string =>
  typeof text === 'string' ? text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;

async function press(page: Page, name: string | RegExp, within = 'body'): Promise<void> {
  await waited(page, `a button "${name}" in ${within}`, async () => {
    const found = await page.waitForFunction(
      (place: string, pattern: string) =>
        [...document.querySelectorAll<HTMLElement>(`${place} :is(button, a, [role^=menuitem], [role=tab])`)].find(
          (element) =>
            new RegExp(`^${pattern}`).test(element.getAttribute('aria-label') ?? element.textContent.trim()) &&
            element.offsetParent !== null &&
            !element.matches(':disabled, [aria-disabled=true]'),
        ) ?? null,
      {},
      within,
      patternOf(name),
    );
    const element = found.asElement() as ElementHandle<Element> | null;
    await element?.click();
  });
}

/** A wait that ends in vain says what stood on the page instead. */
async function waited(page: Page, wanted: string, wait: () => Promise<unknown>): Promise<void> {
  try {
    await wait();
  } catch (cause) {
    const instead = await page.evaluate(() => document.body.textContent);
    throw new Error(`waited for ${wanted}; the page says:\n${instead}`, { cause });
  }
}
