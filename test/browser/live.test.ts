import { mkdir } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { postSample } from './desk-at-work.ts';
import { fillingDisk } from './filling-disk.ts';
import { type Hands, openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const first = 'SO-202611-00001';
const pictures = process.env.PICTURES;
/** For whoever wants to see what it looks like. */
async function picture({ page }: Hands, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

test('what one does shows on the other’s page by itself: list, worklists, the opened order', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  const head = await desk.another();
  await head.press('以订单员身份开始');
  await head.press('订单', 'nav');
  await head.press(/全部订单/, 'nav[aria-label="待办"]');
  await head.press(first, 'main');
  await head.sees('待评审', 'article header');
  await head.press('当前身份', 'header');
  await head.press(/订单主管$/);
  await head.sees('当前身份：订单主管', 'header');

  await desk.press('订单', 'nav');
  await desk.press(/全部订单/, 'nav[aria-label="待办"]');
  await desk.press(first, 'main');
  await desk.sees('待评审', 'article header');

  await head.press('批准', 'article');
  await head.sees('待确认', 'article header');
  await desk.sees('待确认', 'article header');
  await desk.sees(/待确认1/, 'nav[aria-label="待办"]');
  expect(desk.complaints).toEqual([]);
});

test('a form that is open stays as it is filled in, and says that the order changed', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.press(first);
  await desk.press('作废…', 'article');
  const field = await desk.page.waitForSelector('article form textarea, article form input');
  await field?.type('客户重复下单');

  const head = await desk.another();
  await head.press('以订单员身份开始');
  await head.press('当前身份', 'header');
  await head.press(/订单主管$/);
  await head.sees('当前身份：订单主管', 'header');
  await head.page.goto(`${desk.url}/orders/${first}`);
  await head.press('批准', 'article');

  await desk.sees('待确认', 'article header');
  await desk.sees('这张订单又有变动', 'article');
  await picture(desk, 'form-outdated');
  const typed = await desk.page.$eval(
    'article form :is(textarea, input)',
    (element) => (element as HTMLInputElement).value,
  );
  expect(typed).toBe('客户重复下单');
  await desk.press('放弃填写', 'article');
  await desk.misses('这张订单又有变动', 'article');
});

test.each([
  ['zh-Hans', '以订单员身份开始', '磁盘已满', '批准', '当前身份', /订单主管$/, '当前身份：订单主管'],
  [
    'en',
    'Start: Order desk',
    'disk of the Countersign computer is full',
    'Approve',
    'Acting as',
    /Head of order desk$/,
    'Acting as Head of order desk',
  ],
] as const)(
  'that nothing can be kept stands on every page while it is so (%s)',
  async (locale, start, full, approve, me, head, acting) => {
    const { disk, fileSystem } = fillingDisk();
    desk = await openDesk(locale, { fileSystem });
    const other = await desk.another();
    await other.press(start);
    await desk.press(start);
    await desk.press(locale === 'en' ? 'Workbook' : '工作簿', 'nav');
    await desk.press(locale === 'en' ? 'Open the sample workbook' : '打开示例工作簿');
    await desk.press(locale === 'en' ? /Post \d+ orders/ : /提交 \d+ 张订单/);
    await desk.sees(first);
    await desk.press(first);
    await desk.press(me, 'header');
    await desk.press(head);
    await desk.sees(acting, 'header');

    disk.full = true;
    await desk.press(approve, 'article');
    for (const page of [desk, other]) await page.sees(full, '[role=alert]');
    await picture(desk, `trouble-${locale}`);
    await picture(other, `trouble-${locale}-other`);

    disk.full = false;
    await desk.press(approve, 'article');
    for (const page of [desk, other]) await page.misses(full);
  },
);
