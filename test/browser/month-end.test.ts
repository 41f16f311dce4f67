import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { recheckPoints } from '../../core/shipment/recheck.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

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
  const [clerk, head, shipper, finance] = (await Promise.all(
    ['order-desk', 'order-desk-head', 'shipper', 'finance-clerk'].map(as),
  )) as [Client, Client, Client, Client];
  const params = { number };
  const command = (client: Client, body: Parameters<typeof client.call<'commandOrder'>>[1]['body']) =>
    client.call('commandOrder', { params, body, requestKey: randomUUID() });
  await command(head, { type: 'approve-order' });
  await command(clerk, { type: 'issue-letter' });
  const { customer, currency, payment } = await finance.call('order', { params });
  const amount = payment?.open ?? '0';
  await finance.call('receivePayment', {
    body: {
      customerCode: customer.code,
      kind: 'balance',
      means: { by: 'transfer' },
      amount,
      currency,
      receivedOn: '2026-11-20',
      allocations: [{ order: number, amount }],
    },
    requestKey: randomUUID(),
  });
  await command(clerk, { type: 'record-countersign', on: '2026-11-20' });
  const recheck = { by: 'warehouse', confirmed: [...recheckPoints] };
  const shipment = await shipper.call('ship', { body: { order: number, recheck }, requestKey: randomUUID() });
  const receipt = { params: { number: shipment.number }, body: { on: '2026-11-20' }, requestKey: randomUUID() };
  await clerk.call('receive', receipt);
  const invoice = { taxNumber: '26332000000000000001', issuedOn: '2026-11-20', orders: [number] };
  await finance.call('recordInvoice', { body: invoice, requestKey: randomUUID() });
  await command(finance, { type: 'close-order' });
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
  const grey = await desk.page.evaluate(
    () =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('将 2026'))?.disabled,
  );
  expect(grey).toBe(true);
});
