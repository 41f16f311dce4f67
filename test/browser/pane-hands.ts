import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import type { Texts } from '../../locales/index.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';

/** A button that can be pressed: one that can't keeps the focus and says why. */
export const pressable = (button: string): string => `${button}:not([disabled], [aria-disabled=true])`;

/** Presses the button, tab or link that says this, as soon as it is there and can be pressed. */
export async function press(page: Page, text: string, within = 'body'): Promise<void> {
  // A button that still moves, while the page takes its shape, would be missed.
  await (await buttonThatSays(page, text, within))?.asLocator().click();
}

async function buttonThatSays(page: Page, text: string, within = 'body'): Promise<ElementHandle<HTMLElement> | null> {
  const found = await page.waitForFunction(
    (wanted, place) =>
      [...document.querySelectorAll<HTMLElement>(`${place} :is(button, a)`)].find((each) => {
        // Fluent's tabs hold their text a second time, in bold, to keep their width.
        const text = each.textContent.trim();
        const says = text === wanted || (each.role === 'tab' && text.startsWith(wanted));
        return (says || each.ariaLabel === wanted) && !each.matches(':disabled, [aria-disabled=true]');
      }),
    { timeout: 60_000 },
    text,
    within,
  );
  return found.asElement() as ElementHandle<HTMLElement> | null;
}

export const waitForText = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.textContent.includes(wanted), { timeout: 60_000 }, text);

/** One click as the sample's clerk; the pane has then read the workbook. */
export async function connectAsClerk({ page }: PaneInHost, t: Texts): Promise<void> {
  await press(page, t('terms:role.order-desk'));
  await page.waitForSelector(pressable('footer button'));
}

/** Connects, checks and waits for the findings, the server's among them: until then more orders seem ready. */
export async function checkAsClerk(pane: PaneInHost, t: Texts): Promise<void> {
  await connectAsClerk(pane, t);
  await (await pane.page.$('footer button'))?.click();
  await pane.page.waitForSelector('[id^=finding-]');
  await buttonThatSays(pane.page, t('screens:pane.check-again'));
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

export async function sheetNamed(pane: PaneInHost, name: string): Promise<WorkbookData['sheets'][number]> {
  const sheet = (await pane.snapshot()).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** What stands in these columns, "ACD", from one row to another: a cell's formula, else its value. */
export const cellsOf = ({ cells }: WorkbookData['sheets'][number], columns: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, down) =>
    [...columns].map((letter) => {
      const cell = cells[`${letter}${from + down}`];
      return cell?.formula ?? cell?.value ?? null;
    }),
  );

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

/** What the keyboard goes on from: the finding it belongs to by its name on the page, else what it says. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.closest('[id^=finding-]')?.id ?? activeElement?.textContent?.trim() ?? '';
  });

/** A clipboard of the test's own, which nobody else writes to, or one that nothing may be written to. Answers what was written last. */
export async function clipboardOf(page: Page, writes: boolean): Promise<() => Promise<string>> {
  await page.evaluate((allowed) => {
    const writeText = async (text: string) => {
      if (!allowed) throw new DOMException('not allowed', 'NotAllowedError');
      Object.assign(globalThis, { copied: text });
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  }, writes);
  return () => page.evaluate(() => String((globalThis as { copied?: string }).copied ?? ''));
}
