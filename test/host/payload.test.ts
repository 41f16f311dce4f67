import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

const EMPTY = { sheets: [{ name: 'S' }] };

itInHost('takes 20,000 × 10 cells in one request and gives them back', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const last = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 20_000, 10);
      range.values = Array.from({ length: 20_000 }, (_, row) =>
        Array.from({ length: 10 }, (_, column) => row + column),
      );
      await context.sync();
      range.load('values');
      await context.sync();
      return range.values.at(-1);
    }),
  );
  expect(last).toEqual([19_999, 20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006, 20_007, 20_008]);
  const [write, read] = await pane.batches();
  expect(write?.requestBytes).toBeGreaterThan(1_000_000);
  expect(read?.answerBytes).toBeGreaterThan(1_000_000);
  expect((await pane.snapshot()).sheets[0]?.cells.J20000).toEqual({ value: 20_008 });
});

itInHost('refuses a request over 5 MB whole, and an answer too', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const codes = await pane.page.evaluate(async () => {
    const fill = (rows: number, firstRow: number) =>
      Excel.run(async (context) => {
        const text = 'x'.repeat(200);
        context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(firstRow, 0, rows, 10).values = Array.from(
          { length: rows },
          () => Array.from({ length: 10 }, () => text),
        );
        await context.sync();
      });
    const tooMuch = await fill(3_000, 0).catch((error) => error.code);
    await fill(2_000, 0);
    await fill(2_000, 2_000);
    const tooMuchBack = await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getUsedRange().load('values');
      await context.sync();
    }).catch((error) => error.code);
    return [tooMuch, tooMuchBack];
  });
  expect(codes).toEqual(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);
  expect((await pane.batches()).map(({ error }) => error)).toEqual([
    'RequestPayloadSizeLimitExceeded',
    undefined,
    undefined,
    'ResponsePayloadSizeLimitExceeded',
  ]);
});

itInHost('refuses requests while a cell is being edited, unless they offered to wait', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  await pane.setEditing(true);
  const refused = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.getSelectedRange().values = [[1]];
      await context.sync();
    }).catch((error) => error.code),
  );
  expect(refused).toBe('InvalidOperationInCellEditMode');
  const patient = pane.page.evaluate(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.getSelectedRange().values = [[2]];
      await context.sync();
    }),
  );
  expect((await pane.snapshot()).sheets[0]?.cells).toEqual({});
  await pane.setEditing(false);
  await patient;
  expect((await pane.snapshot()).sheets[0]?.cells).toEqual({ A1: { value: 2 } });
});
