import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { catalogue, functionIds } from '../../addin/functions/catalogue.ts';
import { textsIn } from '../../locales/index.ts';
import type { Json } from '../host/interpreter/protocol.ts';
import type { FormulaInHost, PaneInHost } from '../host/open-pane.ts';
import { type Company, connectAsClerk, itAtWork as it } from './pane-at-work.ts';

const t = textsIn('en');
const empty = { sheets: [{ name: 'S' }] };

/** The last a formula shows; of a single cell its content. */
async function shown(formula: FormulaInHost): Promise<Json | undefined> {
  const last = (await formula.results()).at(-1);
  return Array.isArray(last) && last.length === 1 && Array.isArray(last[0]) && last[0].length === 1 ? last[0][0] : last;
}
const showing = (formula: FormulaInHost, wanted: unknown) =>
  expect.poll(() => shown(formula), { interval: 100 }).toEqual(wanted);
const error = (code: string, message: string | RegExp) =>
  expect.objectContaining({ code, message: typeof message === 'string' ? message : expect.stringMatching(message) });

/** How often the page asked for formulas, and how many questions at a time. */
function lookupsOf({ page }: PaneInHost): number[] {
  const asked: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/lookups'))
      asked.push(JSON.parse(request.postData() ?? '{}').lookups.length);
  });
  return asked;
}

/** By the end of its address; what has none is a page. */
const typeOfEnding: Readonly<Record<string, string>> = {
  png: 'image/png',
  json: 'application/json',
  js: 'application/javascript',
};

