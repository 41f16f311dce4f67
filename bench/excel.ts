import { textsIn } from '../locales/index.ts';
import { launchBrowser } from '../server/print/browser/launch-browser.ts';
import { openCompany } from '../test/browser/company-at-work.ts';
import {
  type CheckCosts,
  type Cost,
  checkAndMark,
  excelThatMarksWhenAsked,
  largeWorkbook,
} from '../test/browser/large-sheet.ts';
import { openPaneInHost } from '../test/host/open-pane.ts';
import type { Row } from './row.ts';

/** What the pane and Excel say to each other over a large sheet, counted by the stand-in for Excel (test/host). */
export async function* excel(): AsyncGenerator<Row> {
  for (const rows of [2000, 20_000]) {
    const { check, marks, marked } = await costsOf(rows);
    const size = `${rows.toLocaleString('en')} rows in the pane`;
    yield* rowsOf(`check of ${size}`, check, { syncs: 10 });
    yield* rowsOf(`marking ${marked.toLocaleString('en')} places of ${size}`, marks, { syncs: 20, megabytes: 2 });
  }
}

async function costsOf(rows: number): Promise<CheckCosts> {
  const company = await openCompany();
  const { browser, close } = await launchBrowser();
  try {
    // Scattered: neighbours below each other would be marked as one place.
    const workbook = largeWorkbook({ rows, wrong: Math.min(2000, rows / 2) });
    const requirementSets = excelThatMarksWhenAsked;
    const pane = await openPaneInHost({ browser, url: company.paneUrl, workbook, requirementSets });
    return await checkAndMark(pane, textsIn('en'));
  } finally {
    await close();
    await company.close();
  }
}

function* rowsOf(
  what: string,
  { syncs, bytes, largest }: Cost,
  atMost: { readonly syncs: number; readonly megabytes?: number },
): Generator<Row> {
  yield { what: `${what}: conversations with Excel`, value: syncs, unit: 'syncs', target: { atMost: atMost.syncs } };
  yield {
    what: `${what}: both ways`,
    value: bytes / 1e6,
    unit: 'MB',
    ...(atMost.megabytes !== undefined && { target: { atMost: atMost.megabytes } }),
  };
  yield { what: `${what}: largest message`, value: largest / 1e6, unit: 'MB', target: { atMost: 4 } };
}
