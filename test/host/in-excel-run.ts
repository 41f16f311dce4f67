import type { PaneInHost } from './open-pane.ts';

/** Runs statements of the Excel API on the page over the sheet "Orders"; answers what they return, or Excel's code of refusal. */
export const codeOf = (pane: PaneInHost, statement: string): Promise<unknown> =>
  pane.page.evaluate(
    (source) =>
      Excel.run(async (context) => {
        const run = new Function('context', 'sheet', source) as (...args: unknown[]) => unknown;
        const sheet = context.workbook.worksheets.getItem('Orders');
        run(context, sheet);
        await context.sync();
        return 'done';
      }).catch((error) => error.code),
    statement,
  );
