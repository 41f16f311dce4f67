import { afterEach, expect, test } from 'vitest';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const openSample = async (until = '7 处错误、3 处警告') => {
  desk = await openDesk('zh-Hans');
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await desk.press('打开示例工作簿');
  await desk.sees(until);
};
/** Loads the page anew; whether the browser asked first. */
const reloadAsks = async (): Promise<boolean> => {
  let asked = false;
  const answer = (dialog: import('puppeteer').Dialog) => {
    asked = dialog.type() === 'beforeunload';
    return dialog.accept();
  };
  desk.page.on('dialog', answer);
  await desk.page.reload();
  desk.page.off('dialog', answer);
  return asked;
};

test('all errors with one right answer are fixed at once, warnings are left, and the orders can be posted', async () => {
  await openSample();
  await desk.press('更正 2 处（改法确定）');
  await desk.sees('5 处错误、3 处警告');
  await desk.press('提交 19 张订单');
  await desk.sees('SO-202611-00019');
  expect(desk.complaints).toEqual([]);
});

test('Ctrl+Z takes the last fix back, but not while somebody types', async () => {
  await openSample('更正 2 处（改法确定）');
  await desk.press('更正 2 处（改法确定）');
  await desk.sees('撤销');
  // The page says that it can be undone before the rows are checked again.
  await desk.page.waitForFunction(() => !document.body.textContent?.includes('更正 2 处（改法确定）'));
  const undo = async () => {
    await desk.page.keyboard.down('Control');
    await desk.page.keyboard.press('z');
    await desk.page.keyboard.up('Control');
  };
  await desk.page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await undo();
  await desk.page.evaluate(() => (document.activeElement as HTMLElement).remove());
  expect(await desk.page.evaluate(() => document.body.textContent)).not.toContain('更正 2 处（改法确定）');
  await undo();
  await desk.sees('更正 2 处（改法确定）');
});

test('the browser asks before fixes are lost, and not when there is nothing to lose', async () => {
  await openSample();
  expect(await reloadAsks()).toBe(false);
  await desk.press('打开示例工作簿');
  await desk.press(/\w+ 改为 ¥888\.00/);
  await desk.sees('6 处错误');
  expect(await reloadAsks()).toBe(true);
  await desk.press('打开示例工作簿');
  await desk.press(/\w+ 改为 ¥888\.00/);
  await desk.press('提交 18 张订单');
  await desk.sees('SO-202611-00018');
  expect(await reloadAsks()).toBe(false);
});

test('a finding walked to by F8 is not hidden by the filter bar', async () => {
  await openSample();
  // So low that every step up has to scroll.
  await desk.page.setViewport({ width: 1280, height: 560 });
  const isHidden = () =>
    desk.page.evaluate(() => {
      const line = document.querySelector('[aria-current="true"][type=button]')?.getBoundingClientRect();
      const bar = document.querySelector('section[aria-label="检查结果"] > div')?.getBoundingClientRect();
      return !line || !bar || line.top < bar.bottom;
    });
  const hidden: boolean[] = [];
  for (let i = 0; i < 9; i++) await desk.page.keyboard.press('F8');
  for (let i = 0; i < 8; i++) {
    await desk.page.keyboard.down('Shift');
    await desk.page.keyboard.press('F8');
    await desk.page.keyboard.up('Shift');
    await desk.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    hidden.push(await isHidden());
  }
  expect(hidden).toEqual(hidden.map(() => false));
});

test('Enter leads from the list into the order, Esc back to its row, also where only one of them has room', async () => {
  await openSample();
  await desk.press(/提交 \d+ 张订单/);
  await desk.sees('SO-202611-00017');
  await desk.press('订单', 'nav');
  await desk.press('SO-202611-00003', 'main');
  await desk.sees('1120-03', 'article');
  const focused = () => desk.page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('SO-202611-00003');
  for (const width of [1280, 700]) {
    await desk.page.setViewport({ width, height: 800 });
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForFunction(() => !document.querySelector('article'));
    expect(await focused()).toMatch(/^SO-202611-00003./);
    await desk.page.keyboard.press('Enter');
    await desk.sees('1120-03', 'article');
    expect(await focused()).toBe('SO-202611-00003');
  }
});
