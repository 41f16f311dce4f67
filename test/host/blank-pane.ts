import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer';
import type { WorkbookInput } from './interpreter/workbook-data.ts';
import { openPaneInHost, type PaneInHost, type PaneOptions } from './open-pane.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Blank pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>`;

/** A pane without anything of ours on it, for tests of the stand-in itself. */
export async function openBlankPane(
  browser: Browser,
  workbook: WorkbookInput,
  options: Partial<Omit<PaneOptions, 'url'>> = {},
): Promise<PaneInHost> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pane = await openPaneInHost({ ...options, browser, workbook, url: `http://127.0.0.1:${port}/` });
  return {
    ...pane,
    close: async () => {
      await pane.close().finally(() => server.close());
    },
  };
}
