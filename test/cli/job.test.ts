import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '../../core/value/date.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { countersign } from './run-cli.ts';

/** The whole job by the command line alone, over a real server, as a script would do it. */
let folder: string;
let server: RunningServer;
let workbook: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-job-'));
  server = await startServer({ port: 0, dataFolder: join(folder, 'data'), samples: [hardware] });
  workbook = join(folder, 'orders.xlsx');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: hardware.profile.timeZone }).format(new Date());
  await writeFile(workbook, await hardware.workbook(today as PlainDate));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const json = async (args: readonly string[], code = 0) => {
  const ran = await countersign([...args, '--server', server.url, '--json']);
  expect(ran.code, ran.err).toBe(code);
  return JSON.parse(ran.out);
};

test('post: clean orders get numbers without gaps, the others say why; posting again creates nothing new', async () => {
  const first = await json(['post', workbook], 1);
  expect(first.summary).toEqual({ posted: 17, edited: 0, unchanged: 0, saved: 0, findings: 7, refused: 0 });
  const numbers = first.results.flatMap((result: { number?: string }) => result.number ?? []);
  expect(numbers.map((number: string) => Number(number.slice(-5)))).toEqual(
    Array.from({ length: 17 }, (_, index) => index + 1),
  );
  const again = await json(['post', workbook], 1);
  expect(again.summary).toEqual({ posted: 0, edited: 0, unchanged: 17, saved: 0, findings: 7, refused: 0 });
});

test('letters: issued for approved orders, one PDF each, named by its number; none before', async () => {
  const none = await countersign(['letters', '--out', join(folder, 'none'), '--server', server.url]);
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining('--issue') });

  const waiting = await countersign([
    'letters',
    '--issue',
    '--order',
    `SO-${(await month()).replace('-', '')}-00002`,
    '--out',
    join(folder, 'none'),
    '--server',
    server.url,
  ]);
  expect(waiting).toMatchObject({ code: 1, err: expect.stringMatching(/In review.*Head of order desk/) });
  // Which books it was is said each time.
  expect(waiting.err).toContain(hardware.profile.name);

  await approve(`SO-${(await month()).replace('-', '')}-00001`);
  const { letters, failed } = await json(['letters', '--issue', '--print-file', '--out', join(folder, 'letters')]);
  expect(failed).toEqual([]);
  expect(letters).toHaveLength(1);
  const [page] = await readPdf(new Uint8Array(await readFile(letters[0].file)));
  expect(page?.body).toContain('华东精密机械有限公司');
  expect(page?.body.replaceAll(' ', '')).toContain('人民币');
  expect(await readdir(join(folder, 'letters'))).toContain('print-confirmation.pdf');
});

test('report and archive: the month as PDF, workbook and a package with checksums', async () => {
  const { files } = await json(['report', 'archive', '--month', await month(), '--out', join(folder, 'report')]);
  const text = (await readPdf(new Uint8Array(await readFile(files.pdf)))).map(({ body }) => body).join(' ');
  expect(text).toContain('-00017');
  const { package: zip, orders } = await json(['archive', await month(), '--orders', '--out', join(folder, 'report')]);
  // Nothing is closed yet: nothing is archived, and all of it is named.
  expect([orders.results, orders.notClosed.length]).toEqual([[], 17]);
  const names = Object.keys(unzipSync(new Uint8Array(await readFile(zip))));
  expect(names.filter((name) => name.endsWith('-L1.pdf'))).toHaveLength(1);
});

test('a server that isn’t there is exit 3, with what to do', async () => {
  const away = await countersign(['post', workbook, '--server', 'http://127.0.0.1:9']);
  expect(away).toMatchObject({ code: 3, err: expect.stringContaining('npm start') });
  // Once it was signed in, nobody can tell what the server still took.
  const lost = await countersign(['post', workbook, '--server', 'http://127.0.0.1:9'], { COUNTERSIGN_TOKEN: 'a' });
  expect(lost).toMatchObject({ code: 3, err: expect.stringContaining('posting again skips them') });
});

async function month(): Promise<string> {
  return new Intl.DateTimeFormat('en-CA', { timeZone: hardware.profile.timeZone }).format(new Date()).slice(0, 7);
}

/** Approving has no command of its own: it is a person's decision, taken on the desk. */
async function approve(number: string): Promise<void> {
  const call = async (path: string, body: unknown, token?: string) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const { token } = await call('/api/session/sample', { company: 'hardware', user: 'order-desk-head' });
  await call(`/api/orders/${number}/commands`, { type: 'approve-order' }, token);
}

test('post: an order with a text that is too long is named by its cell, and the others are sent', async () => {
  const file = join(folder, 'long.csv');
  const rows = [
    ['订单号', '客户名称', '货号', '数量', '备注'],
    ['L-1', '没有的公司', 'F-50', '1', ''],
    ['L-2', '没有的公司', 'F-50', '1', '长'.repeat(1001)],
    ['L-3', '没有的公司', 'F-50', '1', ''],
  ];
  await writeFile(file, rows.map((row) => row.join(',')).join('\n'));
  const { results } = await json(['post', file], 1);
  const said = results.map(({ key, findings }: { key: string; findings: { code: string; cell: string }[] }) => [
    key,
    findings.filter(({ code }) => code === 'field.too-long').map(({ cell }) => cell),
  ]);
  expect(said).toEqual([
    ['L-1', []],
    ['L-2', ['E3']],
    ['L-3', []],
  ]);
});

test('post --save-draft: orders with errors become drafts with a number, and are listed as such', async () => {
  const { results, summary } = await json(['post', workbook, '--save-draft', '--draft'], 1);
  expect(summary.posted).toBe(0);
  expect(summary.saved).toBeGreaterThan(0);
  // Whose order it is must be clear: the others only say what is wrong with them.
  expect(summary.saved + summary.findings).toBe(7);
  const saved = results.filter(({ outcome }: { outcome: string }) => outcome === 'saved');
  for (const { status, findings } of saved) {
    expect(status).toBe('draft');
    expect(findings.some(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
  }
});
