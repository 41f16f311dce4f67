import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;
async function open(sheets: Sheets): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows as (string | number)[][]);
  const file = join(folder, '订单.xlsx');
  await writeFile(file, new Uint8Array(await book.xlsx.writeBuffer()));
  const input = await desk.page.waitForSelector('input[type=file]');
  await (input as { uploadFile(path: string): Promise<void> } | null)?.uploadFile(file);
}
const text = () => desk.page.evaluate(() => document.body.textContent);

const ownBooks = (customer: string): Sheets => ({
  订单: [
    ['订单号', '客户编码', '客户名称', '货号', '数量', '单价'],
    ['1', 'Q-1', customer, 'Z-9', 5, 3],
    ['2', 'Q-1', customer, 'Z-9', 7, 3],
  ],
  价目表: [
    ['货号', '品名', '标准单价'],
    ['Z-9', '新品', 3],
  ],
  客户: [
    ['客户编码', '客户名称'],
    ['Q-1', customer],
  ],
});

test('orders sound by the workbook’s own books alone are named before posting', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await open(ownBooks('新客户有限公司'));
  await desk.sees('有 2 张订单服务器不会接收。服务器按已发布的资料检查，不按本工作簿里的价目表、客户。');
  await desk.sees(/1 · .*新客户有限公司|1 · .*Q-1/);
  await desk.sees('没有可提交的订单');
  await desk.sees('以下岗位可以发布资料：');
  expect(desk.complaints).toEqual([]);
});

test('a customer of thirty thousand letters is named, not sent, and fills no page', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await open(ownBooks('甲'.repeat(30_000)));
  await desk.sees('客户名称太长（30,000 个字符），最多 1,000 个字符，请缩短。');
  await desk.sees('2 张待改正');
  expect(await text()).not.toContain('有些内容不符合要求');
  const height = await desk.page.evaluate(
    () => document.querySelector('section[aria-label="检查结果"]')?.getBoundingClientRect().height ?? 0,
  );
  expect(height).toBeLessThan(1500);
});
