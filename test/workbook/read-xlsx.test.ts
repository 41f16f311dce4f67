import { describe, expect, it } from 'vitest';
import { fixture, sheetsOf } from './fixture.ts';
import { makeXlsx, sheetData } from './make-xlsx.ts';

const cellsOf = async (...rows: string[]) => (await sheetsOf(makeXlsx({ sheets: [sheetData(...rows)] })))[0];

describe('cells', () => {
  it('come as text, numbers, booleans and errors, in their places', async () => {
    const sheet = await cellsOf(
      '<c r="B1" t="inlineStr"><is><t>甲</t></is></c><c r="D1"><v>1.50</v></c>',
      '<c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" s="3"/>',
    );
    expect(sheet).toEqual({
      sheet: 'S1',
      row: 0,
      column: 0,
      values: [
        [null, '甲', null, 1.5],
        [true, '#N/A'],
      ],
    });
  });

  it('without a place follow the one before', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row></sheetData>';
    const [sheet] = await sheetsOf(makeXlsx({ sheets: [xml] }));
    expect(sheet?.values).toEqual([[1, 2], [], [], [null, 3, 4]]);
  });

  it('read shared strings: runs joined, phonetic aids left out, escapes resolved', async () => {
    const strings =
      '<si><t>plain &amp; simple</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh><t>リッチ</t></rPh></si><si><t>a_x000A_b_x005F_x000A_</t></si>';
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>';
    const [sheet] = await sheetsOf(makeXlsx({ sheets: [sheetData(cells)], strings }));
    expect(sheet?.values).toEqual([['plain & simple', 'rich text', 'a\nb_x000A_']]);
  });

  it('keep formulas; an empty result is a result, a missing one is not', async () => {
    const sheet = await cellsOf(
      '<c r="A1"><f>B1*2</f><v>4</v></c><c r="B1" t="str"><f>IF(A1="","",1)</f><v></v></c><c r="C1"><f>A1</f></c>',
    );
    expect(sheet?.values).toEqual([[4, '', null]]);
    expect(sheet?.formulas).toEqual([['=B1*2', '=IF(A1="","",1)', '=A1']]);
  });

  it('are found behind a namespace prefix', async () => {
    const part = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const [sheet] = await sheetsOf(makeXlsx({ sheets: [''], parts: { 'xl/worksheets/sheet1.xml': part } }));
    expect(sheet?.values).toEqual([[7]]);
  });

  it('tells which cells are struck through', async () => {
    const styles =
      '<fonts><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts>' +
      '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>' +
      '<dxfs><dxf><font><strike/></font></dxf></dxfs>';
    const row = (r: number, a: number, b: number) =>
      `<row r="${r}"><c r="A${r}" s="${a}"><v>1</v></c><c r="B${r}" s="${b}"><v>2</v></c></row>`;
    const [sheet] = await sheetsOf(
      makeXlsx({ sheets: [sheetData(row(1, 0, 2) + row(2, 1, 1) + row(3, 1, 0))], styles }),
    );
    expect(sheet?.struck).toEqual([
      { column: 0, rows: [1, 2] },
      { column: 1, rows: [1] },
    ]);
  });

  it('hold dates as serials with their format, whatever the notation', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="31"/></cellXfs>';
    const cells =
      '<c r="A1" s="1"><v>46086</v></c><c r="B1" s="2"><v>46086</v></c><c r="C1" s="3"><v>46086</v></c><c r="D1" t="d"><v>2026-03-05T00:00:00</v></c><c r="E1"><v>46086</v></c>';
    const [sheet] = await sheetsOf(makeXlsx({ sheets: [sheetData(cells)], styles, workbook: 'date1904="1"' }));
    expect(sheet?.values).toEqual([[46086, 46086, 46086, 46086, 46086]]);
    expect(sheet?.formats).toEqual([['yyyy/m/d', 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日"', 'yyyy-mm-dd']]);
    expect(sheet?.date1904).toBe(true);
  });

  it('tell by names where a table stands that only shows what the server holds, on copied sheets too', async () => {
    const cells = sheetData('<c r="A1"><v>1</v></c>');
    const names = [
      ['countersign.openOrders.number', "'Bo''s \"A\"'!$B$3"],
      ['countersign.openOrders.status', "'Bo''s \"A\"'!$D$3"],
      ['countersign.openOrders.number', 'S2!$A$1'],
      ['countersign.openOrders.gone', '#REF!'],
      ['countersign.prices.itemCode', 'S3!$A$1'],
      ['theirs', 'S3!$A$1'],
    ].map(([name, text]) => `<definedName name="${name}" hidden="1">${text}</definedName>`);
    const sheets = ['Bo&apos;s &quot;A&quot;', 'S2', 'S3'].map(
      (name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    );
    const grids = await sheetsOf(
      makeXlsx({
        sheets: [cells, cells, cells],
        parts: {
          'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
        },
      }),
    );
    expect(grids.map(({ viewHeadings }) => viewHeadings)).toEqual([
      [
        { row: 2, column: 1 },
        { row: 2, column: 3 },
      ],
      [{ row: 0, column: 0 }],
      undefined,
    ]);
  });

  it('are read with merges, hidden rows and columns, and Excel tables', async () => {
    const xml =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row><row r="9"><c r="A9"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>';
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml': '<table name="Orders" displayName="Orders" ref="A2:B9"/>',
    };
    const [sheet] = await sheetsOf(makeXlsx({ sheets: [xml], parts }));
    expect(sheet).toMatchObject({
      merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
      hiddenRows: [1],
      hiddenColumns: [1, 2],
      tables: [{ name: 'Orders', top: 1, left: 0, bottom: 8, right: 1 }],
    });
  });
});

describe('real files', () => {
  it('keeps the 1904 date system', async () => {
    const [sheet] = await sheetsOf(fixture('messy/exceljs/1904.xlsx'));
    expect(sheet).toMatchObject({ date1904: true, values: [[], [], [], [null, 0]] });
  });

  it('passes chart sheets over and keeps hidden sheets', async () => {
    expect((await sheetsOf(fixture('messy/exceljs/chart-sheet.xlsx'))).map(({ sheet }) => sheet)).toEqual(['Sheet1']);
    const sheets = await sheetsOf(fixture('messy/poi/TwoSheetsOneHidden.xlsx'));
    expect(sheets.map(({ sheet, hidden }) => [sheet, hidden ?? false])).toEqual([
      ['Sheet1', true],
      ['Sheet2', false],
    ]);
  });

  it('reads shared strings that look like escapes as Excel shows them', async () => {
    const [sheet] = await sheetsOf(fixture('messy/exceljs/shared_string_with_escape.xlsx'));
    expect(sheet?.values).toEqual([['_x000D_']]);
  });

  it('reads what other programs write', async () => {
    expect((await sheetsOf(fixture('messy/exceljs/google-sheets.xlsx')))[0]?.values[0]).toEqual([
      'BEGIN',
      'HIDDEN',
      'VISIBLE',
    ]);
    const [sheet] = await sheetsOf(fixture('messy/easyexcel/dataformat.xlsx'));
    expect(sheet?.formats?.[7]?.[0]).toBe('yyyy"年"m"月"d"日"');
  });
});
