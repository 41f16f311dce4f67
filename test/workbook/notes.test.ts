import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AnnotatedCell } from '../../workbook/annotate/annotation.ts';
import { annotatedCopy } from '../../workbook/annotated-copy.ts';
import { fixture } from './fixture.ts';
import { makeXlsx, sheetData } from './make-xlsx.ts';
import { packageProblems } from './package-problems.ts';

type Noted = Pick<AnnotatedCell, 'sheet' | 'row' | 'column' | 'note'>;

async function copyOf(bytes: Uint8Array, ...cells: readonly Noted[]): Promise<Uint8Array> {
  const annotated = cells.map((cell) => ({ ...cell, severity: 'error', texts: ['wrong'] }) as const);
  const copy = await annotatedCopy(bytes, 'book.xlsx', { title: 'F', headings: ['Cell', 'What'], cells: annotated });
  if (!copy.ok) throw new Error(copy.reason.code);
  return copy.value;
}

/** What exceljs, which had no part in it, sees noted at cells of a sheet. */
async function notesOf(bytes: Uint8Array, sheet: string): Promise<Record<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const notes: Record<string, string> = {};
  book.getWorksheet(sheet)?.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, ({ address, note }) => {
      if (note) notes[address] = typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
    }),
  );
  return notes;
}

const parts = (bytes: Uint8Array) => unzipSync(bytes);
const textOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(parts(bytes)[part]);

describe('notes of the annotated copy', () => {
  const plain = makeXlsx({ sheets: [sheetData('<c r="A1"><v>1</v></c>'), sheetData('<c r="A1"><v>2</v></c>')] });
  const at = (row: number, column: number, note: string, sheet = 'S1'): Noted => ({ sheet, row, column, note });

  it('stand at their cells, several findings of one cell in one note, sheet by sheet', async () => {
    const copy = await copyOf(
      plain,
      at(0, 0, 'Price 5'),
      at(0, 0, '=1+1 & <b>'),
      at(0, 0, 'Price 5'),
      at(0, 1, '备注', 'S2'),
    );
    expect(await notesOf(copy, 'S1')).toEqual({ A1: 'Price 5\n=1+1 & <b>' });
    expect(await notesOf(copy, 'S2')).toEqual({ B1: '备注' });
    expect(packageProblems(copy)).toEqual([]);
  });

  it('join those of the sheet; a cell that has one keeps it alone, untouched', async () => {
    const bytes = fixture('messy/easyexcel/extra.xlsx');
    const copy = await copyOf(bytes, at(4, 0, 'ours', 'Sheet1'), at(2, 1, 'ours too', 'Sheet1'));
    expect(await notesOf(copy, 'Sheet1')).toEqual({ A5: '批注的内容', B3: 'ours too' });
    const before = textOf(bytes, 'xl/comments1.xml');
    const theirs = /<comment ref="A5".*?<\/comment>/.exec(before)?.[0] ?? '';
    expect(textOf(copy, 'xl/comments1.xml')).toContain(theirs);
    expect(Object.keys(parts(copy)).filter((name) => /comments|vml/.test(name))).toEqual(
      Object.keys(parts(bytes)).filter((name) => /comments|vml/.test(name)),
    );
    expect(packageProblems(copy)).toEqual(packageProblems(bytes));
  });

  it('say what is true now when a copy is annotated anew', async () => {
    const again = await copyOf(await copyOf(plain, at(0, 0, 'before')), at(0, 0, 'now'), at(3, 2, 'new'));
    expect(await notesOf(again, 'S1')).toEqual({ A1: 'now', C4: 'new' });
    expect(packageProblems(again)).toEqual([]);
  });

  it('stand before a sheet’s tables and behind its drawing, also on a protected sheet', async () => {
    for (const [file, sheet] of [
      ['messy/exceljs/test-issue-1669.xlsx', 'Sheet1'],
      ['messy/easyexcel/t07.xlsx', 'MVA'],
      ['messy/exceljs/1519293514-KRISHNAPATNAM_LINE_UP.xlsx', 'KRISHNAPATNAM'],
    ] as const) {
      const bytes = fixture(file);
      const copy = await copyOf(bytes, at(40, 2, 'note', sheet));
      expect(await notesOf(copy, sheet)).toMatchObject({ C41: 'note' });
      expect(packageProblems(copy)).toEqual(packageProblems(bytes));
    }
  });

  it('are found at the last cell of a sheet, cut where they are too long', async () => {
    const copy = await copyOf(plain, at(1_048_575, 16_383, 'x'.repeat(5000)));
    const comments = textOf(copy, 'xl/comments1.xml');
    expect(/ref="XFD1048576"[^>]*>.*?<t [^>]*>(x+…)</.exec(comments)?.[1]).toHaveLength(2000);
    expect(packageProblems(copy)).toEqual([]);
  });
});
