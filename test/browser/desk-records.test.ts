import { afterEach, expect, test } from 'vitest';
import { actAs, become, fill, postSample, select } from './desk-at-work.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

test('what is short in stock is bought, made to come in, inspected and let through by those whose work it is', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.press('订单', 'nav');
  // The last of the goods go to this order; the other one wants them, too.
  await desk.press('SO-202611-00015');
  await become(desk, '订单主管');
  await desk.press('批准', 'article');
  await desk.sees('待确认', 'article header');
  await desk.press('SO-202611-00013', 'main');
  await desk.sees(/供应能力待签署.*库存不能满足：QF004/, 'article');

  await actAs(desk, '采购员');
  await desk.press('签署…', 'article');
  await desk.press('签署', 'form');
  await become(desk, '订单主管');
  await desk.press('批准…', 'article');
  await desk.sees('库存不足', 'form');
  await select(desk, '货源 QF004 黄铜球阀', 'purchase');
  await desk.press('批准', 'form');
  await desk.sees('待确认', 'article header');
  await desk.press('出具确认书', 'article');
  await desk.press('登记回签…', 'article');
  await desk.press('登记回签', 'form');
  await desk.sees('待备货', 'article header');

  // Half of it is prepaid: finance enters the payment, and it stands in the order's list.
  await actAs(desk, '财务专员');
  await desk.press('登记收款…', 'article');
  await desk.press('登记收款', 'form');
  await desk.sees(/类型.*请填写/, 'form');
  await select(desk, '类型', 'prepayment');
  await desk.press('登记收款', 'form');
  await desk.sees(/PAY-202611-00001收款¥10,041\.60/, 'article');

  await actAs(desk, '采购员');
  await desk.press('开始备货…', 'article');
  await desk.press('开始备货', 'form');
  await desk.press('报告进度…', 'article');
  await fill(desk, '本次完工或到货 QF004 黄铜球阀', '15');
  await desk.press('报告进度', 'form');
  await actAs(desk, '质检员');
  await desk.press('质检放行…', 'article');
  await desk.press('质检放行', 'form');
  await desk.sees(/质检放行（行号：数量）：1/, 'article');
  expect(desk.complaints).toEqual([]);
});

test('a change is asked for on the order’s page, what is missing is said, and who comes next is named', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.press('SO-202611-00001');
  await become(desk, '订单主管');
  await desk.press('批准', 'article');
  await desk.sees('待确认', 'article header');
  await desk.press('申请变更…', 'article');
  await desk.press('申请变更', 'form');
  await desk.sees(/原因\*请填写/, 'form');
  await select(desk, '明细行', '1');
  await fill(desk, '数量', '10');
  await fill(desk, '原因', '客户减量');
  await desk.press('申请变更', 'form');
  await desk.press(/打开 CR-202611-00001/, 'article');
  await desk.sees(/变更内容.*数量/, 'article');
  await desk.press('撤回变更…', 'article');
  await fill(desk, '原因', '客户又改主意');
  await desk.press('撤回变更', 'form');
  await desk.sees(/变更申请已撤回/, 'article');
  expect(desk.complaints).toEqual([]);
});

test('whoever signs in sees what waits for him, late first, and opens it from there', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await actAs(desk, '订单主管');
  await desk.press('订单', 'nav');
  await desk.press('我的待办', 'nav');
  await desk.sees(/SO-202611-\d{5}签署 · 订单主管审核/, 'ul[aria-label="我的待办"]');
  await desk.press(/SO-202611-00001/, 'main');
  await desk.press('批准', 'article');
  await desk.sees('待确认', 'article header');
  expect(desk.complaints).toEqual([]);
});
