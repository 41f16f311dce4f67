import { describe, expect } from 'vitest';
import type { PlainDate } from '../../core/value/date.ts';
import { serialOfDate } from '../../core/value/date.ts';
import { textsIn } from '../../locales/index.ts';
import { hardwareCustomers, hardwareItems } from '../../server/samples/hardware-data.ts';
import { CURRENT_EXCEL } from '../host/open-pane.ts';
import { expectFit } from './expect-fit.ts';
import { itAtWork, press, pressable, readyOrders, waitForText } from './pane-at-work.ts';

const blank = { sheets: [{ name: 'Sheet1' }] };

describe('from an empty workbook', () => {
  for (const [language, locale] of [
    ['en-US', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
  ] as const)
    itAtWork(`${locale}: connect, a template, one order typed in, check, post`, async ({ openPane, company }) => {
      const t = textsIn(locale);
      const pane = await openPane(blank, { url: company.paneUrl, language, dark: locale === 'zh-Hans' });
      const { page } = pane;
      await waitForText(page, t('screens:pane.connect.server', { server: company.url }));
      await press(page, t('terms:role.order-desk'));
      await waitForText(page, t('screens:first.blank'));
      await page.waitForSelector(pressable('main section button'));
      await expectFit(page);
      // Nothing was checked yet.
      expect(await page.$eval('footer button', (button) => button.textContent)).toBe(t('screens:pane.read-again'));
      await press(page, t('screens:first.template'));
      const orders = t('terms:table.orders');
      await waitForText(page, t('findings:problem.no-rows', { sheet: orders, cell: 'A1' }));

      const { activeSheet, selection, sheets } = await pane.snapshot();
      expect([activeSheet, selection]).toEqual([orders, 'A2']);
      // The sample's books are published: empty ones would only hide them.
      expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', orders]);
      expect(sheets[1]?.tables).toMatchObject([{ address: 'A1:K2' }]);

      const [customer] = hardwareCustomers;
      const [item] = hardwareItems;
      if (!customer || !item) throw new Error('the sample is empty');
      const { code, name, specification, unit, price } = item;
      await pane.setCells(orders, 'A2', [
        ['0012', customer.name, '2026-11-20', code, name, specification, unit, 5, price, '2026-12-03', ''],
      ]);
      // Read again by itself; the order number's zeros stayed.
      await press(page, t('screens:pane.check', { count: 1 }));
      await page.waitForFunction(() =>
        document.querySelector('[role=tab][aria-selected=true]')?.textContent?.includes('②'),
      );
      await page.waitForSelector(pressable('footer button'));
      await press(page, `③ ${t('screens:pane.step.post')}`);
      await press(page, t('screens:post.button', { count: 1 }));
      await waitForText(page, t('screens:post.already', { count: 1 }));
      const { orders: posted } = await (await company.as('order-desk')).call('orders', { query: {} });
      expect(posted).toMatchObject([{ key: '0012' }]);
      const { cells: written, tables } = (await pane.snapshot()).sheets[1] ?? expect.fail('no orders');
      expect(written?.A2?.value).toBe('0012');
      expect(written?.C2?.value).toBe(serialOfDate('2026-11-20' as PlainDate));
      expect(written?.L2?.value).toBe(posted[0]?.number);
      // Sorted or filtered, the table takes its numbers along; read again, they are known as its own.
      expect(tables).toMatchObject([{ address: 'A1:O2' }]);
      await pane.setCells(orders, 'M2', [['']]);
      await press(page, `④ ${t('screens:pane.step.papers')}`);
      await press(page, t('screens:pane.papers.write-statuses', { count: 1 }));
      await expect.poll(async () => (await pane.snapshot()).sheets[1]?.cells.M2?.value).toBe(written.M2?.value);
      expect((await pane.snapshot()).sheets[1]?.tables).toMatchObject([{ address: 'A1:O2' }]);
    });

  itAtWork('the sample’s sheets beside one’s own, ready to be checked', async ({ openPane, company }) => {
    const t = textsIn('en');
    const own = { name: '客户', cells: { A1: { value: 'Call Mr Li' } } };
    const pane = await openPane({ sheets: [own] }, { url: company.paneUrl });
    await press(pane.page, t('terms:role.order-desk'));
    await press(pane.page, t('screens:first.sample'));
    await press(pane.page, t('screens:pane.check', { count: 24 }));
    await pane.page.waitForSelector('[id^=finding-]');
    const { activeSheet, sheets } = await pane.snapshot();
    expect(activeSheet).toBe('订单');
    expect(sheets.map(({ name }) => name)).toEqual(['客户', '订单', '价格表', '库存', '客户 (2)']);
    expect(sheets[0]?.cells).toEqual(own.cells);
    await press(pane.page, `③ ${t('screens:pane.step.post')}`);
    expect(await readyOrders(pane.page)).toBeGreaterThan(10);
  });

  itAtWork('says why no sheet can be inserted', async ({ openPane, company }) => {
    const t = textsIn('en');
    const pane = await openPane(
      { ...blank, protected: true },
      { url: company.paneUrl, requirementSets: { ...CURRENT_EXCEL, ExcelApi: '1.12' } },
    );
    await press(pane.page, t('terms:role.order-desk'));
    await waitForText(pane.page, t('screens:first.old-excel'));
    await press(pane.page, t('screens:first.template'));
    await waitForText(pane.page, t('screens:error.workbook-protected.what'));
    expect((await pane.snapshot()).sheets).toHaveLength(1);
  });
});
