import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

const EMPTY = { sheets: [{ name: 'S' }] };

itInHost('fails what the page asks of its server while the network is down, until it is back', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const ask = () =>
    pane.page.evaluate(() =>
      fetch('/').then(
        ({ status }) => status,
        () => 'failed',
      ),
    );
  pane.setNetwork('down');
  expect(await ask()).toBe('failed');
  pane.setNetwork('up');
  expect(await ask()).toBe(200);
});

itInHost('leaves requests without an answer while the network hangs', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  pane.setNetwork('hanging');
  const asked = pane.page.waitForRequest((request) => request.method() === 'GET');
  await pane.page.evaluate(() => {
    const page = globalThis as unknown as { answer: unknown };
    fetch('/').then(
      () => (page.answer = 'answered'),
      () => (page.answer = 'given up'),
    );
  });
  await asked;
  // Excel is asked and answers meanwhile: it is another way.
  await pane.page.evaluate(() => Excel.run((context) => context.sync()));
  const answer = () => pane.page.evaluate(() => (globalThis as unknown as { answer: unknown }).answer);
  expect(await answer()).toBeUndefined();
  pane.setNetwork('up');
  await pane.page.waitForFunction(() => 'answer' in globalThis);
  expect(await answer()).toBe('given up');
});

itInHost('takes requests to Excel later where it is slow, in their order', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  await pane.setLatency(300);
  const seen = await pane.page.evaluate(async () => {
    const write = (value: number) =>
      Excel.run(async (context) => {
        context.workbook.getSelectedRange().values = [[value]];
        await context.sync();
      });
    const both = [write(1), write(2)];
    const before = (globalThis as unknown as { excelStandIn: { batches(): unknown[] } }).excelStandIn.batches().length;
    await Promise.all(both);
    return before;
  });
  expect(seen).toBe(0);
  expect((await pane.snapshot()).sheets[0]?.cells.A1).toEqual({ value: 2 });
  expect(await pane.batches()).toHaveLength(2);
});
