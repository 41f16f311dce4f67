import type { Page } from 'puppeteer';
import { describe, expect } from 'vitest';
import { permissions } from '../../core/policy/permissions.ts';
import { textsIn } from '../../locales/index.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { othersShip } from './others-ship.ts';
import {
  checkAsClerk,
  downloadsOf,
  itAtWork,
  press,
  readyOrders,
  rowOf,
  sheetNamed,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const options = { language: 'zh-CN' };
const statement = `fieldset[aria-label="${t('terms:paper.statement')}"]`;

/** Excel's own frame opens no windows: what is asked for is saved then. */
const withoutWindows = (page: Page) => page.evaluate(() => Object.assign(globalThis, { open: () => null }));

/** Another token comes to lie on this computer: a page is told what others' pages store, not what its own does. @returns the one before */
const connectSilently = (page: Page, token: string): Promise<string> =>
  page.evaluate((other) => {
    const place = Object.keys(localStorage).find((key) => key.endsWith('countersign.token'));
    const before = place && localStorage.getItem(place);
    if (!place || !before) throw new Error('nobody is connected');
    localStorage.setItem(place, other);
    return before;
  }, token);

/** What the pane's head says when it is opened; of a page that lies behind another, where nothing can be clicked. */
const connectedAs = (page: Page): Promise<string> =>
  page.evaluate(() => {
    document.querySelector<HTMLElement>('header button[aria-expanded=false]')?.click();
    return document.querySelector('#connection')?.textContent ?? '';
  });

function tokensSent(page: Page): () => ReadonlySet<string | undefined> {
  const sent = new Set<string | undefined>();
  page.on('request', (request) => {
    if (request.url().includes('/api/orders')) sent.add(request.headers().authorization);
  });
  return () => sent;
}

describe('papers of the selected rows', () => {
  itAtWork('delivery notes of what has left, and the customer’s statement', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, ...options });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const ready = await readyOrders(page);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:post.already', { count: ready }));
    const { orders } = await (await company.as('order-desk')).call('orders', { query: { limit: 2 } });
    const shipments = [];
    for (const { number } of orders) shipments.push(await othersShip(company.as, number));
    const name = `${t('terms:paper.statement')} ${orders[0]?.customer} 2026-11.pdf`;

    // Two orders of the sheet have left: their rows are selected, and nothing of the others is shown.
    const { cells } = await sheetNamed(pane, sheet);
    const rows = Object.keys(cells).filter((at) => orders.some(({ number }) => cells[at]?.value === number));
    await pane.select(sheet, rows.map((at) => `A${rowOf(at)}`).join(','));
    await pane.runAction('showRowPapers');
    await waitForText(page, t('screens:pane.papers.of-rows', { count: 2 }));
    const download = await downloadsOf(page, company.folder);
    await withoutWindows(page);
    await press(page, t('screens:pane.papers.print-notes', { count: 2 }));
    const notes = `${t('terms:paper.delivery-note')}.pdf`;
    const printed = await readPdf(await download(notes));
    await waitForText(page, t('screens:pane.papers.saved', { file: notes }));
    expect(printed.map(({ foot }) => foot.match(/DN-\d{6}-\d{5}-D/)?.[0]).sort()).toEqual(
      shipments.map((shipment) => `${shipment}-D`).sort(),
    );

    // A clerk sees no debts: he is told who prints statements.
    const refused = await page.waitForSelector(`${statement} button[aria-disabled=true]`);
    const why = await refused?.evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    for (const role of permissions['credit.read']) expect(why).toContain(t(`terms:role.${role}`));

    // Another row: of what was shown before it nothing stays to be printed while the server hasn't answered.
    const [first, other] = orders;
    const { cells: now } = await sheetNamed(pane, sheet);
    const [row = ''] = Object.keys(now).filter((at) => now[at]?.value === first?.number);
    pane.setNetwork('hanging');
    await pane.select(sheet, `A${rowOf(row)}`);
    await pane.runAction('showRowPapers');
    await waitForText(page, t('screens:pane.papers.of-rows', { count: 1 }));
    await waitForText(page, t('screens:pane.papers.loading'));
    expect(await page.$(statement)).toBeNull();
    expect(await page.$(`[aria-label="${other?.number}"]`)).toBeNull();
    pane.setNetwork('up');
    const whose = await page.waitForSelector(statement);
    expect(await whose?.evaluate(({ textContent }) => textContent)).toContain(first?.customer);
    await page.waitForFunction(
      (gone) => !document.body.textContent.includes(gone),
      {},
      t('screens:pane.papers.loading'),
    );
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/papers-of-one.png` });

    // His head connects in the pane of another window, and this one follows.
    const opened = await openPane(await pane.snapshot(), { url: company.paneUrl, ...options });
    await press(opened.page, t('screens:pane.connected'));
    await press(opened.page, t('screens:pane.disconnect'));
    await press(page, t('terms:role.order-desk-head'));
    await press(opened.page, t('screens:pane.connected'));
    await waitForText(opened.page, t('terms:role.order-desk-head'));

    // The clerk connects in a third: the first follows, and until a pane has followed, its user's work stays his.
    const { token } = await (
      await fetch(`${company.url}/api/session/sample`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ company: 'hardware', user: 'order-desk' }),
      })
    ).json();
    const asHead = await connectSilently(opened.page, token);
    await expect.poll(() => connectedAs(page), { timeout: 60_000 }).toContain(t('terms:role.order-desk'));
    const asked = tokensSent(opened.page);
    await press(opened.page, `④ ${t('screens:pane.step.papers')}`);
    await opened.page.waitForSelector(`[aria-label="${orders[0]?.number}"]`);
    expect([...asked()]).toEqual([`Bearer ${asHead}`]);
    await connectSilently(opened.page, asHead);
    const save = await downloadsOf(opened.page, company.folder);
    await withoutWindows(opened.page);
    if ((await opened.page.$(`${statement} select[aria-label="${t('terms:field.customerName')}"]`)) !== null)
      await opened.page.$$eval(
        `${statement} option`,
        (choices, customer) => {
          const choice = choices.find((each) => each.textContent.startsWith(String(customer)));
          const select = choice?.closest('select');
          if (!choice || !select) throw new Error(`no ${customer}`);
          select.value = (choice as HTMLOptionElement).value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        orders[0]?.customer,
      );
    await press(opened.page, t('terms:paper.statement'), statement);
    const [page1] = await readPdf(await save(name));
    for (const said of [t('documents:statement.closing'), shipments[0]]) expect(page1?.body).toContain(said);
    await waitForText(opened.page, t('screens:pane.papers.saved', { file: name }));
  });
});
