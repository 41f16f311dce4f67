import { it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../server/print/browser/launch-browser.ts';
import { openBlankPane } from './blank-pane.ts';
import type { WorkbookInput } from './interpreter/workbook-data.ts';
import { openPaneInHost, type PaneInHost, type PaneOptions } from './open-pane.ts';

/** Opens a pane over a workbook: the page at `url`, else a blank one. It is closed after the test, which fails when the stand-in had to refuse. */
export type OpenPane = (workbook: WorkbookInput, options?: Partial<PaneOptions>) => Promise<PaneInHost>;

/** `it` for tests that need Excel: one browser a file, as many panes as the test opens. */
export const itInHost = it
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('launched', { scope: 'file' }, async ({}, { onCleanup }): Promise<LaunchedBrowser> => {
    const launched = await launchBrowser();
    onCleanup(() => launched.close());
    return launched;
  })
  .extend('openPane', async ({ launched }, { onCleanup }): Promise<OpenPane> => {
    const panes: PaneInHost[] = [];
    onCleanup(async () => {
      for (const pane of panes) await pane.close();
    });
    return async (workbook, options = {}) => {
      const { browser } = launched;
      const { url, ...rest } = options;
      const pane = await (url === undefined
        ? openBlankPane(browser, workbook, rest)
        : openPaneInHost({ browser, url, workbook, ...rest }));
      panes.push(pane);
      return pane;
    };
  });
