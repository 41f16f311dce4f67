import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { checkAsClerk, clipboardOf, itAtWork, press, readyOrders, waitForText } from './pane-at-work.ts';

const t = textsIn('zh-Hans');

async function postAll(pane: PaneInHost): Promise<void> {
  const { page } = pane;
  await checkAsClerk(pane, t);
  await press(page, '③');
  const ready = await readyOrders(page);
  await press(page, t('screens:post.button', { count: ready }));
  await waitForText(page, t('screens:post.already', { count: ready }));
}

describe('the ready reply', () => {
  itAtWork('says to the customer what was taken, and under which number', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    await postAll(pane);
    const copied = await clipboardOf(page, true);
    await press(page, t('screens:reply.copy'), 'main');
    await waitForText(page, t('screens:reply.copied'));
    const number = await page.$eval('main li a, main li button.fui-Link', (link) => link.textContent);
    expect(await copied()).toContain(number);
    expect(await copied()).toMatch(/\n- /);

    await clipboardOf(page, false);
    await press(page, t('screens:reply.copy'), 'main');
    await waitForText(page, t('screens:reply.copy-yourself'));
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value)).toContain(number);
  });
});
