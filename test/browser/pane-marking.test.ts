import { describe, expect } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { checkAndMark, excelThatMarksWhenAsked, largeWorkbook } from './large-sheet.ts';
import { checkAsClerk, itAtWork } from './pane-at-work.ts';

const t = textsIn('en');
const older = { requirementSets: excelThatMarksWhenAsked };
const own = '=LEN("countersign ';

const marksOf = async (pane: PaneInHost) =>
  (await pane.snapshot()).sheets
    .flatMap(({ conditionalFormats }) => conditionalFormats)
    .filter(({ formula }) => formula.startsWith(own));
const untilMarked = async (pane: PaneInHost, wanted: boolean) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await marksOf(pane)).length > 0 === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(wanted ? 'nothing was marked' : 'marks were not cleared');
};
const turn = async ({ page }: PaneInHost) => (await page.$('input[role=switch]'))?.click();
const isOn = ({ page }: PaneInHost) => page.$eval('input[role=switch]', (input) => (input as HTMLInputElement).checked);

describe('marks of a check', () => {
  itAtWork('come by themselves and go with one click, and the sheet is as it was', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { url: company.paneUrl });
    const before = await pane.snapshot();
    await checkAsClerk(pane, t);
    await untilMarked(pane, true);
    expect(await isOn(pane)).toBe(true);
    const shot = process.env.COUNTERSIGN_PICTURES;
    if (shot) await pane.page.screenshot({ path: `${shot}/marks-en.png` });
    expect((await pane.snapshot()).settings).toEqual(before.settings);
    await turn(pane);
    await untilMarked(pane, false);
    expect((await pane.snapshot()).sheets).toEqual(before.sheets);
  });

  itAtWork('wait to be asked for where Excel would forget its undo list', async ({ openPane, company }) => {
    const pane = await openPane(company.workbook, { ...older, url: company.paneUrl });
    const before = await pane.snapshot();
    await checkAsClerk(pane, t);
    expect(await isOn(pane)).toBe(false);
    expect((await pane.snapshot()).sheets).toEqual(before.sheets);
    await turn(pane);
    await untilMarked(pane, true);
  });

  itAtWork(
    'are named where the sheet is protected, and the findings stay in the pane',
    async ({ openPane, company }) => {
      const sheets = company.workbook.sheets.map((sheet) => ({ ...sheet, protected: true }));
      const pane = await openPane({ ...company.workbook, sheets }, { url: company.paneUrl });
      await checkAsClerk(pane, t);
      await pane.page.waitForFunction(() => document.body.textContent?.includes('Protected, so marked only here'));
      expect(await pane.page.$$('[id^=finding-]')).not.toHaveLength(0);
      expect(await marksOf(pane)).toEqual([]);
    },
  );

  itAtWork('of 20,000 rows cost Excel little, as does their check', async ({ openPane, company }) => {
    const large = largeWorkbook({ rows: 20_000, wrong: 2000 });
    const pane = await openPane(large, { ...older, url: company.paneUrl });
    const { check, marks, marked } = await checkAndMark(pane, t);
    expect(check.syncs).toBeLessThanOrEqual(10);
    expect(marked).toBeGreaterThanOrEqual(2000);
    expect(marks.syncs).toBeLessThanOrEqual(20);
    expect(marks.bytes).toBeLessThanOrEqual(2_000_000);
    expect(Math.max(check.largest, marks.largest)).toBeLessThanOrEqual(4_000_000);
  });
});
