import { copyFile, link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { countersign, fixture, northwindBook } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const csv = async (name: string, lines: readonly string[]): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, lines.join('\n'));
  return file;
};
const prices = ['Item No,Product,List Price', 'A1,Bolt,2.50', 'A2,Nut,1.00'];
const customers = ['Customer No,Customer,Phone', 'C1,Acme Ltd,123'];

describe('check', () => {
  test('Northwind: rows, orders and findings, each with its cell', async () => {
    const { code, out } = await countersign(['check', northwindBook, '--json', '--as-of', '1998-05-07']);
    const result = JSON.parse(out);
    expect(code).toBe(1);
    expect(result).toMatchObject({
      rows: 2155,
      orders: 830,
      summary: {
        byCode: {
          'price.not-list': 256,
          'discount.beyond-authority': 1234,
          'item.discontinued': 228,
          'stock.short': 31,
        },
      },
    });
    expect(
      result.tables.map(({ role, sheet, headerRow }: Record<string, unknown>) => [role, sheet, headerRow]),
    ).toEqual([
      ['orders', 'Orders', 1],
      ['prices', 'Price List', 1],
      ['stock', 'Stock', 1],
      ['customers', 'Customers', 1],
    ]);
    const price = result.findings.find(({ column }: { column: string }) => column === 'G');
    expect(price).toMatchObject({
      code: 'discount.beyond-authority',
      sheet: 'Orders',
      cell: 'G2',
      row: 2,
      column: 'G',
      order: '10248',
      actual: { value: '14' },
      expected: { value: '21' },
      fix: { cell: 'G2', row: 2, column: 'G', value: 21 },
    });
    for (const { cell, row, column, message } of result.findings) {
      expect(cell).toBe(`${column}${row}`);
      expect(message).not.toBe('');
    }
  });

  test('says which rows it passed over', async () => {
    const file = await csv('totals.csv', [
      'Order No,Customer,Item No,Quantity,Unit Price',
      '1,Acme Ltd,A1,10,2.50',
      'Total,,,10,',
      'Prepared by: Wang,,,,',
      '2,,,,',
      '3,Acme Ltd,,,',
    ]);
    const { out } = await countersign(['check', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      rows: 1,
      skipped: [
        { file: 'totals.csv', row: 3, because: 'total' },
        { file: 'totals.csv', row: 4, because: 'signature' },
        { file: 'totals.csv', row: 5, because: 'no-goods' },
        { file: 'totals.csv', row: 6, because: 'no-goods' },
      ],
    });
    const said = await countersign(['check', file, '--locale', 'zh-Hans']);
    expect(said.out).toContain('第 3 行是合计，未计入');
    expect(said.out).toContain('第 4 行是签名栏，未计入');
    expect(said.out).toContain('第 5–6 行没有商品、数量、单价和金额，未计入');
  });

  test('says what the rows were judged by and of which day, what was not checked and why, and what a cell could mean', async () => {
    const order = await csv('shared-barcode.csv', [
      'Order No,Customer,Item No,Barcode,Quantity,Unit Price',
      '1,Acme Ltd,,690,2,9',
    ]);
    const list = await csv('list 2026-03-05.csv', [
      'Item No,Barcode,Product,Unit,List Price',
      'A1,690,Cake,box,9',
      'A2,690,Cake,bag,1',
    ]);
    const { out } = await countersign(['check', order, list, '--locale', 'en']);
    const lines = out.split('\n');
    expect(lines).toContain('Price list: list 2026-03-05.csv, 2 rows, as of Mar 5, 2026');
    expect(lines).toContain('Stock: none');
    expect(lines).toContain('      which one? C2 A1 box / C2 A2 bag');
    const unchecked = lines.indexOf('Not checked:');
    expect(lines[unchecked + 1]).toMatch(/^ {2}There is no .*, so this was not checked: /);
    expect(lines.at(-2)).toMatch(/^Orders: 1, rows: 1, errors: /);

    const json = JSON.parse((await countersign(['check', order, list, '--json'])).out);
    expect(json.knowledge).toMatchObject({ prices: { file: 'list 2026-03-05.csv', asOf: '2026-03-05' }, stock: null });
    const ambiguous = json.findings.find(({ code }: { code: string }) => code === 'item.ambiguous');
    expect(ambiguous.choices).toMatchObject([
      { cell: 'C2', row: 2, column: 'C', value: 'A1' },
      { cell: 'C2', row: 2, column: 'C', value: 'A2' },
    ]);
  });

  test('asks which one only where there are several', async () => {
    const order = await csv('too-few.csv', ['Order No,Customer,Item No,Quantity,Unit Price', '1,Acme Ltd,A1,2,2.5']);
    const list = await csv('least.csv', ['Item No,Product,MOQ,List Price', 'A1,Bolt,6,2.50', 'A2,Nut,6,1.00']);
    const said = async (locale: string) =>
      (await countersign(['check', order, list, '--locale', locale])).out.split('\n');
    expect(await said('en')).toContain('      could be changed to D2 6');
    expect(await said('zh-Hans')).toContain('      可改为 D2 6');
  });

  test('names a table that looks like orders and was not taken for them', async () => {
    const file = await csv('records.csv', [
      '订单号,客户,货号,数量,单价',
      'T1,甲,A1,10,2',
      '',
      '旧单记录,,,,',
      '单号,客户,货号,数量,日期',
      'F1,甲,A1,5,2026-11-02',
    ]);
    const { out } = await countersign(['check', file, '--json']);
    const { rows, tables } = JSON.parse(out);
    expect(rows).toBe(1);
    expect(tables.map(({ range, checked }: Record<string, unknown>) => [range, checked])).toEqual([
      ['A1:E2', true],
      ['A5:E6', false],
    ]);
    const said = await countersign(['check', file, '--locale', 'zh-Hans']);
    expect(said.out).toContain('A5:E6 像订单但不确定，未检查');
  });

  test('names what it did not use: tables, empty books, columns that no table uses', async () => {
    const files = await Promise.all([
      csv('month.csv', ['序号,订单号,客户,货号,数量,单价,标准单价,图片,,跟单', '1,T1,甲,A1,2,9,9,,,小王']),
      csv('side.csv', ['订单号,客户,货号,数量,单价,,货号,品名,批发价,经办', 'T2,甲,A1,2,9,,A1,螺丝,9,小李']),
      csv('新库存表.csv', ['货号,库存数量']),
      csv('库存表.csv', ['货号,库存数量', 'A1,5']),
      csv('talk.csv', ['物料,参考,地区', 'A1,9,华东']),
    ]);
    const { out } = await countersign(['check', ...files, '--json']);
    const { tables, unknown } = JSON.parse(out);
    expect(tables.map(({ file, role, checked }: Record<string, unknown>) => [file, role, checked])).toEqual([
      ['month.csv', 'orders', true],
      ['month.csv', 'prices', true],
      ['side.csv', 'orders', true],
      ['side.csv', 'prices', true],
      ['新库存表.csv', 'stock', false],
      ['库存表.csv', 'stock', true],
    ]);
    expect(unknown).toEqual([{ file: 'talk.csv', sheet: 'talk', range: 'A1:C2', headings: ['物料', '参考', '地区'] }]);
    const said = async (locale: string) =>
      (await countersign(['check', ...files, '--locale', locale])).out.split('\n').slice(0, 4);
    expect(await said('zh-Hans')).toEqual([
      '新库存表.csv A1:B1（库存）未使用：没有内容、日期较早，或是另一张工作表的副本',
      'talk.csv A1:C2 未使用，看不出是什么表：物料 | 参考 | 地区',
      'month.csv A1:J2 未使用的列：J 跟单',
      'side.csv G1:J2 未使用的列：J 经办',
    ]);
    expect(await said('en')).toEqual([
      '新库存表.csv A1:B1 (Stock) was not used: it is empty, of an older day, or a copy of another sheet',
      'talk.csv A1:C2 was not used, for it is not clear what it holds: 物料 | 参考 | 地区',
      'month.csv A1:J2: columns not used: J 跟单',
      'side.csv G1:J2: columns not used: J 经办',
    ]);
  });

  test('several files: orders here, prices and customers there; clean is exit 0', async () => {
    const orders = await csv('orders.csv', [
      'Order No,Customer,Item No,Quantity,Unit Price',
      '1,Acme Ltd,A1,10,2.50',
      '1,Acme Ltd,A2,5,1.00',
    ]);
    const { code, out } = await countersign([
      'check',
      orders,
      await csv('prices.csv', prices),
      await csv('customers.csv', customers),
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({ rows: 2, orders: 1, summary: { error: 0 } });
    expect(code).toBe(0);
  });

  test('a row with errors doesn’t stop the others, and the words follow the language', async () => {
    const orders = await csv('bad-rows.csv', [
      'Order No,Customer,Item No,Quantity,Unit Price',
      '1,Acme Ltd,A9,10,2.50',
      '2,Acme Ltd,A2,,1.00',
      '3,Nobody Inc,A2,1,1.00',
      '4,Acme Ldt,A2,1,1.00',
    ]);
    const files = [orders, await csv('prices.csv', prices), await csv('customers.csv', customers)];
    const english = await countersign(['check', ...files]);
    expect(english.code).toBe(1);
    expect(english.out).toMatch(/C2 .*A9[\s\S]*D3 [\s\S]*B4 .*Nobody Inc/);
    expect(english.out).toMatch(/B5 .*“Acme Ldt” is not in the customer list\. Did you mean Acme Ltd\?/);
    const chinese = await countersign(['check', ...files, '--locale', 'zh-Hant']);
    expect(chinese.out).toContain('4 張訂單，4 列');
  });

  test('--annotate leaves a copy with the findings listed, the rest as it was', async () => {
    const out = join(folder, 'annotated.xlsx');
    const checked = await countersign(['check', northwindBook, '--annotate', out, '--as-of', '1998-05-07', '--json']);
    const { findings } = JSON.parse(checked.out);
    const [before, after] = await Promise.all(
      [northwindBook, out].map(async (file) => readWorkbook(new Uint8Array(await readFile(file)), 'n.xlsx')),
    );
    if (!before?.ok || !after?.ok) throw new Error('unreadable');
    expect(after.value.slice(0, 4).map(({ values }) => values)).toEqual(before.value.map(({ values }) => values));
    expect(after.value[4]?.sheet).toBe('Findings');
    expect(after.value[4]?.values.length).toBe(1 + findings.length);
  });

  test('--annotate marks the file the orders stand in, whichever was named first; not two of them', async () => {
    const orders = join(folder, 'northwind-orders.xlsx');
    await copyFile(northwindBook, orders);
    const list = await csv('bolts.csv', [...prices, 'A1,Screw,3.00']);
    const out = join(folder, 'several.xlsx');
    const checked = await countersign(['check', list, orders, '--annotate', out, '--json']);
    expect(checked.code).toBe(1);
    const own = JSON.parse(checked.out).findings.filter(({ file }: { file: string }) => file !== 'bolts.csv');
    const copy = await readWorkbook(new Uint8Array(await readFile(out)), 'n.xlsx');
    expect(copy.ok && copy.value.at(-1)?.values.length).toBe(1 + own.length);

    const second = await csv('more-orders.csv', ['Order No,Customer,Item No,Quantity,Unit Price', '1,Acme,A1,1,1']);
    const both = await countersign(['check', orders, second, '--annotate', join(folder, 'both.xlsx')]);
    expect(both).toMatchObject({ code: 64, err: expect.stringMatching(/northwind-orders\.xlsx.*more-orders\.csv/) });
  });

  test('--annotate writes over none of the files it reads, whatever they are called, and only workbooks', async () => {
    const orders = await csv('two-bolts.csv', ['Order No,Customer,Item No,Quantity,Unit Price', '1,Acme Ltd,A1,2,2.5']);
    const books = join(folder, 'books.xlsx');
    await copyFile(northwindBook, books);
    await symlink(books, join(folder, 'soft.xlsx'));
    await link(books, join(folder, 'hard.xlsx'));
    await symlink(orders, join(folder, 'text.xlsx'));
    await symlink(folder, join(folder, 'same-folder'));
    const before = await readFile(books);
    const outs = ['books.xlsx', './books.xlsx', 'same-folder/books.xlsx', 'soft.xlsx', 'hard.xlsx', 'text.xlsx'];
    for (const out of outs) {
      const over = await countersign(['check', orders, books, '--annotate', `${folder}/${out}`]);
      expect(over).toMatchObject({ code: 64, out: '', err: expect.stringContaining(`${out} is one of the files`) });
    }
    expect((await readFile(books)).equals(before)).toBe(true);
    for (const out of ['marked.pdf', 'marked.csv', 'marked']) {
      const other = await countersign(['check', orders, '--annotate', join(folder, out), '--locale', 'zh-Hans']);
      expect(other).toMatchObject({ code: 64, out: '', err: expect.stringContaining('须以 .xlsx 结尾') });
      await expect(readFile(join(folder, out))).rejects.toThrow('ENOENT');
    }
    expect((await countersign(['check', orders, '--annotate', join(folder, 'M.XLSX')])).code).toBe(0);
  });

  test('--annotate says why a copy can’t be written', async () => {
    const orders = join(folder, 'mine.xlsx');
    await copyFile(northwindBook, orders);
    const nowhere = await countersign(['check', orders, '--annotate', join(orders, 'x.xlsx'), '--locale', 'zh-Hans']);
    expect(nowhere.code).toBe(70);
    expect(nowhere.err).toContain('无法写入');
  });
});

describe('what can’t be read is exit 2, says why and what to do', () => {
  test.each([
    ['messy/poi/password.xls', 'workbook.old-xls', /save it as \.xlsx/],
    ['messy/poi/xlsx-corrupted.xlsx', 'workbook.damaged', /Excel repair/],
    ['messy/exceljs/LICENSE', 'workbook.not-a-workbook', /not a workbook/],
    ['messy/exceljs/1904.xlsx', 'problem.no-orders', /Looked for/],
  ])('%s', async (file, problem, words) => {
    const { code, out } = await countersign(['check', fixture(file), '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).problem).toMatchObject({ code: problem, message: expect.stringMatching(words) });
    const said = await countersign(['check', fixture(file), '--locale', 'zh-Hans']);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(/\p{Script=Han}/u);
    expect(said.err.includes('countersign serve')).toBe(problem.startsWith('problem.'));
  });

  test('a file that isn’t there, an empty one, an order table without items', async () => {
    const empty = join(folder, 'empty.xlsx');
    await writeFile(empty, '');
    const noItems = await csv('no-items.csv', ['Order No,Customer,Quantity,Unit Price', '1,Acme Ltd,10,2.50']);
    for (const file of [join(folder, 'nowhere.xlsx'), empty, noItems]) {
      const { code, err } = await countersign(['check', file]);
      expect({ file, code }).toEqual({ file, code: 2 });
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  test('why a file can’t be read is said in the user’s words, not the system’s', async () => {
    const gone = join(folder, 'gone.xlsx');
    const said = async (file: string, locale: string) =>
      (await countersign(['check', file, '--locale', locale])).err.trimEnd();
    expect(await said(gone, 'en')).toBe(`${gone} is not there. Check the path and the name.`);
    expect(await said(gone, 'zh-Hant')).toBe(`找不到檔案 ${gone}。請檢查路徑與檔名。`);
    expect(await said(folder, 'zh-Hans')).toBe(`${folder} 是文件夹。请指明其中要读取的文件。`);
    const { out } = await countersign(['check', gone, '--json']);
    expect(JSON.parse(out).problem).toMatchObject({ code: 'file.unreadable', file: gone, why: 'ENOENT' });
  });

  test('a wrong option is a usage error', async () => {
    expect((await countersign(['check', northwindBook, '--as-of', '1998-02-30'])).code).toBe(64);
    expect((await countersign(['frobnicate'])).code).toBe(64);
    for (const who of [
      ['--company', 'nope'],
      ['--user', 'zhang'],
    ]) {
      const asked = await countersign(['check', northwindBook, ...who]);
      expect(asked).toMatchObject({ code: 64, out: '', err: expect.stringContaining('--server') });
    }
  });
});
