import { expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { connectAsClerk, itAtWork } from './pane-at-work.ts';

const t = textsIn('en');

itAtWork('the pane says that nothing can be saved while it is so, and works on', async ({ openPane, company }) => {
  const pane = await openPane(company.workbook, { url: company.paneUrl });
  await connectAsClerk(pane, t);
  const alertSays = (text: string, wanted: boolean) =>
    pane.page.waitForFunction(
      (words, isWanted) =>
        [...document.querySelectorAll('[role=alert]')].some((each) => each.textContent.includes(words)) === isWanted,
      { timeout: 60_000 },
      text,
      wanted,
    );
  company.disk.full = true;
  await expect(company.as('order-desk')).rejects.toMatchObject({ problem: { code: 'store.disk-full' } });
  await alertSays(t('screens:trouble.disk-full.what'), true);
  await alertSays(t('screens:trouble.disk-full.todo'), true);
  if (process.env.PICTURES) await pane.page.screenshot({ path: `${process.env.PICTURES}/pane-trouble.png` });
  await pane.page.click('footer button');
  await pane.page.waitForSelector('[id^=finding-]');
  company.disk.full = false;
  await alertSays(t('screens:trouble.disk-full.what'), false);
});
