import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../workbook/annotate/annotation.ts';
import { annotatedCopy } from '../../workbook/annotated-copy.ts';
import { fixture, sheetsOf } from './fixture.ts';
import { makeXlsx, sheetData } from './make-xlsx.ts';

const none: Annotations = { title: 'Findings', headings: ['Cell', 'What'], cells: [] };
const at = (row: number, column: number, more: object = {}) =>
  ({ sheet: 'S1', row, column, severity: 'error', texts: ['wrong'], ...more }) as const;

async function copyOf(bytes: Uint8Array, annotations: Partial<Annotations>): Promise<Uint8Array> {
  const copy = await annotatedCopy(bytes, 'book.xlsx', { ...none, ...annotations });
  if (!copy.ok) throw new Error(copy.reason.code);
  return copy.value;
}

/** What exceljs, which had no part in it, sees in a cell: its value and the colour behind it. */
async function seen(bytes: Uint8Array, sheet = 'S1') {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const cell = (name: string) => {
    const { value, fill } = book.getWorksheet(sheet)?.getCell(name) ?? {};
    return { value, colour: fill?.type === 'pattern' ? fill.fgColor?.argb : undefined };
  };
  return { book, cell };
}

describe('the annotated copy', () => {
  const book = makeXlsx({
    sheets: [sheetData('<c r="A1"><v>1</v></c><c r="C1" s="1"><v>3</v></c>', '', '<c r="B3"><f>A1*2</f><v>2</v></c>')],
    styles:
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>',
  });

  it('colours cells that are there and cells that are not, and keeps what they show', async () => {
    const cells = [at(0, 0), at(0, 1, { severity: 'warning' }), at(0, 2), at(2, 1), at(4, 3), at(1, 0)];
    const { cell, book: copy } = await seen(await copyOf(book, { cells }));
    expect(cell('A1')).toEqual({ value: 1, colour: 'FFFFC7CE' });
    expect(cell('B1')).toEqual({ value: null, colour: 'FFFFEB9C' });
    expect(cell('C1')).toEqual({ value: 3, colour: 'FFFFC7CE' });
    expect(copy.getWorksheet('S1')?.getCell('C1').numFmt).toBe('0.000');
    expect(cell('B3')).toMatchObject({ value: { formula: 'A1*2', result: 2 }, colour: 'FFFFC7CE' });
    expect(cell('D5').colour).toBe('FFFFC7CE');
    expect(cell('A2').colour).toBe('FFFFC7CE');
    expect(cell('A3').colour).toBeUndefined();
  });

  it('colours a cell by its gravest finding', async () => {
    const cells = [at(0, 0, { severity: 'info' }), at(0, 0), at(0, 0, { severity: 'warning' })];
    expect((await seen(await copyOf(book, { cells }))).cell('A1').colour).toBe('FFFFC7CE');
  });

  it('makes the rows of its list high enough for their texts, Chinese ones twice as wide, the letters’ size as it is', async () => {
    const texts = ['short', '查'.repeat(30), 'x'.repeat(200), 'a\nb\nc', 'x'.repeat(9999)];
    const heights = async (size: number) => {
      const styles = `<fonts><font><sz val="${size}"/></font></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>`;
      const made = makeXlsx({ sheets: [sheetData('')], styles });
      const { book: copy } = await seen(
        await copyOf(made, { cells: texts.map((text) => at(0, 0, { texts: [text] })) }),
      );
      return texts.map((_, row) => copy.getWorksheet('Findings')?.getRow(row + 2).height ?? null);
    };
    expect(await heights(11)).toEqual([null, 31, 62, 47, 409]);
    expect(await heights(20)).toEqual([null, 56, 112, 84, 409]);
  });

  it('lists the findings as text, each with a link, whatever was typed', async () => {
    const typed = '=HYPERLINK("http://x")&<b> _x000D_ \u0001 \ud800';
    const bytes = await copyOf(book, { title: '检查结果', cells: [at(2, 1, { texts: [typed] })] });
    const [, findings] = await sheetsOf(bytes);
    expect(findings?.sheet).toBe('检查结果');
    expect(findings?.values).toEqual([
      ['Cell', 'What'],
      ['S1!B3', typed],
    ]);
    expect(findings?.formulas).toBeUndefined();
    const part = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet2.xml']);
    expect(part).toContain(`<hyperlink ref="A2" location="'S1'!B3"/>`);
  });

  it('writes statuses beside the rows but never over a formula', async () => {
    const statuses = [
      { sheet: 'S1', row: 0, column: 5, text: '=1+1' },
      { sheet: 'S1', row: 0, column: 0, text: 'posted' },
      { sheet: 'S1', row: 2, column: 1, text: 'posted' },
    ];
    const { cell } = await seen(await copyOf(book, { statuses }));
    expect(cell('F1').value).toBe('=1+1');
    expect(cell('A1').value).toBe('posted');
    expect(cell('B3').value).toMatchObject({ formula: 'A1*2' });
  });

  it('is not fooled by texts that look like cells', async () => {
    const trap = '<c r="A1" t="inlineStr"><is><t><![CDATA[</c><c r="B1"><v>9</v></c></row><row r="9">]]></t></is></c>';
    const copy = await copyOf(makeXlsx({ sheets: [sheetData(`${trap}<c r="B1"><v>2</v></c>`)] }), {
      cells: [at(0, 1)],
    });
    expect((await sheetsOf(copy))[0]?.values).toEqual([['</c><c r="B1"><v>9</v></c></row><row r="9">', 2]]);
  });

  it('puts rows into an empty sheet, and a style sheet into a package without one', async () => {
    const plain = makeXlsx({ sheets: ['<sheetData/>', sheetData('<c r="A1"><v>1</v></c>')] });
    const { cell } = await seen(await copyOf(plain, { cells: [at(1, 1)] }));
    expect(cell('B2').colour).toBe('FFFFC7CE');
  });

  it('finds a free, allowed name for its sheet', async () => {
    const names = async (title: string) => (await sheetsOf(await copyOf(book, { title }))).map(({ sheet }) => sheet);
    expect(await names('s1')).toEqual(['S1', 's1 (2)']);
    expect(await names("'a/b[c]:?*'")).toEqual(['S1', 'a b c']);
    expect(await names('x'.repeat(40))).toEqual(['S1', 'x'.repeat(31)]);
  });

  it('of a text file is a workbook, every cell as typed', async () => {
    const bytes = new TextEncoder().encode('No,Qty\n007,=1+1\n\n,5');
    const copy = await annotatedCopy(bytes, 'x/orders.csv', { ...none, cells: [at(1, 1, { sheet: 'orders' })] });
    const sheets = await sheetsOf(copy.ok ? copy.value : new Uint8Array());
    expect(sheets[0]).toMatchObject({ sheet: 'orders', values: [['No', 'Qty'], ['007', '=1+1'], [], [null, '5']] });
    expect((await seen(copy.ok ? copy.value : bytes, 'orders')).cell('B2')).toEqual({
      value: '=1+1',
      colour: 'FFFFC7CE',
    });
  });

  it('refuses what is no workbook', async () => {
    const refused = await annotatedCopy(new TextEncoder().encode('a,b'), 'a.doc', none);
    expect(refused).toMatchObject({ ok: false, reason: { code: 'workbook.not-a-workbook' } });
  });
});