const item = 'F-01';
const items = Array.from({ length: 30 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`);
const source = { from: 'published' } as const;

/** The sample begins without books: F-01 … F-30 at 1 to 30 yuan, a hundred of each, one customer. @param from the first one's price */
async function publish({ as }: Company, from = 1): Promise<void> {
  const manager = await as('sales-manager');
  await manager.call('publish', {
    requestKey: crypto.randomUUID(),
    body: {
      prices: {
        source,
        currency: 'CNY',
        items: items.map((code, at) => ({
          code,
          name: `Flange ${code}`,
          discontinued: false,
          prices: [{ price: `${at + from}`, minimumQuantity: '0' }],
        })),
      },
      stock: { source, lines: items.map((itemCode) => ({ itemCode, onHand: '100', inbound: '0' })) },
      customers: { source, customers: [{ code: 'C1', name: 'Ever Bright', address: 'Ningbo', active: true }] },
    },
  });
}

/** An order of the clerk's, in review, for two of the first item. */
async function post(company: Company): Promise<string> {
  await publish(company);
  const client = await company.as('order-desk');
  const line = { table: 0, row: 1, itemCode: item, quantity: '2', unitPrice: '1', dueDate: '2026-12-01' };
  const columns = { orderKey: 0, customerCode: 1, itemCode: 2, quantity: 3, unitPrice: 4, dueDate: 5 };
  const { results } = await client.call('postOrders', {
    query: { submit: 'true' },
    requestKey: crypto.randomUUID(),
    body: {
      tables: [{ sheet: 'S', headerRow: 0, columns }],
      orders: [{ key: '7001', customer: { code: 'C1' }, lines: [line] }],
    },
  });
  const [result] = results;
  if (result?.outcome !== 'posted') throw new Error(JSON.stringify(result));
  return result.number;
}

describe('formulas in Excel', () => {
  it('are all known as soon as the page is there, before anybody is connected, and say how to connect', async ({
    company,
    openPane,
  }) => {
    await publish(company);
    const pane = await openPane(empty, { url: company.paneUrl });
    await expect.poll(() => pane.associatedFunctions()).toEqual(functionIds);
    const rmb = await pane.enterFormula('RMB', [[[1680.32]]], { stream: catalogue.RMB.streams });
    await showing(rmb, '壹仟陆佰捌拾元零叁角贰分');
    const price = await pane.enterFormula('PRICE', [[[item]], null, null, null]);
    await showing(price, error('#N/A', t('functions:trouble.not-connected')));
    // Whoever connects in the pane need not touch the formula. It is asked once, and again when something changes.
    const asked = lookupsOf(pane);
    await connectAsClerk(pane, t);
    await showing(price, 1);
    await publish(company, 7);
    await showing(price, 7);
    expect(asked).toEqual([1, 1]);
  });

  it('ask for a whole recalculation at once, and show what the check would say', async ({ company, openPane }) => {
    await publish(company);
    const pane = await openPane(empty, { url: company.paneUrl });
    await connectAsClerk(pane, t);
    const asked = lookupsOf(pane);
    const sum = () => asked.reduce((total, count) => total + count, 0);
    const formulas = await Promise.all(items.map((code) => pane.enterFormula('PRICE', [[[code]], null, null, null])));
    for (const [at, formula] of formulas.entries()) await showing(formula, at + 1);
    expect(sum()).toBe(items.length);
    // The test enters them one by one, slower than Excel: still few requests.
    expect(asked.length).toBeLessThan(items.length);
    // Known questions of a whole column are not asked again; the new one is.
    const column = await pane.enterFormula('PRICE', [[...items, 'F-99'].map((code) => [code]), null, null, null]);
    await showing(column, [...items.map((_, at) => [at + 1]), [error('#N/A', /F-99/)]]);
    expect(sum()).toBe(items.length + 1);
  });

  it('follow the server while they stand: what an order holds, how far it is, and not once they are deleted', async ({
    company,
    openPane,
  }) => {
    const number = await post(company);
    const pane = await openPane(empty, { url: company.paneUrl });
    await connectAsClerk(pane, t);
    const status = await pane.enterFormula('STATUS', [[[number.toLowerCase()]]]);
    const deleted = await pane.enterFormula('STATUS', [[[number]]]);
    const available = await pane.enterFormula('AVAILABLE', [[[item]], null]);
    await showing(status, t('terms:status.in-review'));
    await showing(deleted, t('terms:status.in-review'));
    const before = Number(await shown(available));
    await deleted.cancel();

    const head = await company.as('order-desk-head');
    await head.call('commandOrder', {
      params: { number },
      body: { type: 'approve-order' },
      requestKey: crypto.randomUUID(),
    });
    await showing(status, t('terms:status.to-confirm'));
    await showing(available, before - 2);
    expect(await deleted.results()).toHaveLength(1);
  });

  it('say that the server is away, keep what they knew, and fill themselves when it is back', async ({
    company,
    openPane,
  }) => {
    const number = await post(company);
    const pane = await openPane(empty, { url: company.paneUrl });
    await connectAsClerk(pane, t);
    const known = await pane.enterFormula('STATUS', [[[number]]]);
    await showing(known, t('terms:status.in-review'));
    await company.goAway();
    const waits = await pane.enterFormula('PRICE', [[[item]], null, null, null]);
    await showing(waits, error('#N/A', t('functions:trouble.away')));
    expect(await known.results()).toHaveLength(1);
    await company.comeBack();
    await expect.poll(() => shown(waits), { timeout: 40_000 }).toBeTypeOf('number');
    expect(await known.results()).toHaveLength(1);
  });

  it('tell nobody what his role may not see, and nothing any more once he has disconnected', async ({
    company,
    openPane,
  }) => {
    const number = await post(company);
    const pane = await openPane(empty, { url: company.paneUrl, language: 'zh-TW' });
    const words = textsIn('zh-Hant');
    // Who is connected in the window of another workbook is so here too.
    await pane.page.evaluate(async () => {
      const answer = await fetch('/api/session/sample', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ company: 'hardware', user: 'warehouse' }),
      });
      const { token } = await answer.json();
      localStorage.setItem(`${Office.context.partitionKey}countersign.token`, token);
      window.dispatchEvent(new StorageEvent('storage'));
    });
    const price = await pane.enterFormula('PRICE', [[[item]], null, null, null]);
    const status = await pane.enterFormula('STATUS', [[[number]]]);
    await showing(price, error('#N/A', words('functions:gap.not-allowed')));
    await showing(status, words('terms:status.in-review'));
    await pane.page.evaluate(() => {
      localStorage.removeItem(`${Office.context.partitionKey}countersign.token`);
      window.dispatchEvent(new StorageEvent('storage'));
    });
    await showing(status, error('#N/A', words('functions:trouble.not-connected')));
  });

  it('count days as the workbook does, and show them as dates where Excel can', async ({ company, openPane }) => {
    await publish(company);
    const earlier = { ExcelApi: '1.14', SharedRuntime: '1.2' };
    const in1904 = await openPane({ ...empty, date1904: true }, { url: company.paneUrl, requirementSets: earlier });
    await connectAsClerk(in1904, t);
    // Friday 20 November 2026.
    await showing(await in1904.enterFormula('EARLIEST', [[[item]], [[1]]]), 46_346 - 1462);
    const recent = await openPane(empty, { url: company.paneUrl });
    const date = { type: 'FormattedNumber', basicValue: 46_346, numberFormat: 'yyyy-mm-dd' };
    await showing(await recent.enterFormula('EARLIEST', [[[item]], [[1]]]), date);
    // Put into another formula it comes back as it was given.
    await showing(await recent.enterFormula('AVAILABLE', [[[item]], [[date]]]), 100);
  });

  it('are told to Excel, and to its pages on the web, in three languages, as all else the manifest names', async ({
    company,
  }) => {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const response = await fetch(`${company.url}/addin/functions/functions.${locale}.json`, {
        headers: { origin: 'https://excel.officeapps.live.com' },
      });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      const { functions } = (await response.json()) as { functions: { id: string; description: string }[] };
      expect(functions.map(({ id }) => id)).toEqual(functionIds);
      expect(functions[0]?.description).toBe(textsIn(locale)('functions:PRICE'));
    }
    const script = await (await fetch(`${company.url}/addin/functions/functions.js`)).text();
    const [, pane = ''] = /import '(.+)'/.exec(script) ?? [];
    expect((await fetch(company.url + pane)).status).toBe(200);

    const manifest = await readFile('manifest.xml', 'utf8');
    const named = manifest.replace(/\$\{token\.locale\}/, 'zh-cn').matchAll(/"https:\/\/localhost:4821(\/[^"]*)"/g);
    const served = await Promise.all(
      [...new Set(Array.from(named, ([, path = '']) => path))].map(async (path) => {
        const { status, headers } = await fetch(company.url + path);
        const type = headers.get('content-type')?.replace(/;.*/, '');
        return { path, status, isRight: type === (typeOfEnding[path.replace(/.*\./, '')] ?? 'text/html') };
      }),
    );
    expect(served.length).toBeGreaterThan(50);
    expect(served.filter(({ status, isRight }) => status !== 200 || !isRight)).toEqual([]);
  });
});
