import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales } from '../../core/policy/locale.ts';
import { textsIn } from '../../locales/index.ts';
import { readLimits } from '../../workbook/limits.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { fixture, problemOf } from './fixture.ts';
import { makeXlsx, sheetData } from './make-xlsx.ts';

/** A container of Office's old kind with these streams, as far as telling it apart needs. */
function oleContainer(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, name] of ['Root Entry', ...streams].entries())
    for (const [letter, sign] of [...name].entries()) bytes[512 + at * 128 + letter * 2] = sign.charCodeAt(0);
  return bytes;
}
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
/** A workbook that has one relationship more. */
const withLink = (type: string): Uint8Array =>
  makeXlsx({
    sheets: [one],
    parts: {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${type}" Target="extra.bin"/></Relationships>`,
      'xl/extra.bin': 'x',
    },
  });
const one = sheetData('<c r="A1"><v>1</v></c>');
const book = makeXlsx({ sheets: [one] });

describe('files that are no readable workbook', () => {
  it.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'workbook.empty'],
    ['a web page named .xls', text('<html><table></table></html>'), 'workbook.not-a-workbook'],
    ['plain text named .xlsx', text('hello'), 'workbook.not-a-workbook'],
    [
      'a spreadsheet of LibreOffice',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('<office:document-content/>'),
      }),
      'workbook.opendocument',
    ],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'workbook.not-a-workbook'],
    [
      'a Word document',
      makeXlsx({ sheets: [], parts: { 'xl/workbook.xml': '<w:document xmlns:w="w"/>' } }),
      'workbook.not-a-workbook',
    ],
    ['password to open', fixture('made/password-to-open.xlsx'), 'workbook.encrypted'],
    ['an old .xls', oleContainer('Workbook'), 'workbook.old-xls'],
    ['an older .xls', Uint8Array.of(9, 8, 16, 0, 0, 6, 5, 0, 0, 0), 'workbook.old-xls'],
    ['a Word .doc', oleContainer('WordDocument'), 'workbook.not-a-workbook'],
    [
      'a binary workbook',
      makeXlsx({
        sheets: [one],
        parts: {
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
      }),
      'workbook.binary-xlsb',
    ],
    ['Visual Basic', withLink('http://schemas.microsoft.com/office/2006/relationships/vbaProject'), 'workbook.macros'],
    [
      'a sheet of commands of Excel 4',
      withLink('http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet'),
      'workbook.macros',
    ],
    ['no filled cell', makeXlsx({ sheets: [sheetData('<c r="A1" s="1"/>')] }), 'workbook.empty'],
    ['cut off', book.slice(0, book.length - 30), 'workbook.damaged'],
    [
      'a sheet that is missing',
      makeXlsx({
        sheets: [one],
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="gone.xml"/></Relationships>',
        },
      }),
      'workbook.damaged',
    ],
    ['XML that breaks off', makeXlsx({ sheets: ['<sheetData><row>'] }), 'workbook.damaged'],
    [
      'a string that is not there',
      makeXlsx({ sheets: [sheetData('<c r="A1" t="s"><v>5</v></c>')] }),
      'workbook.damaged',
    ],
    ['a number that is none', makeXlsx({ sheets: [sheetData('<c r="A1"><v>1x</v></c>')] }), 'workbook.damaged'],
    [
      'a row that has no number',
      makeXlsx({ sheets: ['<sheetData><row r="x"><c><v>1</v></c></row></sheetData>'] }),
      'workbook.damaged',
    ],
    ['a cell beyond the sheet', makeXlsx({ sheets: [sheetData('<c r="AAAA1"><v>1</v></c>')] }), 'workbook.damaged'],
    [
      'entities',
      makeXlsx({ sheets: [one], parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' } }),
      'workbook.suspicious',
    ],
  ])('%s: %s', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code);
  });

  it.each([
    ['messy/poi/xlsx-corrupted.xlsx', 'workbook.damaged'],
    ['messy/exceljs/invalid-xml.xlsx', 'workbook.damaged'],
    ['messy/exceljs/missing-bits.xlsx', 'workbook.damaged'],
    ['messy/poi/password.xls', 'workbook.old-xls'],
    // Whole-column validations, which other readers expand for days, around a sheet without a filled cell.
    ['messy/exceljs/test-issue-1842.xlsx', 'workbook.empty'],
  ])('%s: %s', async (path, code) => {
    expect(await problemOf(fixture(path))).toBe(code);
  });

  it('notices a single changed byte in a packed part', async () => {
    const bytes = fixture('../../server/samples/northwind/northwind.xlsx').slice();
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x10;
    expect(await problemOf(bytes)).toBe('workbook.damaged');
  });

  it('notices a changed digit in a part that is stored as it is', async () => {
    const parts = unzipSync(makeXlsx({ sheets: [sheetData('<c r="A1"><v>12345</v></c>')] }));
    const bytes = zipSync(parts, { level: 0 });
    const at = bytes.findIndex((_, start) => text('12345').every((byte, digit) => bytes[start + digit] === byte));
    expect(await problemOf(bytes)).toBe('readable');
    bytes[at] = 0x39;
    expect(await problemOf(bytes)).toBe('workbook.damaged');
  });

  it('never throws, whatever byte is wrong', async () => {
    for (let at = 0; at < book.length; at += 7) {
      const bytes = book.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      await expect(readWorkbook(bytes, 'x.xlsx')).resolves.toBeDefined();
    }
  });
});

