import { expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';
import type { PaneInHost } from './open-pane.ts';

const BOOK: WorkbookInput = {
  sheets: [{ name: 'Orders', cells: cellsFromRows([['Qty'], [5]]) }, { name: 'Other' }],
};

/** Events noted on the page as `name address author`. */
interface Noted {
  noted: string[];
}

/** Listens as a pane would, to all sheets, and keeps one registration to be taken back. */
const listen = (pane: PaneInHost) =>
  pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const page = globalThis as unknown as Noted & { stop: () => Promise<void> };
      page.noted = [];
      const { worksheets } = context.workbook;
      const changes = worksheets.onChanged.add(async ({ address, triggerSource, details }) => {
        page.noted.push(`changed ${address} ${triggerSource} ${details?.valueBefore}→${details?.valueAfter}`);
      });
      worksheets.onSelectionChanged.add(async ({ address }) => void page.noted.push(`selected ${address}`));
      worksheets.onActivated.add(async () => void page.noted.push('activated'));
      await context.sync();
      page.stop = async () => {
        changes.remove();
        await changes.context.sync();
      };
    }),
  );

const noted = (pane: PaneInHost, count: number) =>
  pane.page
    .waitForFunction((wanted) => (globalThis as unknown as Noted).noted.length >= wanted, {}, count)
    .then(() => pane.page.evaluate(() => (globalThis as unknown as Noted).noted));

itInHost('tells the pane what the clerk types, selects and turns to', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await listen(pane);
  await pane.setCells('Orders', 'A2', [[6]]);
  await pane.setCells('Orders', 'A2', [[7], [8]]);
  await pane.select('Other', 'B3');
  expect(await noted(pane, 4)).toEqual([
    'changed A2 Unknown 5→6',
    'changed A2:A3 Unknown undefined→undefined', // Excel gives no details for more than one cell
    'activated',
    'selected B3',
  ]);
});

itInHost(
  "marks the add-in's own writes, and is silent when events are off or the handler is gone",
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    await listen(pane);
    const write = (value: number, quietly: boolean) =>
      pane.page.evaluate(
        (given, silent) =>
          Excel.run(async (context) => {
            if (silent) context.runtime.enableEvents = false;
            context.workbook.worksheets.getItem('Orders').getRange('A2').values = [[given]];
            context.runtime.enableEvents = true;
            await context.sync();
          }),
        value,
        quietly,
      );
    await write(6, false);
    await write(7, true);
    await pane.select('Orders', 'A9');
    expect(await noted(pane, 2)).toEqual(['changed A2 ThisLocalAddin 5→6', 'selected A9']);

    await pane.page.evaluate(() => (globalThis as unknown as { stop: () => Promise<void> }).stop());
    await write(8, false);
    await pane.select('Orders', 'A8');
    expect((await noted(pane, 3)).at(-1)).toBe('selected A8');
  },
);

itInHost(
  'says of a co-author that he is elsewhere, whether he types, inserts, deletes or sorts',
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const page = globalThis as unknown as Noted;
        page.noted = [];
        const { worksheets } = context.workbook;
        worksheets.onChanged.add(async ({ address, changeType, source, triggerSource }) => {
          page.noted.push(`${changeType} ${address} ${source} ${triggerSource}`);
        });
        worksheets.onRowSorted.add(async ({ address, source }) => void page.noted.push(`sorted ${address} ${source}`));
        await context.sync();
      }),
    );
    const { coAuthor } = pane;
    await coAuthor.setCells('Orders', 'A3', [[3]]);
    await coAuthor.insertRows('Orders', 2, 1);
    await coAuthor.deleteRows('Orders', 2, 1);
    await coAuthor.sort('Orders', 'A2:A3', 0);
    await pane.sort('Orders', 'A2:A3', 0, { descending: true });
    expect(await noted(pane, 5)).toEqual([
      'RangeEdited A3 Remote Unknown',
      'RowInserted 2:2 Remote Unknown',
      'RowDeleted 2:2 Remote Unknown',
      'sorted A2:A3 Remote',
      'sorted A2:A3 Local',
    ]);
    expect((await pane.snapshot()).sheets[0]?.cells).toMatchObject({ A2: { value: 5 }, A3: { value: 3 } });
    // It is his own list that a co-author undoes.
    expect((await pane.undoLog()).map(({ member }) => member)).toEqual([]);
  },
);

itInHost('tells which rows were hidden or shown, by hand, by a filter and by the add-in', async ({ openPane }) => {
  const pane = await openPane({ sheets: [{ name: 'Orders', cells: cellsFromRows([['Qty'], [5], [6], [5], [5]]) }] });
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const page = globalThis as unknown as Noted;
      page.noted = [];
      const { worksheets } = context.workbook;
      worksheets.onRowHiddenChanged.add(async ({ address, changeType, source }) => {
        page.noted.push(`${changeType} ${address} ${source}`);
      });
      worksheets.onChanged.add(async ({ address }) => void page.noted.push(`changed ${address}`));
      await context.sync();
    }),
  );
  await pane.setRowsHidden('Orders', 2, 3, true);
  await pane.setRowsHidden('Orders', 2, 2, true);
  await pane.filter('Orders', 'A1:A5', 0, ['6']);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      sheet.autoFilter.clearCriteria();
      sheet.getRange('3:4').rowHidden = true;
      await context.sync();
    }),
  );
  expect(await noted(pane, 6)).toEqual([
    'Hidden 2:3 Local',
    'Unhidden 3:3 Local',
    'Hidden 4:5 Local',
    'Unhidden 2:2 Local',
    'Unhidden 4:5 Local',
    'Hidden 3:4 Local',
  ]);
});

itInHost('leads from the event to the cells that changed', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const page = globalThis as unknown as Noted;
      page.noted = [];
      context.workbook.worksheets.onChanged.add((event) =>
        Excel.run(async (later) => {
          const range = event.getRange(later).load('address,values');
          await later.sync();
          page.noted.push(`${range.address} ${range.values}`);
        }),
      );
      await context.sync();
    }),
  );
  await pane.setCells('Other', 'B2', [['x', 'y']]);
  expect(await noted(pane, 1)).toEqual(['Other!B2:C2 x,y']);
});

itInHost('refuses an event that it cannot fire', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const code = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.onCalculated.add(async () => undefined);
      await context.sync();
    }).catch((error) => error.code),
  );
  expect(code).toBe('NotImplemented');
  expect(await pane.refusals()).toEqual([expect.stringContaining('_RegisterCalculatedEvent()')]);
});
