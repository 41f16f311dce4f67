import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import { cellsFromRows, type WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      cells: {
        ...cellsFromRows([
          ['Item', 'Qty'],
          ['B', 3],
          ['A', 1],
          ['C', 2],
          [null, 9],
        ]),
        C2: { formula: '=B2*$B$1', value: 1 },
        B3: { value: 1, format: { 'fill.color': '#FF0000' } },
      },
      notes: [{ address: 'A2', content: 'of B' }],
    },
  ],
};

const column = async (pane: { snapshot: () => Promise<{ sheets: readonly { cells: object }[] }> }, letter: string) => {
  const cells = (await pane.snapshot()).sheets[0]?.cells as Record<string, { value?: unknown }>;
  return [2, 3, 4, 5].map((row) => cells[`${letter}${row}`]?.value);
};

itInHost('sorts by a column: formats, notes and formulas go along, blanks come last', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(await codeOf(pane, `sheet.getRange('A1:C5').sort.apply([{ key: 0, ascending: false }], false, true);`)).toBe(
    'done',
  );
  expect(await column(pane, 'A')).toEqual(['C', 'B', 'A', undefined]);
  const [orders] = (await pane.snapshot()).sheets;
  expect(orders?.cells.B4).toEqual({ value: 1, format: { 'fill.color': '#FF0000' } });
  expect(orders?.cells.C3?.formula).toBe('=B3*$B$1');
  expect(orders?.notes).toEqual([{ address: 'A3', content: 'of B' }]);
});

itInHost('leaves hidden rows where they are when the clerk sorts', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.setRowsHidden('Orders', 3, 3, true);
  await pane.sort('Orders', 'A2:C5', 1);
  expect(await column(pane, 'B')).toEqual([2, 1, 3, 9]);
});

itInHost('sorts columns from left to right, with what lies in them', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  await pane.sortColumns('Orders', 'A1:B5', 1, { descending: false });
  expect(await column(pane, 'A')).toEqual([3, 1, 2, 9]);
  expect(await column(pane, 'B')).toEqual(['B', 'A', 'C', undefined]);
  const [orders] = (await pane.snapshot()).sheets;
  expect(orders?.cells.A3?.format).toEqual({ 'fill.color': '#FF0000' });
  expect(orders?.notes).toEqual([{ address: 'B2', content: 'of B' }]);
});

itInHost('refuses sorting by colour, of columns, and without a key', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(await codeOf(pane, `sheet.getRange('A2:C5').sort.apply([{ key: 0, sortOn: 'CellColor' }]);`)).toBe(
    'NotImplemented',
  );
  expect(await codeOf(pane, `sheet.getRange('A2:C5').sort.apply([{ key: 0 }], false, false, 'Columns');`)).toBe(
    'NotImplemented',
  );
  expect(await codeOf(pane, `sheet.getRange('A2:C5').sort.apply([]);`)).toBe('InvalidArgument');
  expect(await pane.refusals()).toHaveLength(2);
});

itInHost(
  'filters by ticked values and shows the rows again, for the add-in and for the clerk',
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    const seen = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Orders');
        const { autoFilter } = sheet;
        const before = autoFilter.getRangeOrNullObject();
        autoFilter.apply(sheet.getRange('A1:B5'), 0, { filterOn: 'Values', values: ['A', 'C'] });
        autoFilter.load('enabled,isDataFiltered,criteria');
        const range = autoFilter.getRange().load('address');
        await context.sync();
        return [
          before.isNullObject,
          autoFilter.enabled,
          autoFilter.isDataFiltered,
          autoFilter.criteria.length,
          range.address,
        ];
      }),
    );
    expect(seen).toEqual([true, true, true, 2, 'Orders!A1:B5']);
    expect((await pane.snapshot()).sheets[0]?.hiddenRows).toEqual([2, 5]);
    await codeOf(pane, 'sheet.autoFilter.clearCriteria();');
    expect((await pane.snapshot()).sheets[0]?.hiddenRows).toEqual([]);
    await pane.filter('Orders', 'A1:B5', 1, ['3']);
    expect((await pane.snapshot()).sheets[0]?.hiddenRows).toEqual([3, 4, 5]);
    await pane.setCells('Orders', 'B5', [[3]]);
    await codeOf(pane, 'sheet.autoFilter.reapply();');
    expect((await pane.snapshot()).sheets[0]?.hiddenRows).toEqual([3, 4]);
    await codeOf(pane, 'sheet.autoFilter.clearColumnCriteria(1);');
    expect((await pane.snapshot()).sheets[0]?.hiddenRows).toEqual([]);
    await codeOf(pane, 'sheet.autoFilter.remove();');
    expect(await codeOf(pane, 'sheet.autoFilter.getRange().load("address");')).toBe('ItemNotFound');
    const address = `const range = sheet.getRange('A1:B5');`;
    expect(
      await codeOf(pane, `${address} sheet.autoFilter.apply(range, 0, { filterOn: 'TopItems', criterion1: '3' });`),
    ).toBe('NotImplemented');
    expect(await pane.refusals()).toHaveLength(1);
  },
);