describe('files made to bring programs down', () => {
  const zeros = (megabytes: number): string => ' '.repeat(megabytes * 1_000_000);

  it('refuses a part that is packed far too well', async () => {
    expect(await problemOf(makeXlsx({ sheets: [one], parts: { 'xl/media/a.xml': zeros(25) } }))).toBe(
      'workbook.suspicious',
    );
  });

  it('refuses by what the directory says, before anything is unpacked', async () => {
    const name = 'xl/worksheets/sheet1.xml';
    const claimed = (unpacked: number): Uint8Array => {
      const bytes = makeXlsx({ sheets: [one] });
      const at = bytes.findLastIndex((_, start) => text(name).every((byte, letter) => bytes[start + letter] === byte));
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      view.setUint32(at - 46 + 24, unpacked, true);
      // What would be unpacked is nothing that can be.
      bytes.fill(
        0xff,
        view.getUint32(at - 46 + 42, true) + 30 + name.length,
        view.getUint32(at - 46 + 42, true) + 60 + name.length,
      );
      return bytes;
    };
    expect(await problemOf(claimed(200))).toBe('workbook.damaged');
    expect(await problemOf(claimed(25_000_000))).toBe('workbook.suspicious');
    const small = { ...readLimits, unpackedBytes: 15_000_000 };
    expect(await readWorkbook(claimed(15_000_000), 'b.xlsx', small)).toMatchObject({
      reason: { code: 'workbook.too-big' },
    });
  });

  it('refuses shared texts that would fill the memory', async () => {
    const strings = makeXlsx({ sheets: [one], strings: `<si><t>${'long '.repeat(500)}</t></si>` });
    const read = await readWorkbook(strings, 'b.xlsx', { ...readLimits, sharedTextBytes: 2000 });
    expect(read).toMatchObject({ reason: { code: 'workbook.too-big' } });
  });

  it('refuses merges that cover the sheet again and again', async () => {
    const merges = (count: number, ref: string): Uint8Array =>
      makeXlsx({
        sheets: [
          `${sheetData('<c r="A1"><v>1</v></c><c r="C1"><v>1</v></c>')}<mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>`,
        ],
      });
    expect(await problemOf(merges(2, 'A1:XFD1048576'))).toBe('readable');
    expect(await problemOf(merges(9, 'A1:XFD1048576'))).toBe('workbook.suspicious');
    const few = await readWorkbook(merges(50, 'A9:B9'), 'b.xlsx', { ...readLimits, places: 20 });
    expect(few).toMatchObject({ reason: { code: 'workbook.suspicious' } });
  });

  it('is not slowed by what a sheet says of whole columns, nor by names', async () => {
    const everywhere = 'sqref="A1:XFD1048576"';
    const bytes = makeXlsx({
      sheets: [
        `<cols><col min="1" max="16384" width="9"/></cols>${sheetData('<c r="A1"><v>1</v></c>')}<conditionalFormatting ${everywhere}><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" ${everywhere}><formula1>X</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1:XFD1048576" location="S1!A1"/></hyperlinks>`,
      ],
      parts: {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="S1" sheetId="1" r:id="rId1"/></sheets><definedNames>${Array.from({ length: 10_000 }, (_, at) => `<definedName name="n${at}">S1!$A$1:$XFD$1048576</definedName>`).join('')}</definedNames></workbook>`,
      },
    });
    // Two places are all there is room for: nothing is spread over the cells it is said of.
    const read = await readWorkbook(bytes, 'b.xlsx', { ...readLimits, cells: 1, places: 2 });
    expect(read).toEqual({ ok: true, value: [{ sheet: 'S1', row: 0, column: 0, values: [[1]] }] });
  });

  it('refuses what unpacks to more than it may', async () => {
    const read = await readWorkbook(book, 'b.xlsx', { ...readLimits, unpackedBytes: 500 });
    expect(read).toMatchObject({
      ok: false,
      reason: { code: 'workbook.too-big', data: { file: 'b.xlsx', limit: '1' } },
    });
  });

  it('stops a part that is larger than the directory says', async () => {
    const bytes = makeXlsx({ sheets: [one + ' '.repeat(5000)] });
    const name = text('xl/worksheets/sheet1.xml');
    const at = bytes.findLastIndex((_, start) => name.every((byte, letter) => bytes[start + letter] === byte));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at - 46 + 24, 100, true);
    expect(await problemOf(bytes)).toBe('workbook.suspicious');
  });

  it('refuses too many entries and too many cells', async () => {
    const read = await readWorkbook(book, 'b.xlsx', { ...readLimits, entries: 3 });
    expect(read).toMatchObject({ reason: { code: 'workbook.suspicious' } });
    const many = makeXlsx({ sheets: [sheetData('<c r="A1"><v>1</v></c><c r="B1"><v>1</v></c>'), one] });
    const cells = await readWorkbook(many, 'b.xlsx', { ...readLimits, cells: 2 });
    expect(cells).toMatchObject({ reason: { code: 'workbook.too-many-cells', data: { limit: '2' } } });
  });

  it('refuses a few cells so far out that the sheet would be huge', async () => {
    const out =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="XFD900"><v>1</v></c></row></sheetData>';
    const limits = { ...readLimits, places: 17_500 };
    const suspicious = { reason: { code: 'workbook.suspicious', data: { part: 'xl/worksheets/sheet2.xml' } } };
    expect(await readWorkbook(makeXlsx({ sheets: [out] }), 'b.xlsx', limits)).toMatchObject({ ok: true });
    expect(await readWorkbook(makeXlsx({ sheets: [out, out] }), 'b.xlsx', limits)).toMatchObject(suspicious);
    const commas = await readWorkbook(text(`a${','.repeat(17_500)}\nb,c`), 'b.csv', limits);
    expect(commas).toMatchObject({ reason: { code: 'workbook.too-many-cells' } });
  });

  it('notes what a sheet claims only as far as a sheet can reach', async () => {
    const claims = `${'<col min="1" max="16384" hidden="1"/>'.repeat(3)}<col min="-9" max="99999" hidden="1"/>`;
    const bytes = makeXlsx({
      sheets: [
        `<cols>${claims}</cols>${sheetData('<c r="A1"><v>1</v></c><c r="C1"><v>1</v></c>', '<c r="B2"><v>1</v></c>')}`,
      ],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="a" Type="x/table" Target="../tables/t.xml"/></Relationships>',
        'xl/tables/t.xml': '<table displayName="T" ref="A1:XFD1048576"/>',
      },
    });
    const read = await readWorkbook(bytes, 'b.xlsx');
    expect(read.ok && read.value[0]?.hiddenColumns).toEqual(Array.from({ length: 16_384 }, (_, column) => column));
    expect(read.ok && read.value[0]?.tables).toEqual([{ name: 'T', top: 0, left: 0, bottom: 1, right: 2 }]);
  });

  it('refuses two parts of one name', async () => {
    const bytes = makeXlsx({ sheets: [one, one] });
    const [from, to] = [text('sheet2.xml'), text('sheet1.xml')];
    for (let at = 0; at < bytes.length; at++)
      if (from.every((byte, letter) => bytes[at + letter] === byte)) bytes.set(to, at);
    expect(await problemOf(bytes)).toBe('workbook.damaged');
  });
});

it('words every problem in every language', async () => {
  const data = { file: 'a.xlsx', part: 'p', actual: '9', limit: '8', cell: 'B3', line: '4', text: 'x' };
  const codes = [
    'not-a-workbook',
    'encrypted',
    'old-xls',
    'opendocument',
    'binary-xlsb',
    'macros',
    'empty',
    'damaged',
    'suspicious',
    'too-big',
    'too-many-cells',
    'unknown-encoding',
    'unclosed-quote',
    'took-too-long',
    'too-much-memory',
  ];
  for (const locale of locales)
    for (const code of codes)
      expect(textsIn(locale)(`findings:workbook.${code}`, data)).toMatch(/^(?!.*\{\{).*a\.xlsx/);
  for (const locale of locales)
    expect(new Set(codes.map((code) => textsIn(locale)(`findings:workbook.${code}`, data))).size).toBe(codes.length);
});
