import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import { openDesk, type TestDesk } from './open-desk.ts';
import { othersShip } from './others-ship.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const number = 'SO-202611-00001';

/** A user of the sample at another desk. */
async function as(user: string): Promise<Client> {
  let token: string | null = null;
  const client = createCheckedClient({
    fetch: (url, init) => fetch(url, init as RequestInit),
    baseUrl: desk.url,
    token: () => token,
    locale: () => 'en',
  });
  token = (await client.call('signInSample', { body: { company: 'hardware', user } })).token;
  return client;
}
/** The others bring the posted order to its close. */
async function othersCloseIt(): Promise<void> {
  const shipment = await othersShip(as, number);
  const [clerk, finance] = (await Promise.all(['order-desk', 'finance-clerk'].map(as))) as [Client, Client];
  const receipt = { params: { number: shipment }, body: { on: '2026-11-20' }, requestKey: randomUUID() };
  await clerk.call('receive', receipt);
  const invoice = { taxNumber: '26332000000000000001', issuedOn: '2026-11-20', orders: [number] };
  await finance.call('recordInvoice', { body: invoice, requestKey: randomUUID() });
  await finance.call('commandOrder', { params: { number }, body: { type: 'close-order' }, requestKey: randomUUID() });
}

test('a closed order leads the archivist to its month, and is archived there', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await desk.press('打开示例工作簿');
  await desk.press(/提交 \d+ 张订单/);
  await desk.press(number);
  await desk.sees('待评审', 'article');
  await othersCloseIt();

  await desk.page.reload();
  await desk.press('订单', 'nav');
  await desk.press(number);
  await desk.press('切换为档案员', 'article');
  await desk.press('报表', 'article');
  await desk.sees(/\d+ 张尚未关闭，暂不归档/);
  await desk.press('将 2026年11月 的 1 张订单归档');
  await desk.sees('已归档 1 张订单。');
  await desk.sees('没有已关闭待归档的订单。');
  await desk.press('订单', 'nav');
  await desk.press(number);
  await desk.sees('已归档', 'article header');
  await desk.sees('归入 2026年11月 档案', 'article');
  expect(desk.complaints).toEqual([]);
});

test('who is no archivist sees what waits, and whose turn it is', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await desk.press('打开示例工作簿');
  await desk.press(/提交 \d+ 张订单/);
  await desk.sees(number);
  await othersCloseIt();
  await desk.press('报表', 'nav');
  await desk.press('切换为订单主管');
  await desk.sees('可由以下人员办理：档案员。');
  const [grey, why] = await desk.page.evaluate(() => {
    const go = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('将 2026'));
    go?.click();
    const reason = document.getElementById(go?.getAttribute('aria-describedby') ?? '');
    return [go?.getAttribute('aria-disabled'), reason?.textContent];
  });
  expect(grey).toBe('true');
  expect(why).toContain('没有办理此事的权限');
  expect(await desk.page.evaluate(() => document.body.textContent)).not.toContain('已归档');
});
