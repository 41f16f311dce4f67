import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../server/print/browser/launch-browser.ts';
import { openBlankPane } from './blank-pane.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';
import type { PaneInHost } from './open-pane.ts';

const ORDERS: WorkbookInput = {
  sheets: [
    {
      name: 'Orders 订单',
      cells: cellsFromRows([
        ['Item', 'Qty'],
        ['A-1', 5],
        ['B-2', 7],
        ['C-3', 9],
      ]),
      hiddenRows: [3],
      merges: ['A6:B6'],
    },
    { name: 'Locked', cells: cellsFromRows([['x']]), protected: true },
  ],
};

let launched: LaunchedBrowser;
let pane: PaneInHost;
beforeAll(async () => {
  launched = await launchBrowser();
});
afterEach(() => pane.close());
afterAll(() => launched.close());
const open = async (workbook = ORDERS) => {
  pane = await openBlankPane(launched.browser, workbook);
  return pane.page;
};

describe('ranges', () => {
  it('reads, writes and reads again over several syncs', async () => {
    const page = await open();
    const seen = await page.evaluate(() =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
        used.load({ address: true, values: true, valueTypes: true });
        await context.sync();
        const before = [used.address, used.values[1], used.valueTypes[3]];
        used.getCell(1, 1).values = [[6]];
        const row = used.getRow(1).load('values');
        await context.sync();
        return [...before, row.values];
      }),
    );
    expect(seen).toEqual(["'Orders 订单'!A1:B4", ['A-1', 5], ['String', 'Double'], [['A-1', 6]]]);
    expect((await pane.snapshot()).sheets[0]?.cells['B2']?.value).toBe(6);
    expect(await pane.batches()).toHaveLength(3); // two, and the last of Excel.run itself
  });

  it('leaves unloaded what was not asked for: the client throws PropertyNotLoaded', async () => {
    const page = await open();
    const code = await page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return range.values;
      }).catch((error) => error.code),
    );
    expect(code).toBe('PropertyNotLoaded');
  });
});
