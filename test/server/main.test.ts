import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get as getPlain } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import { ensureCertificate } from '../../server/certificate/certificate.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { certificateFolderOf } from '../../server/place.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { StartFault } from '../../server/start-fault.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';

let dataFolder: string;
const running: (RunningServer | ChildProcess)[] = [];
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'countersign-main-'));
});
afterEach(async () => {
  for (const each of running.splice(0)) await ('url' in each ? each.close() : each.kill('SIGKILL'));
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: { port?: number; origin?: string } = {}): Promise<RunningServer> {
  const server = await startServer({ port: 0, dataFolder, samples: [hardware], ...options });
  running.push(server);
  return server;
}

/** Signed in over a real connection, as everybody outside is. */
async function signedIn(baseUrl: string, user: string): Promise<Client> {
  let token: string | null = null;
  const client = createCheckedClient({
    baseUrl,
    token: () => token,
    locale: () => 'en',
    fetch: (url, init) => fetch(url, init as RequestInit),
  });
  token = (await client.call('signInSample', { body: { company: 'hardware', user } })).token;
  return client;
}

/** The rows of the sample workbook as the server hands it out. */
async function sampleBatch(url: string) {
  const bytes = new Uint8Array(await (await fetch(`${url}/samples/hardware.xlsx`)).arrayBuffer());
  const read = await readWorkbook(bytes, 'hardware.xlsx');
  if (!read.ok) throw new Error(read.reason.code);
  return ordersOf(understandSheets(read.value)) as never;
}

async function postSample(url: string): Promise<string[]> {
  const desk = await signedIn(url, 'order-desk');
  const body = await sampleBatch(url);
  const { results } = await desk.call('postOrders', { body, query: { submit: 'true' }, requestKey: 'the-first-post' });
  return results.flatMap((result) => (result.outcome === 'posted' ? [result.number] : []));
}

test('an order that was accepted is there after the server was killed in that moment', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('run-server.ts', import.meta.url)), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const numbers = await postSample(url);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(numbers.length).toBeGreaterThan(10);

  const again = await start();
  expect(again.place).toBe(dataFolder);
  const desk = await signedIn(again.url, 'order-desk');
  const { orders } = await desk.call('orders', { query: { limit: 500 } });
  expect(orders.map(({ number }) => number).sort()).toEqual(numbers);
  expect(again.damaged).toEqual([]);
  // Nor does posting them again, with a key of its own, create anything.
  const { results } = await desk.call('postOrders', { body: await sampleBatch(again.url), requestKey: 'second-post' });
  expect(results.filter(({ outcome }) => outcome === 'posted')).toEqual([]);
});

test('a letter is a real PDF with what must stand on it', async () => {
  const { url } = await start();
  const [number = ''] = await postSample(url);
  const command = async (user: string, type: 'approve-order' | 'issue-letter') =>
    (await signedIn(url, user)).call('commandOrder', { params: { number }, body: { type }, requestKey: `key-${type}` });
  await command('order-desk-head', 'approve-order');
  const { papers, customer } = await command('order-desk', 'issue-letter');
  const paper = papers[0]?.paper ?? '';
  const pdf = await (await signedIn(url, 'order-desk')).call('paper', { params: { paper } });
  const text = (await readPdf(pdf)).map(({ body }) => body).join('\n');
  expect(text).toContain(number);
  expect(text).toContain(customer.name);
});

test('a port that is taken is said, and nothing stays open behind', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  const other = await mkdtemp(join(tmpdir(), 'countersign-other-'));
  const second = startServer({ port, dataFolder: other, samples: [hardware] });
  await expect(second).rejects.toMatchObject({ code: 'start.port-taken', details: { port } });
  await expect(second).rejects.toBeInstanceOf(StartFault);
  // Its folder was let go: it can be opened at once.
  const third = await startServer({ port: 0, dataFolder: other, samples: [hardware] });
  await third.close();
  await rm(other, { recursive: true, force: true });
});

test('two servers never share a folder', async () => {
  await start();
  await expect(startServer({ port: 0, dataFolder, samples: [hardware] })).rejects.toMatchObject({
    code: 'store.locked',
  });
});

test('behind a proxy it answers under the address the proxy has, and under no other', async () => {
  const { url } = await start({ origin: 'https://orders.example.com' });
  const asked = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      getPlain(`${url}/api/welcome`, { headers: { host, origin: `https://${host}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  expect(await asked('orders.example.com')).toBe(200);
  expect(await asked('elsewhere.example.com')).toBe(421);
});

test('with a certificate, Excel finds the add-in over https on localhost', async () => {
  const { authorityFile } = await ensureCertificate(certificateFolderOf(dataFolder));
  const { addinUrl } = await start();
  expect(addinUrl).toMatch(/^https:\/\/localhost:\d+$/);
  const ca = await readFile(authorityFile);
  const manifest = await new Promise<string>((resolve, reject) => {
    get(`${addinUrl}/manifest.xml`, { ca }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve(body);
    }).on('error', reject);
  });
  expect(manifest).toContain(`${addinUrl}/addin/`);
  expect(manifest).not.toContain('https://localhost:4821');
});
