import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../server/print/read-pdf.ts';
import { countersign } from './run-cli.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'countersign-demo-test-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

test('demo leaves the book of orders, letters, notices and the month’s report', async () => {
  const { code, out: said, err } = await countersign(['demo', '--out', out, '--sample', 'hardware', '--json']);
  expect(code, err).toBe(0);
  const [result] = JSON.parse(said).companies;
  expect(result).toMatchObject({ checked: { orders: 24 }, posted: 17, postedAgain: 0 });
  const folder = join(out, 'hardware');

  const letters = (await readdir(join(folder, 'letters'))).filter((name) => name.endsWith('.pdf'));
  expect(letters.length).toBe(result.letters);
  for (const letter of letters) {
    const pages = await readPdf(new Uint8Array(await readFile(join(folder, 'letters', letter))));
    // Selectable Chinese text, and no page speaks of another order.
    expect(pages[0]?.body).toContain('承诺完工日期');
    for (const { body, foot } of pages)
      expect(new Set(`${body} ${foot}`.match(/SO-\d{6}-\d{5}/g))).toEqual(new Set([letter.slice(0, 15)]));
  }
  for (const papers of ['delivery-notes', 'shipping-notices'])
    expect(await readdir(join(folder, papers))).toHaveLength(result.shipped);

  const report = (await readdir(folder)).find((name) => /^archive-report-.*\.xlsx$/.test(name)) ?? '';
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, report));
  const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().flat()).filter((value) => value !== null);
  expect(cells.filter((value) => value instanceof Date).length).toBeGreaterThan(20);
  expect(cells.filter((value) => typeof value === 'number').length).toBeGreaterThan(50);
});
