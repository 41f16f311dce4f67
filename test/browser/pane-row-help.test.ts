import { describe, expect } from 'vitest';
import { show } from '../../locales/describe.ts';
import { textsIn } from '../../locales/index.ts';
import {
  addressOf,
  checkAsClerk,
  clipboardOf,
  columnOf,
  itAtWork,
  press,
  readyOrders,
  rowOf,
  waitForText,
} from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const sheet = '订单';
const place = `section[aria-label="${t('screens:last-price.title')}"]`;

describe('help for the selected row', () => {
  itAtWork(
    'what its customer paid last time, in step ② and from the cell menu on any other; the reply to his order',
    async ({ openPane, company }) => {
      const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
      const { page } = pane;
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/api/last-prices')) asked.push(request.url());
      });
      // Asked for before anyone is connected, done as soon as somebody is.
      await page.waitForSelector('section button');
      await pane.runAction('showLastPrice');
      await checkAsClerk(pane, t);
      await waitForText(page, t('screens:pane.notice.no-order-in-row'));
      const said = () => page.$eval(place, (line) => line.textContent);
      await expect.poll(said).toContain(t('screens:last-price.select'));
      expect(asked).toEqual([]);

      // An order is posted and confirmed: from now on there is a last price.
      const ready = await readyOrders(page);
      await press(page, t('screens:post.button', { count: ready }));
      await waitForText(page, t('screens:post.already', { count: ready }));
      const head = await company.as('order-desk-head');
      const [order] = (await head.call('orders', { query: { limit: 1 } })).orders;
      const number = order?.number ?? '';
      const { requestKey, body } = { requestKey: crypto.randomUUID(), body: { type: 'approve-order' } as const };
      await head.call('commandOrder', { params: { number }, body, requestKey });
      const { lines } = await head.call('order', { params: { number } });
      const price = show({ kind: 'money', value: lines[0]?.unitPrice ?? '', currency: 'CNY' }, 'zh-Hans');

      // Its row again under another key, at another price.
      const book = await pane.snapshot();
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? {};
      const numbers = columnOf(addressOf(book, sheet, t('terms:field.number')));
      const row = rowOf(Object.keys(cells).find((at) => columnOf(at) === numbers && cells[at]?.value === number) ?? '');
      const [keys, prices] = ['订单号', '单价\n(含税)'].map((heading) => columnOf(addressOf(book, sheet, heading)));
      await pane.setCells(sheet, `${keys}${row}`, [['NEW-1']]);
      await pane.setCells(sheet, `${prices}${row}`, [[77.7]]);
      await pane.setCells(sheet, `${numbers}${row}`, [['']]);
      await press(page, '②');
      await pane.select(sheet, `A${row}`);
      await expect.poll(said).toContain(number);
      expect(await said()).toContain(price);
      expect(await said()).toContain(
        t('screens:last-price.above', { price: show({ kind: 'money', value: '77.7', currency: 'CNY' }, 'zh-Hans') }),
      );

      // On another step the cell menu tells it, and asks the server nothing it has just said.
      const before = asked.length;
      await press(page, '①');
      await pane.runAction('showLastPrice');
      await waitForText(page, number);
      expect(asked).toHaveLength(before);
      await press(page, t('screens:dismiss'));

      // In step ② an order with findings offers its reply; the cell menu copies that of the selected row.
      const clipboard = await clipboardOf(page, true);
      await press(page, '②');
      await press(page, t('screens:reply.copy'), 'main');
      await waitForText(page, t('screens:reply.copied'));
      expect(await clipboard()).not.toBe('');
      await pane.runAction('copyReply');
      await expect.poll(clipboard).toContain('NEW-1');

      // Who may not see prices is told so in plain words.
      await press(page, t('screens:pane.connected'));
      await press(page, t('screens:pane.disconnect'));
      const { code } = await (await company.as('warehouse')).call('startPairing', {});
      await page.waitForSelector('form input');
      await page.type('form input', code);
      await press(page, t('screens:pane.connect.go'));
      await waitForText(page, t('screens:pane.gate.may-not-check'));
      await pane.runAction('showLastPrice');
      await page.waitForSelector('[role=status] [role=alert]');
      expect(await page.$eval('body', (all) => all.textContent)).not.toContain(number);
    },
  );
});
