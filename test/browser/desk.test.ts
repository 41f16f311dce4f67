import { afterEach, expect, test } from 'vitest';
import { readPdf } from '../../server/print/read-pdf.ts';
import { postSample, shipAll } from './desk-at-work.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

/** The bytes of the next file the desk fetches from this address. */
const fileFrom = async (part: string): Promise<Uint8Array> =>
  new Uint8Array(await (await desk.page.waitForResponse((response) => response.url().includes(part))).buffer());

const textOf = async (pdf: Promise<Uint8Array>): Promise<string> =>
  (await readPdf(await pdf)).map(({ body }) => body).join(' ');

test('an order goes through all hands, from the sample workbook to the report of the month', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('打开工作簿');
  await desk.press('打开示例工作簿');
  await desk.sees(/7 处错误、3 处警告/);
  await desk.press(/\w+ 改为 ¥12\.50/);
  await desk.sees(/撤销/);
  await desk.press('更正 2 处（改法确定）');
  await desk.sees('5 处错误、2 处警告');
  await desk.press(/提交 \d+ 张订单/);
  await desk.sees('SO-202611-00001');
  await desk.sees(/SO-202611-00001 待评审/, '[data-row="4"]');

  await desk.press('SO-202611-00001');
  await desk.sees('待评审', 'article');
  await desk.press('切换为订单主管');
  await desk.press('批准', 'article');
  await desk.press('出具确认书', 'article');
  const letter = fileFrom('/api/papers/SO-202611-00001-L1.pdf');
  await desk.press('订单确认书', 'article');
  expect(await textOf(letter)).toContain('华东精密机械有限公司');

  await desk.page.bringToFront();
  await desk.press('登记回签…', 'article');
  await desk.press('登记回签', 'form');
  await desk.press('切换为发货员', 'article');
  await shipAll(desk, 'warehouse');
  await desk.press('切换为订单员', 'article');
  await desk.press('登记签收…', 'article');
  await desk.press('登记签收', 'form');
  await desk.sees('已完成', 'article header');
  await desk.sees('登记 DN-202611-00001 签收');

  await desk.press('报表', 'nav');
  await desk.press('切换为订单主管');
  await desk.sees('2026年11月');
  const report = fileFrom('/api/reports/2026-11.pdf');
  await desk.press('报告 PDF');
  expect(await textOf(report)).toContain('SO-202611-00001');
  expect(desk.complaints).toEqual([]);
});

test('posting the same workbook again creates nothing and says so', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.page.reload();
  await desk.press('打开示例工作簿');
  await desk.press(/提交 \d+ 张订单/);
  await desk.sees('已存在，无变化');
  await desk.press('订单', 'nav');
  await desk.sees(/全部订单17/, 'nav[aria-label="待办"]');
});

test('while the server is away the orders stay here, and go out when it is back', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await desk.press('打开示例工作簿');
  await desk.sees(/7 处错误/);
  await desk.stopServer();
  // The page asks who is there, as when another window signs in: without an answer it stays what it is.
  await desk.page.evaluate(() => window.dispatchEvent(new StorageEvent('storage')));
  await desk.sees('服务器');
  await desk.press(/提交 17 张订单/);
  await desk.sees('17 张订单保存在这里');
  await desk.startServerAgain();
  await desk.press('立即重试');
  await desk.sees('SO-202611-00017');
  expect(await desk.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox')))).toEqual([]);
});
