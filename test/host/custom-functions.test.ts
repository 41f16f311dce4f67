import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

const EMPTY = { sheets: [{ name: 'S' }] };

/** Office's declarations don't have it; office.js does. */
interface WithFunctions {
  CustomFunctions: {
    associate(id: string, implementation: (...args: never[]) => unknown): void;
    Error: new (code: string, message: string) => Error;
  };
}

itInHost('calls an associated function and shows what it answers, or its error with the text', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  await pane.page.evaluate(() => {
    const { CustomFunctions } = globalThis as unknown as WithFunctions;
    CustomFunctions.associate('DOUBLE', async (block: number[][]) => block.map((row) => row.map((cell) => cell * 2)));
    CustomFunctions.associate('REFUSE', () => {
      throw new CustomFunctions.Error('#N/A', 'not today');
    });
    CustomFunctions.associate('BREAK', async () => {
      throw new Error('a secret of the page');
    });
  });
  const shown = async (id: string) => {
    const formula = await pane.enterFormula(id, [[[1], [2]]], { stream: false });
    return formula.results();
  };
  expect(await pane.associatedFunctions()).toEqual(['DOUBLE', 'REFUSE', 'BREAK']);
  expect(await shown('double')).toEqual([[[2], [4]]]);
  expect(await shown('REFUSE')).toMatchObject([{ code: '#N/A', message: 'not today' }]);
  expect(await shown('BREAK')).toEqual([{ code: '#VALUE!', message: '' }]);
  await expect(shown('NONE')).rejects.toThrow('#NAME?');
});

itInHost('takes every answer of a streaming function until the formula is deleted', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  await pane.page.evaluate(() => {
    const { CustomFunctions } = globalThis as unknown as WithFunctions;
    CustomFunctions.associate(
      'COUNT',
      (from: number[][], invocation: { setResult(value: unknown): void; onCanceled: () => void }) => {
        let at = from[0]?.[0] ?? 0;
        invocation.setResult(at);
        Object.assign(globalThis, {
          next: () => {
            at += 1;
            invocation.setResult(at);
          },
          isCanceled: false,
        });
        invocation.onCanceled = () => Object.assign(globalThis, { isCanceled: true });
      },
    );
  });
  const formula = await pane.enterFormula('COUNT', [[[5]]]);
  const next = () => pane.page.evaluate(() => (globalThis as unknown as { next(): void }).next());
  await next();
  expect(await formula.results()).toEqual([5, 6]);
  await formula.cancel();
  await next();
  expect(await formula.results()).toEqual([5, 6]);
  expect(await pane.page.evaluate(() => (globalThis as unknown as { isCanceled: boolean }).isCanceled)).toBe(true);
});

itInHost.for([
  [false, 36_526],
  [true, 35_064],
] as const)('DATE counts as the workbook does (1904: %s)', async ([date1904, serial], { openPane }) => {
  const pane = await openPane({ ...EMPTY, date1904 });
  const answer = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const date = context.workbook.functions.date(2000, 1, 1).load('value,error');
      await context.sync();
      return [date.value, date.error];
    }),
  );
  expect(answer).toEqual([serial, null]);
});

itInHost('refuses the worksheet functions it does not know', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const failure = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.functions.sum(1, 2).load('value');
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.message),
  );
  expect(failure).toContain('Functions.sum');
  expect(await pane.refusals()).toHaveLength(1);
});
