import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../../../server/print/browser/launch-browser.ts';

let launched: LaunchedBrowser | undefined;
afterEach(() => launched?.close());

const profileOf = ({ browser }: LaunchedBrowser) =>
  browser
    .process()
    ?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='))
    ?.slice('--user-data-dir='.length) ?? '';

/** Running processes of a group, read from /proc. Dead ones that init has yet to collect don't count. */
async function running(group: number): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(numbers.map((number) => readFile(`/proc/${number}/stat`, 'utf8').catch(() => '')));
  return stats.filter((stat) => {
    const [state, , inGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(inGroup) === group && state !== 'Z';
  });
}

describe.runIf(process.platform === 'linux')('a launched browser', () => {
  it('leaves neither a process nor a profile behind', async () => {
    launched = await launchBrowser({ setting: 'pinned' });
    const profile = profileOf(launched);
    const pid = launched.browser.process()?.pid ?? 0;
    await launched.browser.newPage();
    expect(existsSync(profile)).toBe(true);
    expect((await running(pid)).length).toBeGreaterThan(1);

    await launched.close();
    await launched.close();
    expect(existsSync(profile)).toBe(false);
    await expect.poll(() => running(pid)).toEqual([]);
  });

  it('cleans up as well when the browser was killed from outside', async () => {
    launched = await launchBrowser({ setting: 'pinned' });
    const profile = profileOf(launched);
    const pid = launched.browser.process()?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await launched.close();
    expect(existsSync(profile)).toBe(false);
    await expect.poll(() => running(pid)).toEqual([]);
  });

  it('shows pages the fonts of the project, and no others', async () => {
    launched = await launchBrowser({ setting: 'pinned' });
    const page = await launched.browser.newPage();
    await page.setContent(
      '<p lang="zh-Hans" style="font-family: DejaVu Sans, Noto Sans CJK SC, sans-serif">回签 Countersign</p>',
    );
    const session = await page.createCDPSession();
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName }) => familyName)).toEqual(['Noto Sans SC']);
  });
});
