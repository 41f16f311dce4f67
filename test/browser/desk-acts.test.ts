import { afterEach, expect, test } from 'vitest';
import type { OrderView } from '../../core/wire/order-views.ts';
import { minuteIn } from '../../desk/order/act/office-clock.ts';
import { become, choose, fill, postSample, shipAll } from './desk-at-work.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk?.close());

/** A field for day and time takes no typed text that would read the same in every browser. */
const setTime = (value: string) =>
  desk.page.evaluate((time) => {
    const field = document.querySelector('form input[type=datetime-local]') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, time);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);

const questionsIn = ({ review }: OrderView) => review?.questions ?? [];

const open = async (number: string) => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.press(number);
};

test('an order that needs two signatures is asked about, signed, approved, and its letter followed', async () => {
  await open('SO-202611-00003');
  await desk.sees(/评审订单主管审核待签署.*金额 ¥[\d.,]+ 在审批权限内.*审批待前序签署.*可签署：销售经理/, 'article');

  // The head signs what is his, after a question to the customer.
  await become(desk, '订单主管');
  await desk.press('询问客户…', 'article');
  await fill(desk, '要问客户的问题', '可以分两批交货吗？');
  // The order may be asked for once more while the question is still under way.
  const asked = desk.page.waitForResponse(
    async (response) =>
      response.url().endsWith('SO-202611-00003') &&
      response.request().method() === 'GET' &&
      questionsIn((await response.json()) as OrderView).length > 0,
  );
  await desk.press('询问客户', 'form');
  const [question] = questionsIn((await (await asked).json()) as OrderView);
  await desk.sees(/询问客户：可以分两批交货吗？订单主管.*前回复/, 'article');
  await desk.press('登记客户回复…', 'article');
  await fill(desk, '客户回复（原话）', '可以，先发一半。');
  await fill(desk, '回复人', '林先生');
  await setTime(minuteIn(question?.askedAt ?? ('' as never), 'Asia/Shanghai'));
  await desk.press('登记客户回复', 'form');
  await desk.sees(/客户回复：可以，先发一半。林先生/, 'article');
  await desk.press('签署…', 'article');
  await choose(desk, '有条件同意');
  await fill(desk, '书面意见', '先发一半');
  await desk.press('签署', 'form');
  await desk.sees(/有条件同意 · 订单主管，.*：先发一半/, 'article');
  await desk.sees('签署订单主管审核：有条件同意：先发一半', 'article');

  // The sales manager's approval is his signature, in writing, for the discount is beyond what is free.
  await become(desk, '销售经理');
  await desk.press('批准…', 'article');
  await fill(desk, '书面意见', '老客户，按约定折扣');
  await desk.press('批准', 'form');
  await desk.sees('待确认', 'article header');

  await become(desk, '订单员');
  await desk.press('出具确认书', 'article');
  await desk.press('登记寄送…', 'article');
  await fill(desk, '寄往（地址、号码或收件人）', 'lin@example.com');
  await desk.press('登记寄送', 'form');
  await desk.sees('将确认书寄往 lin@example.com', 'article');
  await desk.press('登记送达…', 'article');
  await desk.press('登记送达', 'form');
  await desk.sees('登记确认书于 2026年11月20日 送达', 'article');
  await desk.press('回签不合格…', 'article');
  await fill(desk, '原因', '没有盖章');
  await desk.press('回签不合格', 'form');
  await desk.sees('没有盖章', 'article');
  expect(desk.complaints).toEqual([]);
});

test('what the customer refuses at the door is open again', async () => {
  await open('SO-202611-00001');
  await become(desk, '订单主管');
  await desk.press('批准', 'article');
  await desk.press('出具确认书', 'article');
  await desk.press('登记回签…', 'article');
  await desk.press('登记回签', 'form');
  await become(desk, '发货员');
  await shipAll(desk, 'warehouse');
  await become(desk, '订单员');
  await desk.press('登记签收…', 'article');
  await desk.sees(/当场拒收/, 'form');
  const refused = await desk.page.$('form input[inputmode=decimal]');
  await refused?.type('1');
  await fill(desk, '签收时的异议', '外箱破损');
  await desk.press('登记签收', 'form');
  await desk.sees(/当场拒收：SO-202611-00001 第 1 行 × 1签收异议：外箱破损/, 'article');
  await desk.sees('部分发货', 'article header');
  expect(desk.complaints).toEqual([]);
});
