import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import type { OfficeOptions } from './interpreter/office.ts';
import type { OfficeCall, Press } from './interpreter/office-addin.ts';
import type { PageStandIn } from './interpreter/page.ts';
import type { Json } from './interpreter/protocol.ts';
import type { BatchRecord } from './interpreter/transport.ts';
import type { UndoEntry } from './interpreter/undo-list.ts';
import type { WorkbookData, WorkbookInput } from './interpreter/workbook-data.ts';
import { noteMembers } from './member-notes.ts';
import { Network, type NetworkState } from './network.ts';
import { OFFICE_JS_FOLDER, standInScript } from './stand-in-script.ts';
import { workbookFromBytes } from './workbook-from-xlsx.ts';

/**
 * The sets of a current Microsoft 365: ExcelApi 1.21 is the newest that Microsoft lists for web, Windows (version 2606) and Mac. A
 * test of what an older Excel lacks names its own, `{ ...CURRENT_EXCEL, ExcelApi: '1.14' }`: Excel 2021 ends there, Excel 2024 at 1.17.
 */
export const CURRENT_EXCEL = {
  ExcelApi: '1.21',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.2',
  RibbonApi: '1.2',
  DelayForCellEdit: '1.1',
};

export interface PaneOptions {
  readonly browser: Browser;
  /** The pane's own page, as the manifest names it. */
  readonly url: string;
  readonly workbook: WorkbookInput;
  /** Language of Excel; default `en-US`. */
  readonly language?: string;
  readonly requirementSets?: OfficeOptions['requirementSets'];
  /** Excel wears its dark theme. */
  readonly dark?: boolean;
}

/** A formula in a cell. */
export interface FormulaInHost {
  /** All that it has shown, the last of it now. */
  results(): Promise<Json[]>;
  /** It is deleted, or about to be calculated anew. */
  cancel(): Promise<void>;
}

/** A pane at work, seen from a test. Everything the clerk does goes through here; the pane itself through `page`. */
export interface PaneInHost {
  readonly page: Page;
  snapshot(): Promise<WorkbookData>;
  /** Requests to Excel so far, in order, without the client's own tidying. */
  batches(): Promise<BatchRecord[]>;
  /** What the pane asked for and the stand-in does not know. */
  refusals(): Promise<string[]>;
  officeCalls(): Promise<OfficeCall[]>;
  /** The clerk types a block from `address` on, or one value into all its cells. */
  setCells(sheet: string, address: string, values: Json): Promise<void>;
  select(sheet: string, address: string): Promise<void>;
  /** The clerk filters or hides rows, `first` to `last` as numbered in the margin. */
  setRowsHidden(sheet: string, first: number, last: number, hidden: boolean): Promise<void>;
  setEditing(editing: boolean): Promise<void>;
  /** Every request to Excel is taken up so much later. */
  setLatency(milliseconds: number): Promise<void>;
  /** What entered Excel's undo list and what emptied it, the clerk's own doing included (interpreter/undo-list.ts). */
  undoLog(): Promise<UndoEntry[]>;
  /** The way to the company's server: `up`; `down`, every request fails; `hanging`, none is answered until it is up again. */
  setNetwork(state: NetworkState): void;
  /** The clerk inserts or deletes whole rows, numbered as in the margin. */
  insertRows(sheet: string, first: number, count: number): Promise<void>;
  deleteRows(sheet: string, first: number, count: number): Promise<void>;
  /** The clerk sorts an area without headings by one of its columns, from 0. */
  sort(sheet: string, address: string, column: number, order?: { readonly descending: boolean }): Promise<void>;
  /** From left to right, by one of the area's rows, from 0. */
  sortColumns(sheet: string, address: string, row: number, order?: { readonly descending: boolean }): Promise<void>;
  /** The clerk ticks values in the filter of a column, from 0; the area begins with headings. */
  filter(sheet: string, address: string, column: number, values: string[]): Promise<void>;
  /** Somebody else in the same file: events say `Remote`. */
  readonly coAuthor: Pick<PaneInHost, 'setCells' | 'insertRows' | 'deleteRows' | 'sort'>;
  /** The clerk presses a ribbon button; done when the command says it is, or when it turned out that nobody takes the press. */
  runAction(id: string): Promise<Press>;
  /** The clerk enters a formula with one of the add-in's functions; each argument is a block of cells, or null. */
  enterFormula(id: string, args: Json[], options?: { readonly stream?: boolean }): Promise<FormulaInHost>;
  /** Functions that the page has associated. */
  associatedFunctions(): Promise<string[]>;
  /** May be called twice. @throws when the pane asked for something that the stand-in does not know, unless the test has looked at `refusals()`. */
  close(): Promise<void>;
}

