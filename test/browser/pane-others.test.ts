import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { addressOf, checkAsClerk, itAtWork, press, readyOrders, waitForText } from './pane-at-work.ts';

const t = textsIn('en');
const sheet = '订单';

describe('somebody else at the same workbook', () => {
  itAtWork('what he changed is posted only after the clerk has seen it', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    const { page } = pane;
    await checkAsClerk(pane, t);
    const ready = await readyOrders(page);
    const remark = addressOf(company.workbook, sheet, '备注').replace(/\d+/, '4');
    await pane.coAuthor.setCells(sheet, remark, [['急']]);
    await waitForText(page, t('screens:pane.others-changed'));
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:error.orders-changed.what', { count: 1, orders: '1120-01' }));
    const desk = await company.as('order-desk');
    expect((await desk.call('orders', {})).orders).toEqual([]);

    const now = await readyOrders(page);
    await press(page, t('screens:post.button', { count: now }));
    await waitForText(page, t('screens:post.already', { count: now }));
    const { orders } = await desk.call('orders', { query: { limit: 500 } });
    expect(orders).toHaveLength(now);
    const first = orders.find(({ key }) => key === '1120-01');
    const { lines } = await desk.call('order', { params: { number: first?.number ?? '' } });
    expect(lines[0]?.remark).toBe('急');
  });
});
