import { expect } from 'vitest';
import type { PlainDate } from '../../core/value/date.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';

const BOOK = {
  name: '订单.xlsx',
  sheets: [{ name: 'Orders' }, { name: 'Other' }, { name: 'Hidden', visibility: 'Hidden' as const }],
};

itInHost('tells of the workbook, its settings and its sheets', async ({ openPane }) => {
  const pane = await openPane({ ...BOOK, settings: { mapping: 'B' } });
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load('name,readOnly,autoSave,protection/protected');
      const { application, worksheets, settings } = workbook;
      application.load('calculationMode,decimalSeparator,thousandsSeparator');
      application.suspendApiCalculationUntilNextSync();
      const setting = settings.getItem('mapping').load('key,value');
      const counts = [settings.getCount(), worksheets.getCount(), worksheets.getCount(true)];
      const ends = [worksheets.getFirst(), worksheets.getLast(), worksheets.getLast(true)];
      for (const sheet of ends) sheet.load('id,name,position');
      context.runtime.load('enableEvents');
      await context.sync();
      return {
        book: [workbook.name, workbook.readOnly, workbook.autoSave, workbook.protection.protected],
        signs: [application.calculationMode, application.decimalSeparator, application.thousandsSeparator],
        setting: [setting.key, setting.value],
        counts: counts.map(({ value }) => value),
        ends: ends.map(({ name, position }) => [name, position]),
        ids: new Set(ends.map(({ id }) => id)).size,
        events: context.runtime.enableEvents,
      };
    }),
  );
  expect(seen).toEqual({
    book: ['订单.xlsx', false, true, false],
    signs: ['Automatic', '.', ','],
    setting: ['mapping', 'B'],
    counts: [1, 3, 2],
    ends: [
      ['Orders', 0],
      ['Hidden', 2],
      ['Other', 1],
    ],
    ids: 3,
    events: true,
  });
});

itInHost('tells of sheets that come, go and are turned to, until nobody listens', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const page = globalThis as unknown as { noted: string[]; stop: () => Promise<void> };
      page.noted = [];
      const { worksheets } = context.workbook;
      const orders = worksheets.getItem('Orders');
      const note = (what: string) => async () => void page.noted.push(what);
      const registrations: { remove(): void }[] = [
        worksheets.onAdded.add(note('added')),
        worksheets.onDeleted.add(note('deleted')),
        worksheets.onActivated.add(note('a sheet activated')),
        worksheets.onDeactivated.add(note('a sheet deactivated')),
        worksheets.onSelectionChanged.add(note('a selection')),
        worksheets.onRowSorted.add(note('a sheet sorted')),
        worksheets.onColumnSorted.add(note('columns of a sheet sorted')),
        worksheets.onRowHiddenChanged.add(note('rows of a sheet hidden or shown')),
        orders.onActivated.add(note('activated')),
        orders.onDeactivated.add(note('deactivated')),
        orders.onChanged.add(note('changed')),
        orders.onSelectionChanged.add(note('selected')),
        orders.onRowSorted.add(note('sorted')),
        orders.onColumnSorted.add(note('columns sorted')),
        orders.onRowHiddenChanged.add(note('rows hidden or shown')),
      ];
      await context.sync();
      page.stop = async () => {
        for (const registration of registrations) registration.remove();
        await context.sync();
      };
    }),
  );
  const act = async (hidden: boolean): Promise<void> => {
    await pane.setCells('Orders', 'A1', [[2], [1]]);
    await pane.sort('Orders', 'A1:A2', 0);
    await pane.setRowsHidden('Orders', 2, 2, hidden);
    await pane.select('Other', 'A1');
    await pane.select('Orders', 'B2');
    await codeOf(pane, `context.workbook.worksheets.add('New').delete();`);
  };
  await act(true);
  const expected = [
    'changed',
    'a sheet sorted',
    'sorted',
    'rows of a sheet hidden or shown',
    'rows hidden or shown',
    'a sheet deactivated',
    'deactivated',
    'a sheet activated',
    'a selection',
    'a sheet deactivated',
    'a sheet activated',
    'activated',
    'a selection',
    'selected',
    'added',
    'deleted',
  ];
  const noted = () => pane.page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
  await pane.page.waitForFunction(
    (count) => (globalThis as unknown as { noted: string[] }).noted.length >= count,
    {},
    expected.length,
  );
  expect([...(await noted())].sort()).toEqual([...expected].sort());
  await pane.page.evaluate(() => (globalThis as unknown as { stop: () => Promise<void> }).stop());
  await act(false);
  expect(await noted()).toHaveLength(expected.length);
});

itInHost('takes all sheets out of a file, under free names, and says which', async ({ openPane }) => {
  const pane = await openPane({ sheets: [{ name: 'Orders' }, { name: '客户', cells: { A1: { value: 'mine' } } }] });
  const file = Buffer.from(await hardware.workbook('2026-11-20' as PlainDate)).toString('base64');
  const seen = await pane.page.evaluate(
    (base64) =>
      Excel.run(async (context) => {
        const { workbook } = context;
        const ids = workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
        await context.sync();
        const sheets = ids.value.map((id) => workbook.worksheets.getItem(id).load('name,position'));
        await context.sync();
        return sheets.map(({ name, position }) => [name, position]);
      }),
    file,
  );
  expect(seen).toEqual([
    ['订单', 2],
    ['价格表', 3],
    ['库存', 4],
    ['客户 (2)', 5],
  ]);
  const [, mine, orders] = (await pane.snapshot()).sheets;
  expect(mine?.cells).toEqual({ A1: { value: 'mine' } });
  expect(orders?.cells.J4?.formula).toBe('=ROUND(H4*I4,2)');
  expect(await codeOf(pane, `context.workbook.insertWorksheetsFromBase64('AAAA', { positionType: 'End' });`)).toBe(
    'InvalidArgument',
  );
});

itInHost('adds no sheet to a workbook whose structure is protected', async ({ openPane }) => {
  const pane = await openPane({ ...BOOK, protected: true });
  expect(await codeOf(pane, `context.workbook.worksheets.add('New');`)).toBe('AccessDenied');
});

itInHost.for([
  ['a name that is taken', `context.workbook.worksheets.add('other');`, 'InvalidArgument'],
  ['a name with a slash', `sheet.name = 'a/b';`, 'InvalidArgument'],
  [
    'to show a hidden sheet by turning to it',
    `context.workbook.worksheets.getItem('Hidden').activate();`,
    'InvalidArgument',
  ],
  [
    'to hide the last sheet',
    `context.workbook.worksheets.getItem('Other').delete(); sheet.visibility = 'Hidden';`,
    'InvalidArgument',
  ],
  [
    'to delete the last sheet',
    `context.workbook.worksheets.getItem('Other').delete(); sheet.delete();`,
    'InvalidArgument',
  ],
  ['a place that is none', `sheet.position = 7;`, 'InvalidArgument'],
  ['an address that is none', `sheet.getRange('Nothing').load('address');`, 'InvalidArgument'],
  ['a setting that is not there', `context.workbook.settings.getItem('none').load('value');`, 'ItemNotFound'],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});
