import type { Hands } from './open-desk.ts';

/** What people do on the desk in one test after the other. */

/** The clerk of the sample company posts its workbook: orders SO-202611-00001 … 00017. */
export async function postSample(desk: Hands): Promise<void> {
  await desk.press('以订单员身份开始');
  await desk.press('工作簿', 'nav');
  await desk.press('打开示例工作簿');
  await desk.press(/提交 \d+ 张订单/);
  await desk.sees('SO-202611-00001');
}

/** Types into the field of a form; what stands there is replaced. */
export async function fill(desk: Hands, label: string, text: string): Promise<void> {
  const field = await desk.page.waitForSelector(`form ::-p-aria([name="${label}"][role="textbox"])`);
  await field?.click({ count: 3 });
  await field?.type(text);
}

/** Clicks what has this name in a form: a radio button, a tick. */
export const choose = async (desk: Hands, name: string): Promise<void> =>
  (await desk.page.waitForSelector(`form ::-p-aria(${name})`))?.click();

/** Chooses from the list of this label in a form. */
export async function select(desk: Hands, label: string, value: string): Promise<void> {
  const list = await desk.page.waitForSelector(`form ::-p-aria([name="${label}"][role="combobox"])`);
  await list?.select(value);
}

/** What was loaded for the one before is gone when this one's answers are there. */
export async function become(desk: Hands, role: string): Promise<void> {
  await desk.press(`切换为${role}`, 'article');
  await arrived(desk, role);
}

/** The same by the menu at the top: for whoever isn't next. */
export async function actAs(desk: Hands, role: string): Promise<void> {
  await desk.press('当前身份', 'header');
  await desk.press(new RegExp(`${role}$`));
  await arrived(desk, role);
}

async function arrived(desk: Hands, role: string): Promise<void> {
  await desk.sees(`当前身份：${role}`, 'header');
  // The stream of changes never ends.
  await desk.page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 });
}

/** Ships all that may leave, rechecked by a colleague of whoever ships (R38). */
export async function shipAll(desk: Hands, colleague: string): Promise<void> {
  await desk.press('发货…', 'article');
  for (const point of ['型号', '数量', '批号', '地址', '收货人']) await choose(desk, point);
  await select(desk, '复核人', colleague);
  await desk.press('发货', 'form');
}
