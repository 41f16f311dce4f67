import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { CellData, WorkbookData } from '../host/interpreter/workbook-data.ts';
import {
  addressOf,
  cellAt,
  checkAsClerk,
  columnOf,
  itAtWork,
  press,
  readyOrders,
  rowOf,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';

/** The oldest Excel that loads the add-in: check, typing, posting and what stands beside rows must do with it. */
async function oldestExcel(): Promise<Readonly<Record<string, string>>> {
  const wanted = (await readFile('manifest.xml', 'utf8')).matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g);
  return Object.fromEntries(Array.from(wanted, ([, name = '', version = '']) => [name, version]));
}

describe('a row that carries the number of another order', () => {
  itAtWork('is asked about, loses it as a new order, and gets its own', async ({ openPane, company }) => {
    const options = { url: company.paneUrl, language: 'zh-CN', requirementSets: await oldestExcel() };
    const pane = await openPane(company.workbook, options);
    const { page } = pane;
    await checkAsClerk(pane, t);
    const ready = await readyOrders(page);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:post.already', { count: ready }));
    await press(page, `② ${t('screens:pane.step.check')}`);

    // As copied from last week's, with an order number of its own: the number beside it is the old one's.
    await expect
      .poll(async () => (await pane.snapshot()).sheets.some(({ cells }) => Object.values(cells).some(isNumber)))
      .toBe(true);
    const { key, number, status, remark, rows } = firstOrder(await pane.snapshot());
    const picture = process.env.COUNTERSIGN_PICTURES;

    // Its own rows under its own order number: only as a change, until the clerk gives them another.
    const remarked = (await cellAt(pane, sheet, remark))?.value ?? '';
    await pane.setCells(sheet, remark, [['急']]);
    await waitForText(page, t('screens:numbers.needs-key'));
    expect(await page.$$eval('button', (all) => all.map(({ textContent }) => textContent))).not.toContain(
      t('screens:numbers.new'),
    );
    if (picture !== undefined) await page.screenshot({ path: `${picture}/changed.png` as `${string}.png` });
    await pane.setCells(sheet, remark, [[remarked]]);
    await page.waitForFunction((said) => !document.body.textContent.includes(said), {}, t('screens:numbers.needs-key'));

    const old = (await cellAt(pane, sheet, number))?.value;
    const said = (await cellAt(pane, sheet, status))?.value;
    await pane.setCells(
      sheet,
      key,
      Array.from({ length: rows }, () => ['COPY-X']),
    );
    await waitForText(page, t('screens:numbers.copied', { order: 'COPY-X', number: old }));
    expect(await readyOrders(page)).toBe(0);
    if (picture !== undefined) await page.screenshot({ path: `${picture}/copied.png` as `${string}.png` });

    await press(page, t('screens:numbers.new'));
    await expect.poll(async () => (await cellAt(pane, sheet, number))?.value ?? '').toBe('');
    expect((await cellAt(pane, sheet, status))?.value ?? '').toBe('');
    await press(page, t('screens:findings.undo'));
    await expect.poll(async () => (await cellAt(pane, sheet, number))?.value).toBe(old);
    expect((await cellAt(pane, sheet, status))?.value).toBe(said);

    await press(page, t('screens:numbers.new'));
    await press(page, t('screens:post.button', { count: 1 }));
    await expect.poll(async () => (await cellAt(pane, sheet, number))?.value).toMatch(/^SO-/);
    expect((await cellAt(pane, sheet, number))?.value).not.toBe(old);
    const { orders } = await (await company.as('order-desk')).call('orders', {});
    expect(orders).toHaveLength(ready + 1);

    // Sorted without the columns beside them, two orders have each other's number: the server knows whose they are.
    await waitForText(page, t('screens:post.already', { count: ready }));
    const [one, other] = firstTwo(await pane.snapshot(), columnOf(number));
    for (const at of one.cells) await pane.setCells(sheet, at, [[other.number]]);
    for (const at of other.cells) await pane.setCells(sheet, at, [[one.number]]);
    await press(page, `② ${t('screens:pane.step.check')}`);
    await press(page, t('screens:numbers.rewrite'));
    const beside = async (cells: readonly string[]) => [
      ...new Set(await Promise.all(cells.map(async (at) => (await cellAt(pane, sheet, at))?.value))),
    ];
    await expect.poll(() => beside(one.cells)).toEqual([one.number]);
    await expect.poll(() => beside(other.cells)).toEqual([other.number]);

    // Another list whose numbering begins anew: what is on the server under this key isn't changed unasked.
    for (const at of one.cells) await pane.setCells(sheet, at, [['', '']]);
    await pane.setCells(sheet, `${columnOf(remark)}${rowOf(one.cells[0])}`, [['另一张']]);
    await waitForText(page, t('screens:numbers.needs-key'));
    await waitForText(page, `${t('screens:numbers.change', { number: one.number })}`);
    expect(await readyOrders(page)).toBe(0);
    if (picture !== undefined) await page.screenshot({ path: `${picture}/taken.png` as `${string}.png` });
  });
});

/** The first two posted orders, and the cells that say their numbers. */
function firstTwo(book: WorkbookData, column: string) {
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? {};
  const numbered = Object.entries(cells).filter(([at, cell]) => columnOf(at) === column && isNumber(cell));
  const [one, other] = [...Map.groupBy(numbered, ([, { value }]) => String(value))].map(([number, all]) => ({
    number,
    cells: all.map(([at]) => at) as [string, ...string[]],
  }));
  if (!one || !other) throw new Error('fewer than two orders were posted');
  return [one, other] as const;
}

const isNumber = ({ value }: CellData): boolean => String(value).startsWith('SO-');

/** The first posted order, whose rows stand together: how many, and where its key, number and status begin. */
function firstOrder(book: WorkbookData) {
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? {};
  const column = (heading: string) => columnOf(addressOf(book, sheet, heading));
  const numbers = column(t('terms:field.number'));
  const numbered = Object.entries(cells)
    .filter(([at, cell]) => columnOf(at) === numbers && isNumber(cell))
    .map(([at, { value }]) => ({ row: rowOf(at), value }))
    .sort((a, b) => a.row - b.row);
  const [first] = numbered;
  const row = first?.row ?? 0;
  return {
    key: `${column('订单号')}${row}`,
    number: `${numbers}${row}`,
    status: `${column(t('terms:field.status'))}${row}`,
    remark: `${column('备注')}${row}`,
    rows: numbered.filter(({ value }) => value === first?.value).length,
  };
}
