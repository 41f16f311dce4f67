import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../core/wire/client.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, post, postOne, rows } from './rows.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Posted, approved and lettered. */
async function letteredOrder(key: string): Promise<string> {
  const number = await postOne(await office.as('sales'), { key, quantity: '2' });
  const approved = await office.as('order-desk-head');
  await approved.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  await issue(number);
  return number;
}
const issue = async (number: string) =>
  (await office.as('order-desk')).call('commandOrder', {
    params: { number },
    body: { type: 'issue-letter' },
    requestKey: newKey(),
  });
const view = async (number: string) => (await office.as('order-desk')).call('order', { params: { number } });
const pdf = async (paper: string) => (await office.as('order-desk')).call('paper', { params: { paper } });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a paper is printed once and stays what it was (X5)', async () => {
  const number = await letteredOrder('1');
  const first = await pdf(`${number}-L1`);
  expect(new TextDecoder().decode(first)).toContain('华东精密机械有限公司');
  const { store } = office.companies.get('hengxin') ?? {};
  const profile = await store?.accounts.profile();
  if (profile) await store?.accounts.saveProfile({ ...profile, name: '改了名的公司' });
  expect(await pdf(`${number}-L1`)).toEqual(first);
  expect(office.printer.printed).toEqual([`${number}-L1`]);
  expect((await view(number)).papers).toMatchObject([
    { paper: `${number}-L1`, filed: { sha256: sha256(first), pages: 1 } },
  ]);
});

test('a print that fails leaves the order as it is, is seen in it, and is tried again', async () => {
  office.printer.fault = Object.assign(new Error('no browser'), { code: 'print.browser-missing' });
  const number = await letteredOrder('1');
  const { status, problem } = await refused(pdf(`${number}-L1`));
  expect([status, problem.code]).toEqual([503, 'print.browser-missing']);
  expect(problem.message).toContain(`${number}-L1`);
  expect(await view(number)).toMatchObject({
    status: 'awaiting-countersign',
    papers: [{ paper: `${number}-L1`, fault: 'print.browser-missing' }],
  });
  office.printer.fault = null;
  await pdf(`${number}-L1`);
  const [paper] = (await view(number)).papers;
  expect(paper).toHaveProperty('filed');
  expect(paper).not.toHaveProperty('fault');
});

test('a renewed letter is a revision of its own beside the first', async () => {
  const number = await letteredOrder('1');
  const { papers } = await issue(number);
  expect(papers.map(({ paper, revision }) => [paper, revision])).toEqual([
    [`${number}-L1`, 1],
    [`${number}-L2`, 2],
  ]);
  expect(new TextDecoder().decode(await pdf(`${number}-L2`))).toContain('"changes":[]');
});

test('a letter that came back corrected: the next one says what changed, old → new', async () => {
  const number = await letteredOrder('1');
  const command = async (user: 'order-desk' | 'order-desk-head', body: never) =>
    (await office.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });
  await command('order-desk', { type: 'correct-letter', reason: '数量改为3' } as never);
  await post(await office.as('sales'), rows({ key: '1', quantity: '3' }));
  await command('order-desk-head', { type: 'approve-order' } as never);
  await issue(number);
  const { changes } = JSON.parse(new TextDecoder().decode(await pdf(`${number}-L2`)).slice('%PDF '.length));
  expect(changes).toContainEqual(expect.objectContaining({ before: '2 件', after: '3 件' }));
});

test('papers nobody issued', async () => {
  for (const paper of ['SO-202611-00001-L1', '..%2F..%2Fusers', 'x'])
    expect((await refused(pdf(paper))).problem.code).toBe('paper.not-found');
});

test('many papers in one file for the printer', async () => {
  const papers = [`${await letteredOrder('1')}-L1`, `${await letteredOrder('2')}-L1`];
  const desk = await office.as('order-desk');
  expect(new TextDecoder().decode(await desk.call('printFile', { body: { papers } }))).toBe(`%PDF ${papers.join(' ')}`);
  const missing = desk.call('printFile', { body: { papers: [...papers, 'SO-202611-00009-L1'] } });
  expect((await refused(missing)).problem.code).toBe('paper.not-found');
});

test("the month's package holds every paper, and proves itself (X7)", async () => {
  const number = await letteredOrder('1');
  const archivist = await office.as('archivist');
  const files = unzipSync(await archivist.call('monthPackage', { params: { month: '2026-11' } }));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  expect(manifest).toMatchObject({ month: '2026-11', createdBy: 'archivist' });
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
    'archive-report-2026-11.pdf',
    'archive-report-2026-11.xlsx',
    `papers/${number}-L1.pdf`,
  ]);
  const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array());
  for (const { name, sha256: sum, bytes } of manifest.files) {
    expect([sha256(files[name] ?? new Uint8Array()), files[name]?.length]).toEqual([sum, bytes]);
    expect(sums).toContain(`${sum}  ${name}\n`);
  }
  // The paper was printed for the package before the report listed what is filed.
  expect(strFromU8(files['archive-report-2026-11.pdf'] ?? new Uint8Array())).toContain(`${number}-L1`);
});

test('a package that lacks a paper is none', async () => {
  office.printer.fault = new Error('the browser is gone');
  await letteredOrder('1');
  const archivist = await office.as('archivist');
  const { status, problem } = await refused(archivist.call('monthPackage', { params: { month: '2026-11' } }));
  expect([status, problem.code]).toEqual([503, 'print.failed']);
});

test('the month as a workbook', async () => {
  await letteredOrder('1');
  const archivist = await office.as('archivist');
  const bytes = await archivist.call('monthReportWorkbook', { params: { month: '2026-11' }, query: { locale: 'en' } });
  expect(strFromU8(bytes.slice(0, 2))).toBe('PK');
});

test('a paper with a character that no font has says which', async () => {
  const details = { paper: 'inside', characters: '𠮷 (U+20BB7)', missing: [{ where: 'customer.0.value' }] };
  office.printer.fault = Object.assign(new Error('no font'), { code: 'print.glyph-missing', details });
  const number = await letteredOrder('1');
  const { status, problem } = await refused(pdf(`${number}-L1`));
  expect([status, problem.code]).toEqual([503, 'print.glyph-missing']);
  expect(problem.message).toContain(`${number}-L1`);
  expect(problem.message).toContain('𠮷 (U+20BB7)');
});

test('a letter that could never be printed is not issued: the order stays as it was', async () => {
  const clerk = await office.as('order-desk');
  const posted = await clerk.call('postOrders', {
    body: {
      ...rows({ key: '1' }),
      orders: rows({ key: '1' }).orders.map((order) => ({ ...order, contact: '𠮷田' })),
    },
    query: { submit: 'true' },
    requestKey: newKey(),
  });
  const [result] = posted.results;
  if (result?.outcome !== 'posted') throw new Error(`not posted: ${JSON.stringify(result)}`);
  const { number } = result;
  const command = (client: Client, type: 'approve-order' | 'issue-letter') =>
    client.call('commandOrder', { params: { number }, body: { type }, requestKey: newKey() });
  await command(await office.as('order-desk-head'), 'approve-order');
  const { status, problem } = await refused(command(clerk, 'issue-letter'));
  expect([status, problem.refusal]).toEqual([409, { code: 'paper.unprintable', data: { characters: '𠮷' } }]);
  const order = await clerk.call('order', { params: { number } });
  expect([order.status, order.papers]).toEqual(['to-confirm', []]);
});
