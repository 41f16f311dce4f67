import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-sheets-'));
});
afterEach(async () => {
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

type Rows = readonly (readonly (string | number)[])[];

/** Opens files of these rows, each by its name, on the workbook page. */
async function openFiles(files: Readonly<Record<string, Rows>>): Promise<void> {
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, rows]) => {
      await writeFile(join(folder, name), rows.map((row) => row.join(',')).join('\n'));
      return join(folder, name);
    }),
  );
  const input = await desk.page.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

async function openWorkbookPage(): Promise<void> {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
}

/** Opens what is folded and chooses from the select of this name. */
async function choose(name: string, value: string): Promise<void> {
  const select = `select[aria-label="${name}"]`;
  await desk.page.waitForSelector(select);
  await desk.page.evaluate((place) => {
    const details = document.querySelector(place)?.closest('details');
    if (details) details.open = true;
  }, select);
  await desk.page.select(select, value);
}

const prices: Rows = [
  ['货号', '条码', '品名', '单位', '标准单价'],
  ['0101', '6900000000017', '绿豆糕', '箱', 118],
  ['0102', '6900000000017', '绿豆糕', '袋', 10.5],
];

test('where only a person can tell he is offered what it could be; what he picks is written, checked and undone', async () => {
  await openWorkbookPage();
  await openFiles({
    '订单.csv': [
      ['订单号', '客户名称', '货号', '条码', '数量', '单价'],
      ['1001', '华东精密机械有限公司', '', '6900000000017', 2, 118],
    ],
    '价目表.csv': prices,
  });
  const finding = '[id$="-item.ambiguous"]';
  await desk.page.waitForSelector(finding);
  await desk.press('D2：选择', finding);
  await desk.press('C2：0101', finding);
  await desk.page.waitForFunction((gone) => document.querySelector(gone) === null, {}, finding);
  await desk.sees('0 处错误');
  await desk.press('撤销');
  await desk.page.waitForSelector(finding);
  expect(desk.complaints).toEqual([]);
});

test('a person says what a table and its columns are, and the page knows it when the sheet is opened again', async () => {
  const slips: Rows = [
    ['东西', '多少', '给谁'],
    ['QF002', 5, '华东精密机械有限公司'],
  ];
  const checked = '张订单';
  await openWorkbookPage();
  await openFiles({ '备货.csv': slips });
  await desk.sees('没有找到订单表');
  await choose('备货!A1:C2 是什么', 'orders');
  await desk.sees('没有商品列');
  await choose('“东西”的含义', 'itemCode');
  await choose('“多少”的含义', 'quantity');
  await desk.sees(`1 行1 ${checked}`);
  await desk.page.reload();
  await openFiles({ '备货.csv': [...slips, ['QF003', 7, '华东精密机械有限公司']] });
  await desk.sees(`2 行1 ${checked}`);
  expect(desk.complaints).toEqual([]);
});

test('20,000 rows are checked beside the page: it can be used meanwhile, and the check be stopped and made later', async () => {
  await openWorkbookPage();
  // Holds the worker's findings back until the test lets them through: what works till then doesn't wait for them.
  await desk.page.evaluateOnNewDocument(() => {
    const held: (() => void)[] = [];
    let holding = true;
    const letThrough = () => {
      holding = false;
      for (const deliver of held.splice(0)) deliver();
    };
    type Listener = ((event: MessageEvent) => void) | null;
    class HeldWorker extends Worker {
      override set onmessage(listener: Listener) {
        super.onmessage = (event: MessageEvent) => {
          const deliver = () => listener?.(event);
          if (holding && 'tables' in (event.data.answer ?? {})) held.push(deliver);
          else deliver();
        };
      }
    }
    Object.assign(globalThis, { Worker: HeldWorker, letThrough });
  });
  await desk.page.reload();
  const orders = Array.from({ length: 20_000 }, (_, at) => [
    `A${at >> 2}`,
    '华东精密机械有限公司',
    'QF002',
    1 + (at % 9),
  ]);
  await openFiles({ '大表.csv': [['订单号', '客户名称', '货号', '数量'], ...orders] });
  await desk.sees('正在检查 20,001 行');
  expect(desk.page.workers()).toHaveLength(1);
  await desk.press('订单', 'nav');
  await desk.press('工作簿', 'nav');
  await desk.sees('正在检查 20,001 行');
  await desk.press('取消');
  await desk.page.evaluate(() => (globalThis as unknown as { letThrough(): void }).letThrough());
  await desk.press('检查');
  await desk.sees('5000 张订单');
  expect(desk.complaints).toEqual([]);
});
