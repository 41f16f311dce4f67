import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { connectAsClerk, itAtWork, press, waitForText } from './pane-at-work.ts';

const t = textsIn('zh-Hans');
const due = `section[aria-label="${t('screens:pane.due.title')}"]`;

/** What the server would say of a letter that is late: making one takes a week of its clock. */
const worklist = {
  entries: [
    {
      order: {
        number: 'SO-202611-00001',
        key: 'CG-1',
        customer: '华东精密',
        status: 'awaiting-countersign',
        owner: { role: 'order-desk', by: 'entered' },
        currency: 'CNY',
        total: '1',
        postedAt: '2026-11-18T02:00:00Z',
        due: null,
        lateDays: 1,
      },
      command: 'record-countersign',
      isLate: true,
      owned: true,
      asked: true,
    },
  ],
};

describe('what is due', () => {
  itAtWork('stands on top when the pane opens, until it is put away for the day', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl, language: 'zh-CN' });
    const { page } = pane;
    await page.evaluate((said) => {
      const { fetch: asked } = globalThis;
      // Said in the server's name, which the pane looks at.
      globalThis.fetch = async (...args) => {
        const answer = await asked(...args);
        const { headers } = answer;
        const { tomorrow } = globalThis as { tomorrow?: string };
        if (tomorrow !== undefined && String(args[0]).endsWith('/api/session'))
          return Response.json({ ...(await answer.json()), today: tomorrow }, { headers });
        return String(args[0]).includes('/api/worklist') ? Response.json(said, { headers }) : answer;
      };
    }, worklist);
    await connectAsClerk(pane, t);
    await waitForText(page, t('screens:pane.due.letters-late', { count: 1 }));
    expect(await page.$eval(`${due} a`, (link) => link.getAttribute('href'))).toBe(
      '/orders?status=awaiting-countersign',
    );
    await press(page, t('screens:pane.due.dismiss'), due);
    await expect.poll(() => page.$(due)).toBeNull();
    // Looked at again, it stays away.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await press(page, '②');
    await press(page, '①');
    expect(await page.$(due)).toBeNull();

    // Left open overnight, it is due again, and a message's tomorrow is another day. What a device stays connected for, a click on a
    // sample doesn't: the day is said in the server's name too.
    await press(page, t('screens:chat.open'));
    await page.waitForSelector('textarea');
    await page.type('textarea', 'QF002 两百只，明天，送昆山');
    const wished = () => page.$eval('input[type=date]', ({ value }) => value).catch(() => null);
    await expect.poll(wished).toBe('2026-11-21');
    await page.evaluate(() => {
      Object.assign(globalThis, { tomorrow: '2026-11-21' });
      window.dispatchEvent(new Event('focus'));
    });
    await waitForText(page, t('screens:pane.due.letters-late', { count: 1 }));
    await expect.poll(wished).toBe('2026-11-22');
  });
});
