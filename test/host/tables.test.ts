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
          ['B', 2],
          ['A', 1],
        ]),
        A5: { value: 'below' },
        D2: { value: 'beside' },
      },
      tables: [{ name: 'Lines', address: 'A1:B3' }],
    },
  ],
};

const table = `const table = sheet.tables.getItem('Lines');`;

itInHost('reads a table by its parts', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { tables } = context.workbook;
      tables.load('count');
      const lines = tables.getItemAt(0).load('id,name,style,showHeaders,showTotals');
      const count = tables.getCount();
      const onSheet = context.workbook.worksheets.getItem('Orders').tables.getCount();
      const { columns, rows } = lines;
      columns.load('count,items/name,items/index,items/id');
      rows.load('count,items/values,items/index');
      const qty = columns.getItem('qty').load('values');
      const none = columns.getItemOrNullObject('Price');
      const there = columns.getItemOrNullObject('Item').load('name');
      const second = columns.getItemAt(1).load('name');
      const parts = [
        qty.getRange(),
        qty.getHeaderRowRange(),
        qty.getDataBodyRange(),
        rows.getItemAt(1).getRange(),
        lines.getRange(),
      ].map((range) => range.load('address'));
      const counts = [columns.getCount(), rows.getCount()];
      const sheet = lines.worksheet.load('name');
      await context.sync();
      const { id, ...facts } = lines.toJSON() as Record<string, unknown>;
      return {
        id: typeof id,
        facts: { name: facts.name, style: facts.style, headers: facts.showHeaders, totals: facts.showTotals },
        counts: [
          tables.count,
          count.value,
          onSheet.value,
          columns.count,
          rows.count,
          ...counts.map(({ value }) => value),
        ],
        columns: columns.items.map(({ name, index, id: number }) => [name, index, number]),
        rows: rows.items.map(({ values, index }) => [values, index]),
        names: [there.name, second.name, sheet.name, none.isNullObject],
        qty: qty.values,
        parts: parts.map(({ address }) => address),
      };
    }),
  );
  expect(seen).toEqual({
    id: 'string',
    facts: { name: 'Lines', style: 'TableStyleMedium2', headers: true, totals: false },
    counts: [1, 1, 1, 2, 2, 2, 2],
    columns: [
      ['Item', 0, 1],
      ['Qty', 1, 2],
    ],
    rows: [
      [[['B', 2]], 0],
      [[['A', 1]], 1],
    ],
    names: ['Item', 'Qty', 'Orders', true],
    qty: [['Qty'], [2], [1]],
    parts: ['Orders!B1:B3', 'Orders!B1', 'Orders!B2:B3', 'Orders!A3:B3', 'Orders!A1:B3'],
  });
});

itInHost('adds rows and columns, and what stands below and beside makes room', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const code = await codeOf(
    pane,
    `${table}
    table.rows.add(null, [['C', 3], ['D', 4]]);
    table.rows.add(0, [['Z', 0]]);
    table.columns.add(-1, null, 'Status');
    const price = table.columns.add(1, [['Price'], [1], [2], [3], [4], [5]]);
    price.name = 'List price';
    table.columns.getItem('Status').values = [['Status'], ['ok'], [''], [''], [''], ['']];
    table.rows.getItemAt(4).values = [['E', 6, 5, 'new']];`,
  );
  expect(code).toBe('done');
  const { cells, tables } = (await pane.snapshot()).sheets[0] ?? expect.fail('no sheet');
  expect(tables).toEqual([{ name: 'Lines', address: 'A1:D6' }]);
  expect([cells.A1, cells.B1, cells.C1, cells.D1].map((cell) => cell?.value)).toEqual([
    'Item',
    'List price',
    'Qty',
    'Status',
  ]);
  expect([cells.A2, cells.D2, cells.C3, cells.A6, cells.D6].map((cell) => cell?.value)).toEqual([
    'Z',
    'ok',
    2,
    'E',
    'new',
  ]);
  expect(cells.A8).toEqual({ value: 'below' });
  expect(cells.F2).toEqual({ value: 'beside' });
});

