import { afterEach, expect, test } from 'vitest';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

const fill = async (label: string, text: string) => {
  const field = await desk.page.waitForSelector(`aria/${label}`);
  await field?.click({ count: 3 }); // what stands there is replaced
  await field?.type(text);
};

test('a new company is led to its letterhead, until customers can answer its letters', async () => {
  desk = await openDesk('zh-Hans');
  await desk.press('开始', 'main');
  await fill('公司名称（印在确认书上）', '甬江五金行');
  await fill('您的姓名（登录时使用）', '王芳');
  await fill('密码', '回签 battery');
  await desk.press('建立账套');
  await desk.sees('确认书上还没有地址和电话');
  await desk.press('补全信笺抬头');

  await fill('公司名称', '甬江五金有限公司');
  await fill('地址', '宁波市海曙区中山西路8号');
  await fill('电话', '0574-8888 0000');
  await fill('电子邮箱（接收回签件）', '没有');
  await fill('含税价的税率（%）', '6');
  await desk.press('保存');
  await desk.sees('不是电子邮箱，应写成 sales@example.com 这样', 'form');
  await fill('电子邮箱（接收回签件）', 'orders@yongjiang.example');
  await desk.press('保存');
  await desk.sees('已保存');
  await desk.sees('甬江五金有限公司', 'header');

  await desk.page.reload();
  await desk.press('王芳');
  await desk.press('公司资料');
  await desk.sees('税率');
  const kept = await desk.page.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value));
  expect(kept).toEqual(
    expect.arrayContaining(['甬江五金有限公司', '宁波市海曙区中山西路8号', 'orders@yongjiang.example', '6']),
  );
  await desk.press('订单', 'nav');
  expect(await desk.page.evaluate(() => document.body.textContent)).not.toContain('确认书上还没有地址和电话');
  expect(desk.complaints).toEqual([]);
});