describe('what is not touched', () => {
  it.each([
    'messy/exceljs/chart-sheet.xlsx',
    'messy/poi/DataValidations-49244.xlsx',
    '../../server/samples/northwind/northwind.xlsx',
  ])('stays byte for byte in %s', async (path) => {
    const bytes = fixture(path);
    const [first] = await sheetsOf(bytes);
    const copy = await copyOf(bytes, { cells: [at(1, 0, { sheet: first?.sheet })] });
    const [before, after] = [unzipSync(bytes), unzipSync(copy)];
    const touched = Object.keys(before).filter((name) =>
      Buffer.compare(before[name] ?? Buffer.of(), after[name] ?? Buffer.of()),
    );
    const sheet = touched.find((name) => name.startsWith('xl/worksheets/'));
    expect(touched.toSorted()).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', sheet].toSorted(),
    );
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual([
      expect.stringMatching(/^xl\/worksheets\/sheet\d\.xml$/),
    ]);
    // Within the sheet only the one cell differs: taken out, both are the same.
    const bare = (xml: Uint8Array | undefined) =>
      new TextDecoder()
        .decode(xml)
        .replace(/<c r="A2"[^>]*>/, '')
        .replace(/(<row r="2")[^>]*>/, '$1>');
    expect(bare(after[sheet ?? ''])).toBe(bare(before[sheet ?? '']));
  });

  it('and the values read the same, also when annotated twice', async () => {
    const bytes = fixture('../../server/samples/northwind/northwind.xlsx');
    const before = await sheetsOf(bytes);
    const cells = [at(5, 6, { sheet: 'Orders' }), at(40, 2, { sheet: 'Stock' })];
    const twice = await copyOf(await copyOf(bytes, { cells }), { cells });
    const after = await sheetsOf(twice);
    expect(after.slice(0, 4)).toEqual(before);
    expect(after.slice(4).map(({ sheet }) => sheet)).toEqual(['Findings', 'Findings (2)']);
    expect(await copyOf(bytes, { cells })).toEqual(await copyOf(bytes, { cells }));
  });
});