itInHost(
  'deletes rows and columns, resizes, renames, sorts, filters and becomes a range again',
  async ({ openPane }) => {
    const pane = await openPane(BOOK);
    const state = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const lines = context.workbook.tables.getItem('Lines');
        lines.name = 'OrderLines';
        lines.style = 'TableStyleLight1';
        lines.resize('A1:C4');
        lines.sort.apply([{ key: 0, ascending: true }]);
        lines.sort.load('fields,matchCase');
        lines.autoFilter.apply(lines.getRange(), 1, { filterOn: 'Values', values: ['1'] });
        lines.autoFilter.load('isDataFiltered');
        await context.sync();
        return [lines.sort.fields, lines.sort.matchCase, lines.autoFilter.isDataFiltered];
      }),
    );
    expect(state).toEqual([[{ key: 0, ascending: true }], false, true]);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(sheet?.tables).toEqual([{ name: 'OrderLines', address: 'A1:C4', style: 'TableStyleLight1' }]);
    expect(sheet?.hiddenRows).toEqual([3, 4]);
    expect(sheet?.cells.A2).toEqual({ value: 'A' });
    expect(sheet?.cells.C1).toEqual({ value: 'Column3' });
    const lines = `const lines = context.workbook.tables.getItem('OrderLines');`;
    expect(
      await codeOf(
        pane,
        `${lines} lines.clearFilters(); lines.sort.clear(); lines.rows.deleteRowsAt(1, 1); lines.rows.getItemAt(0).delete();
      lines.columns.getItem('Qty').delete();`,
      ),
    ).toBe('done');
    expect((await pane.snapshot()).sheets[0]).toMatchObject({ hiddenRows: [], tables: [{ address: 'A1:B2' }] });
    await codeOf(pane, `${lines} lines.convertToRange();`);
    expect((await pane.snapshot()).sheets[0]).toMatchObject({ tables: [], cells: { A1: { value: 'Item' } } });
  },
);

itInHost('makes a table by address or range, and deletes one with its cells', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  expect(
    await codeOf(pane, `sheet.tables.add('F1:G2', true); sheet.tables.add(sheet.getRange('I1:J2'), true).delete();`),
  ).toBe('done');
  expect(await codeOf(pane, `${table} table.delete();`)).toBe('done');
  const [sheet] = (await pane.snapshot()).sheets;
  expect(sheet?.tables).toEqual([{ name: 'Table2', address: 'F1:G2' }]);
  expect(sheet?.cells.A1).toBeUndefined();
});

itInHost.for([
  ['a second table over the first', `sheet.tables.add('B2:C5', true);`, 'InvalidArgument'],
  ['made-up headings', `sheet.tables.add('F1:G2', false);`, 'InvalidArgument'],
  ['a name that is none', `${table} table.name = 'two words';`, 'InvalidArgument'],
  ['to lose its heading row', `${table} table.resize('A2:B3');`, 'InvalidArgument'],
  ['to grow over another table', `sheet.tables.add('C4:D5', true); ${table} table.resize('A1:C5');`, 'InvalidArgument'],
  ['rows of another width', `${table} table.rows.add(null, [['x']]);`, 'InvalidArgument'],
  ['a row beyond the end', `${table} table.rows.add(7, [['x', 1]]);`, 'ItemNotFound'],
  ['to delete all of its rows', `${table} table.rows.deleteRowsAt(0, 2);`, 'InvalidArgument'],
  ['a row that is not there', `${table} table.rows.getItemAt(5).load('values');`, 'ItemNotFound'],
  ['a column that is not there', `${table} table.columns.getItem('Price').load('name');`, 'ItemNotFound'],
  ['a column without a heading', `${table} table.columns.getItem('Qty').name = '';`, 'InvalidArgument'],
  ['any change while the sheet is protected', `sheet.protection.protect(); ${table} table.rows.add();`, 'AccessDenied'],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});
