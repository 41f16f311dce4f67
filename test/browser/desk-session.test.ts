import { afterEach, expect, test } from 'vitest';
import { actAs } from './desk-at-work.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const monthShown = () => desk.page.$eval('main input[type=month]', (field) => (field as HTMLInputElement).value);

test('a page that is open overnight goes by the new day once it is looked at', async () => {
  desk = await openDesk('zh-Hans', { now: '2026-11-30T10:00:00Z' });
  await desk.press('以订单员身份开始');
  await actAs(desk, '财务经理');
  await desk.press('报表', 'nav');
  await desk.page.waitForSelector('main input[type=month]');
  expect(await monthShown()).toBe('2026-11');
  desk.pass(8);
  const look = () =>
    desk.page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
    });
  await expect
    .poll(async () => {
      await look();
      return monthShown();
    })
    .toBe('2026-12');
  // A server that is away at that moment takes nobody from his page.
  await desk.stopServer();
  await look();
  await desk.startServerAgain();
  await desk.press('订单', 'nav');
  await desk.sees('当前身份', 'header');
});

test('a button that waits says for what, to a screen reader too, and sends no form', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('开始', 'main');
  const go = () => desk.page.waitForSelector('form button[type=submit]');
  const reason = async () =>
    (await go())?.evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
  expect(await reason()).toBe('还有内容没有填写。');
  expect(await (await go())?.evaluate((button) => button.getAttribute('aria-disabled'))).toBe('true');
  for (const [label, text] of Object.entries({
    '公司名称（印在确认书上）': '甬江五金行',
    '您的姓名（登录时使用）': '王芳',
    密码: '回签 battery',
  }))
    await (await desk.page.waitForSelector(`aria/${label}`))?.type(text);
  expect(await reason()).toBeUndefined();
  await desk.press('建立账套');
  await desk.sees('甬江五金行', 'header');

  const { page } = await desk.another();
  const waiting = await page.waitForSelector('form button[aria-disabled=true]');
  const sent = await page.evaluateHandle(() => {
    const seen: string[] = [];
    document.addEventListener('submit', ({ type }) => seen.push(type), true);
    return seen;
  });
  await (await page.waitForSelector('form input'))?.press('Enter');
  await waiting?.click();
  expect(await sent.jsonValue()).toEqual([]);
  expect(desk.complaints).toEqual([]);
});