/** Opens the real pane page in a browser, with the stand-in where office.js is asked for. */
export async function openPaneInHost(options: PaneOptions): Promise<PaneInHost> {
  const page = await options.browser.newPage();
  // On a machine that has more to do.
  page.setDefaultTimeout(60_000);
  // The narrowest pane that Excel shows.
  await page.setViewport({ width: 320, height: 800 });
  const script = await standInScript(options.workbook, {
    language: options.language ?? 'en-US',
    requirementSets: options.requirementSets ?? CURRENT_EXCEL,
    dark: options.dark ?? false,
  });
  const foreign: string[] = [];
  const network = new Network();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    answerRequest(request, { origin: new URL(options.url).origin, script, network, foreign }).catch((error) => {
      // A request that is under way when the test closes the page has nobody left to be answered.
      if (!page.isClosed()) foreign.push(`${request.url()}: ${error}`);
    });
  });
  const errors: string[] = [];
  await page.exposeFunction('workbookOfFile', (base64: string) =>
    workbookFromBytes(Buffer.from(base64, 'base64'), 'inserted.xlsx').catch(() => null),
  );
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(options.url, { waitUntil: 'load' });
  // The page may be drawn before it asks for office.js.
  await page
    .waitForFunction(() => 'excelStandIn' in globalThis)
    .catch(() => {
      throw new Error(`${options.url} did not load office.js, or the stand-in failed: ${errors.join('; ')}`);
    });
  return paneInHost(page, network, foreign);
}

const OFFICE_HOST = 'https://appsforoffice.microsoft.com';

/** office.js is the stand-in, Microsoft's other files come from its package, and no other site is reached. */
async function answerRequest(
  request: HTTPRequest,
  { origin, script, network, foreign }: { origin: string; script: string; network: Network; foreign: string[] },
): Promise<void> {
  const url = new URL(request.url());
  if (/\/office(\.debug)?\.js$/.test(url.pathname)) {
    await request.respond({ contentType: 'text/javascript; charset=utf-8', body: script });
  } else if (url.origin === OFFICE_HOST) {
    await respondFromPackage(request, url);
  } else if (url.origin === origin) {
    await network.pass(request);
  } else if (url.protocol === 'data:' || url.protocol === 'blob:') {
    await request.continue();
  } else {
    foreign.push(`The pane asked for ${url.href}.`);
    await request.abort();
  }
}

async function respondFromPackage(request: HTTPRequest, url: URL): Promise<void> {
  const file = normalize(url.pathname.replace(/^\/lib\/\d+\/hosted\//, ''));
  try {
    const body = await readFile(join(OFFICE_JS_FOLDER, file));
    await request.respond({ contentType: 'text/javascript; charset=utf-8', body });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await request.respond({ status: 404, body: '' });
  }
}

function paneInHost(page: Page, network: Network, foreign: string[]): PaneInHost {
  const call = async <Name extends keyof PageStandIn>(
    name: Name,
    ...args: Parameters<PageStandIn[Name]>
  ): Promise<Awaited<ReturnType<PageStandIn[Name]>>> =>
    (await page.evaluate(
      (member, values) => {
        const { excelStandIn } = globalThis as unknown as {
          excelStandIn: Record<string, (...args: unknown[]) => unknown>;
        };
        return excelStandIn[member]?.(...values);
      },
      name,
      args as unknown[],
    )) as Awaited<ReturnType<PageStandIn[Name]>>;
  let looked = false;
  const refusals = async (): Promise<string[]> => [...(await call('refusals')), ...foreign];
  return {
    page,
    snapshot: () => call('snapshot'),
    batches: () => call('batches'),
    refusals: async () => {
      looked = true;
      return refusals();
    },
    officeCalls: () => call('officeCalls'),
    setCells: (sheet, address, values) => call('setCells', sheet, address, values),
    select: (sheet, address) => call('select', sheet, address),
    setRowsHidden: (sheet, first, last, hidden) => call('setRowsHidden', sheet, first, last, hidden),
    coAuthor: {
      setCells: (sheet, address, values) => call('setCells', sheet, address, values, 'CoAuthor'),
      insertRows: (sheet, first, count) => call('insertRows', sheet, first, count, 'CoAuthor'),
      deleteRows: (sheet, first, count) => call('deleteRows', sheet, first, count, 'CoAuthor'),
      sort: (sheet, address, column, order) =>
        call('sort', sheet, address, column, order?.descending !== true, 'CoAuthor'),
    },
    insertRows: (sheet, first, count) => call('insertRows', sheet, first, count),
    deleteRows: (sheet, first, count) => call('deleteRows', sheet, first, count),
    sort: (sheet, address, column, order) => call('sort', sheet, address, column, order?.descending !== true),
    sortColumns: (sheet, address, row, order) => call('sortColumns', sheet, address, row, order?.descending !== true),
    filter: (sheet, address, column, values) => call('filter', sheet, address, column, values),
    setLatency: (milliseconds) => call('setLatency', milliseconds),
    undoLog: () => call('undoLog'),
    setNetwork: (state) => network.set(state),
    setEditing: (editing) => call('setEditing', editing),
    runAction: (id) => call('runAction', id),
    enterFormula: async (id, args, { stream = true } = {}) => {
      const formula = await call('enterFormula', id, args, stream);
      return {
        results: () => call('formulaResults', formula),
        cancel: () => call('cancelFormula', formula),
      };
    },
    associatedFunctions: () => call('associatedFunctions'),
    close: async () => {
      if (page.isClosed()) return;
      network.set('up');
      await noteMembers(await call('memberUse'));
      const unseen = looked ? [] : await refusals();
      await page.close();
      if (unseen.length > 0) throw new Error(unseen.join('\n'));
    },
  };
}
