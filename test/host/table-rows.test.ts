import { expect } from 'vitest';
import { itInHost } from './in-host.ts';
import { cellsFromRows } from './interpreter/workbook-data.ts';

const cells = cellsFromRows([
  ['Item', 'Qty'],
  ['A-1', 5],
]);
const tables = [{ name: 'Lines', address: 'A1:B2' }];

itInHost('a table grows at its end and gives up its last row', async ({ openPane }) => {
  const pane = await openPane({ sheets: [{ name: 'Orders', cells, tables }] });
  const grow = (rows: string[][]) =>
    pane.page.evaluate(
      (values) =>
        Excel.run(async (context) => {
          context.workbook.tables.getItem('Lines').rows.add(undefined, values);
          await context.sync();
        }),
      rows,
    );
  await grow([
    ['B-1', '7'],
    ['C-1', '9'],
  ]);
  expect((await pane.snapshot()).sheets[0]).toMatchObject({
    tables: [{ address: 'A1:B4' }],
    cells: { B4: { value: 9 } },
  });
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem('Lines').rows.getItemAt(2).delete();
      await context.sync();
    }),
  );
  const [sheet] = (await pane.snapshot()).sheets;
  expect(sheet?.tables).toMatchObject([{ address: 'A1:B3' }]);
  expect(sheet?.cells).not.toHaveProperty('A4');
  await expect(grow([['too', 'many', 'cells']])).rejects.toThrow('every column');
});

itInHost('a table does not grow over what stands below it', async ({ openPane }) => {
  const pane = await openPane({ sheets: [{ name: 'Orders', cells: { ...cells, A3: { value: 'Total' } }, tables }] });
  const grown = pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem('Lines').rows.add(undefined, [['B-1', 7]]);
      await context.sync();
    }),
  );
  await expect(grown).rejects.toThrow('moves no cells');
});

itInHost('formulas are copied with their references moved', async ({ openPane }) => {
  const pane = await openPane({
    sheets: [{ name: 'Orders', cells: { ...cells, C2: { value: 10, formula: '=B2*$B$2' } } }],
  });
  await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      sheet.getRange('C3:C4').copyFrom(sheet.getRange('C2'), Excel.RangeCopyType.formulas);
      await context.sync();
    }),
  );
  const [sheet] = (await pane.snapshot()).sheets;
  expect([sheet?.cells.C3?.formula, sheet?.cells.C4?.formula]).toEqual(['=B3*$B$2', '=B4*$B$2']);
});
