import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import type { Instant } from '../../core/value/date.ts';
import { type Client, createClient } from '../../core/wire/client.ts';
import type { Texts } from '../../locales/index.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import type { Clock } from '../../server/ports.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { itInHost } from '../host/in-host.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { workbookFromXlsx } from '../host/workbook-from-xlsx.ts';
import { fillingDisk } from './filling-disk.ts';

/** The real server with the hardware company in a folder of its own, and the workbook its clerk works in. */
export interface Company {
  readonly url: string;
  readonly paneUrl: string;
  readonly folder: string;
  readonly workbook: WorkbookData;
  /** What the company's folder lies on. */
  readonly disk: { full: boolean };
  /** The API as one of the sample's users. */
  as(user: string): Promise<Client>;
  /** Ends the server as a power cut of the network would look from the pane; `comeBack` starts it over the same data. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

const builtPane = new URL('../../dist/pages/addin/pane.html', import.meta.url);

/** `it` for tests of the whole pane: each gets a company of its own. */
export const itAtWork = itInHost.extend(
  'company',
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  async ({}, { onCleanup }): Promise<Company> => {
    if (!existsSync(builtPane)) throw new Error('The pages are not built: node scripts/setup.mjs --pages');
    const folder = await mkdtemp(join(tmpdir(), 'countersign-pane-'));
    const { disk, fileSystem } = fillingDisk();
    const start = (port: number) =>
      startServer({ port, dataFolder: join(folder, 'data'), samples: [hardware], clock: tickingClock(), fileSystem });
    let server: RunningServer | null = await start(0);
    const { url } = server;
    onCleanup(async () => {
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    });
    const sample = join(folder, '订单.xlsx');
    await writeFile(sample, new Uint8Array(await (await fetch(`${url}/samples/hardware.xlsx`)).arrayBuffer()));
    return {
      url,
      paneUrl: `${url}/addin/pane.html`,
      folder,
      workbook: await workbookFromXlsx(sample),
      disk,
      as: (user) => clientOf(url, user),
      async goAway() {
        await server?.close();
        server = null;
      },
      async comeBack() {
        server = await start(Number(new URL(url).port));
      },
    };
  },
);

/** Friday 20 November 2026, ten o'clock in the company's town; a second passes each time somebody looks. */
function tickingClock(): Clock {
  let now = Date.parse('2026-11-20T02:00:00Z');
  return {
    now() {
      now += 1000;
      return new Date(now).toISOString() as Instant;
    },
  };
}

async function clientOf(url: string, user: string): Promise<Client> {
  let token: string | null = null;
  const client = createClient({
    fetch: (address, init) => fetch(address, init as RequestInit),
    baseUrl: url,
    token: () => token,
    locale: () => 'en',
  });
  ({ token } = await client.call('signInSample', { body: { company: hardware.id, user } }));
  return client;
}

/** A button that can be pressed: one that can't keeps the focus and says why. */
export const pressable = (button: string): string => `${button}:not([disabled], [aria-disabled=true])`;

/** Presses the button, tab or link that says this, as soon as it is there and can be pressed. */
export async function press(page: Page, text: string, within = 'body'): Promise<void> {
  const found = await page.waitForFunction(
    (wanted, place) =>
      [...document.querySelectorAll<HTMLElement>(`${place} :is(button, a)`)].find((each) => {
        // Fluent's tabs hold their text a second time, in bold, to keep their width.
        const text = each.textContent.trim();
        const says = text === wanted || (each.role === 'tab' && text.startsWith(wanted));
        return (says || each.ariaLabel === wanted) && !each.matches(':disabled, [aria-disabled=true]');
      }),
    { timeout: 20_000 },
    text,
    within,
  );
  await (found.asElement() as ElementHandle<HTMLElement> | null)?.click();
}

export const waitForText = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.textContent.includes(wanted), { timeout: 30_000 }, text);

/** One click as the sample's clerk; the pane has then read the workbook. */
export async function connectAsClerk({ page }: PaneInHost, t: Texts): Promise<void> {
  await press(page, t('terms:role.order-desk'));
  await page.waitForSelector(pressable('footer button'), { timeout: 20_000 });
}

/** Connects, checks and waits for the findings. */
export async function checkAsClerk(pane: PaneInHost, t: Texts): Promise<void> {
  await connectAsClerk(pane, t);
  await (await pane.page.$('footer button'))?.click();
  await pane.page.waitForSelector('[id^=finding-]', { timeout: 30_000 });
}

/** The address of the one cell on the sheet that holds just this. */
export function addressOf({ sheets }: WorkbookData, sheetName: string, value: string | number): string {
  const cells = Object.entries(sheets.find(({ name }) => name === sheetName)?.cells ?? {});
  const found = cells.filter(([, cell]) => cell.value === value);
  if (found.length !== 1) throw new Error(`${found.length} cells of ${sheetName} hold ${value}`);
  return found[0]?.[0] ?? '';
}

export const cellAt = async (pane: PaneInHost, sheet: string, address: string) =>
  (await pane.snapshot()).sheets.find(({ name }) => name === sheet)?.cells[address];

export const columnOf = (address: string): string => address.replace(/\d+/, '');
export const rowOf = (address: string): number => Number(address.replace(/\D+/, ''));

/** Lets the page save files, and waits for one by its name. */
export async function downloadsOf(page: Page, folder: string): Promise<(name: string) => Promise<Uint8Array>> {
  const browser = await page.browser().target().createCDPSession();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return async (name) => {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await readdir(folder)).includes(name)) return new Uint8Array(await readFile(join(folder, name)));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${name} was not saved`);
  };
}

/** How many orders the post button says it would post. */
export async function readyOrders(page: Page): Promise<number> {
  const text = await page.$eval('footer button', (button) => button.textContent);
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

/** Presses Tab until the focus is on what begins with this text: no mouse, no script. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused.startsWith(text)) return;
  }
  throw new Error(`the keyboard does not reach "${text}"`);
}
