import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlainDate } from '../../core/value/date.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-workbook-'));
});
afterEach(async () => {
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

const fill = async (label: string, text: string) => {
  const field = await desk.page.waitForSelector(`aria/${label}`);
  await field?.click({ count: 3 }); // what stands there is replaced
  await field?.type(text);
};
/** The form's fields, by keyboard as labels call them. */
const startBook = async () => {
  await desk.press('开始', 'main');
  await fill('公司名称（印在确认书上）', '甬江五金行');
  await fill('您的姓名（登录时使用）', '王芳');
  await fill('密码', '回签 battery');
  await desk.press('建立账套');
};
const openBook = async () => {
  const file = join(folder, '订单.xlsx');
  await writeFile(file, await hardware.workbook('2026-11-20' as PlainDate));
  await desk.press('工作簿', 'nav');
  const input = await desk.page.waitForSelector('input[type=file]');
  await (input as { uploadFile(path: string): Promise<void> } | null)?.uploadFile(file);
};

test('an office starts its own book, publishes its prices, and one person brings an order to its letter', async () => {
  desk = await openDesk('zh-Hans');
  await startBook();
  await desk.sees('甬江五金行', 'header');

  await openBook();
  await desk.sees('服务器还不能接收订单：尚未发布价目表、客户。');
  await desk.sees('没有可提交的订单');
  await desk.press('发布本工作簿的价目表、库存、客户…');
  await desk.sees(/价目表：\d+ 种商品，将成为第 1 版/);
  await desk.press('发布', 'section[aria-label="发布本工作簿的资料"]');
  await desk.sees('已发布：价目表第 1 版、库存第 1 版、客户第 1 版。');
  expect(await desk.page.evaluate(() => document.body.textContent)).not.toContain('服务器还不能接收订单');
  await desk.press(/提交 \d+ 张订单/);

  await desk.press('SO-202611-00001');
  await desk.press('批准…', 'article');
  await fill('这张订单也是您录入的，请填写独自批准的原因', '只有我一人');
  await desk.press('批准', 'form');
  await desk.press('出具确认书', 'article');
  const letter = desk.page.waitForResponse((response) => response.url().includes('/api/papers/SO-202611-00001-L1.pdf'));
  await desk.press('订单确认书', 'article');
  const pages = await readPdf(new Uint8Array(await (await letter).buffer()));
  expect(pages.map(({ body }) => body).join(' ')).toContain('甬江五金行');
  await desk.page.bringToFront();
  await desk.sees('批准：只有我一人', 'article');
  expect(desk.complaints).toEqual([]);
});

test('who left comes back by name and password; the door to start another book is gone', async () => {
  desk = await openDesk('zh-Hans');
  await startBook();
  await desk.press('王芳');
  await desk.press('退出登录');
  await desk.sees('登录', 'main');
  expect(await desk.page.evaluate(() => document.body.textContent)).not.toContain('建立自己的账套');
  await fill('用户名', '王芳');
  await fill('密码', '回签 battery1');
  await desk.press('登录', 'form');
  await desk.sees('用户名或密码不正确');
  await fill('密码', '回签 battery');
  await desk.press('登录', 'form');
  await desk.sees('甬江五金行', 'header');
});
