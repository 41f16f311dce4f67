import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actAs, postSample } from './desk-at-work.ts';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-notices-'));
});
afterEach(async () => {
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

const pictures = process.env.PICTURES;
/** For whoever wants to see what it looks like. */
async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await desk.page.screenshot({ path: `${pictures}/${name}.png` });
}
const type = async (label: string, text: string) => (await desk.page.waitForSelector(`aria/${label}`))?.type(text);

test('what could not be trusted at the start is named to whoever looks after the server, and to nobody else', async () => {
  desk = await openDesk('zh-Hans');
  await postSample(desk);
  await desk.stopServer();
  const order = join(desk.dataFolder, 'companies', 'hardware', 'orders', '2026-11', 'SO-202611-00003.json');
  await writeFile(order, 'rotten');
  await rm(`${order}.prev`, { force: true });
  await desk.startServerAgain();
  await desk.page.goto(`${desk.url}/reports`);
  await desk.sees('当前身份', 'header');
  await desk.misses('SO-202611-00003');
  await actAs(desk, '系统管理员');
  await desk.sees('SO-202611-00003.json');
  await picture('damaged');
  await desk.press('关闭提示');
  await desk.misses('SO-202611-00003');
  expect(desk.complaints).toEqual([]);
});

test('a planned backup that fails is told with when the last good one was made, and why', async () => {
  const backups = { folder: join(folder, 'backups'), everyHours: 1 / 3600, keep: { daily: 7, weekly: 0, monthly: 0 } };
  desk = await openDesk('zh-Hans', { backups });
  await desk.press('开始', 'main');
  await type('公司名称（印在确认书上）', '甬江五金行');
  await type('您的姓名（登录时使用）', '王芳');
  await type('密码', '回签 battery');
  await desk.press('建立账套');
  await desk.sees('甬江五金行', 'header');
  const again = async () => {
    await desk.startServerAgain();
    await desk.page.reload({ waitUntil: 'domcontentloaded' });
    await desk.sees('甬江五金行', 'header');
  };
  await desk.stopServer();
  await again(); // one is made at a start
  await desk.misses('自动备份失败');
  await desk.stopServer();
  await mkdir(join(backups.folder, 'lock-owner.json')); // nobody can write there any more
  await again();
  const said = () =>
    desk.page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
      return document.body.textContent;
    });
  await expect
    .poll(said, { interval: 500 })
    .toMatch(/自动备份失败（2026年11月20日 1\d:\d\d）。最近一次完好的备份：2026年11月20日 1\d:\d\d。备份到 .*失败/);
  await picture('backup-failed');
  await desk.press('关闭提示');
  await desk.misses('自动备份失败');
  expect(desk.complaints).toEqual([]);
});
