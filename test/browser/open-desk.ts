import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import type { Locale } from '../../core/policy/locale.ts';
import type { Instant } from '../../core/value/date.ts';
import type { BackupPlan } from '../../server/app/backups/schedule.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { type LaunchedBrowser, launchBrowser } from '../../server/print/browser/launch-browser.ts';
import type { FileSystem } from '../../server/store/embedded/disk/file-system.ts';

/** A desk in a real browser on a real server with a folder of its own, on Friday 20 November 2026, ten o'clock, unless said otherwise. */
export interface TestDesk extends Hands {
  readonly url: string;
  readonly dataFolder: string;
  /** What the browser complained about: scripts that broke, blocked styles. */
  readonly complaints: readonly string[];
  /** Somebody else's browser on the same desk: nobody is signed in there yet. */
  another(): Promise<Hands>;
  /** The office's clock goes on by this many hours. */
  pass(hours: number): void;
  stopServer(): Promise<void>;
  startServerAgain(): Promise<void>;
  close(): Promise<void>;
}
/** What somebody does and sees on a page. */
export interface Hands {
  readonly page: Page;
  /** Clicks the button, link or tab of this name (or beginning of a name) as soon as it can be clicked. */
  press(name: string | RegExp, within?: string): Promise<void>;
  /** Waits until the text stands on the page. */
  sees(text: string | RegExp, within?: string): Promise<void>;
  /** Waits until it no longer does. */
  misses(text: string | RegExp, within?: string): Promise<void>;
}
interface DeskOptions {
  readonly dark?: boolean;
  readonly fileSystem?: FileSystem;
  readonly backups?: BackupPlan;
  readonly now?: string;
}

export async function openDesk(locale: Locale, options: DeskOptions = {}): Promise<TestDesk> {
  if (!existsSync('dist/pages/index.html')) throw new Error('the pages are not built: node scripts/setup.mjs --pages');
  const dataFolder = await mkdtemp(join(tmpdir(), 'countersign-desk-'));
  let now = Date.parse(options.now ?? '2026-11-20T02:00:00Z');
  const clock = {
    now: () => {
      now += 1000;
      return new Date(now).toISOString() as Instant;
    },
  };
  const { fileSystem, backups } = options;
  const given = { ...(fileSystem && { fileSystem }), ...(backups && { backups }) };
  const start = (port: number) => startServer({ port, dataFolder, clock, ...given });
  let server: RunningServer | null = await start(0);
  const { url } = server;
  const launched: LaunchedBrowser = await launchBrowser();
  const complaints: string[] = [];
  const open = async (page: Page) => {
    await setUp(page, locale, options.dark ?? false, complaints);
    await page.goto(url);
    return handsOn(page);
  };
  return {
    ...(await open(await launched.browser.newPage())),
    url,
    dataFolder,
    complaints,
    another: async () => open(await (await launched.browser.createBrowserContext()).newPage()),
    pass(hours) {
      now += hours * 3_600_000;
    },
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

async function setUp(page: Page, locale: Locale, dark: boolean, complaints: string[]): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.setViewport({ width: 1280, height: 800 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    // Nothing fades in: what is looked at is there as it will stay.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument((chosen) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('countersign.locale', chosen);
  }, locale);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
}

const handsOn = (page: Page): Hands => ({
  page,
  press: (name, within) => press(page, name, within),
  sees: (text, within = 'body') => stands(page, text, within, true),
  misses: (text, within = 'body') => stands(page, text, within, false),
});

const stands = (page: Page, text: string | RegExp, within: string, wanted: boolean): Promise<void> =>
  waited(page, `"${text}" ${wanted ? 'to stand' : 'no longer to stand'} in ${within}`, () =>
    page.waitForFunction(
      (place: string, pattern: string, isWanted: boolean) =>
        new RegExp(pattern).test(document.querySelector(place)?.textContent ?? '') === isWanted,
      {},
      within,
      patternOf(text),
      wanted,
    ),
  );

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
    try {
      await element?.click();
    } catch (error) {
      // Drawn anew between being found and being pressed: a person would press what stands there now.
      if (!(error instanceof Error && error.message.includes('detached'))) throw error;
      await press(page, name, within);
    }
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
