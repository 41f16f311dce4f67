import type { CellMark, Marked } from '../../../ui/sheet-session/port.ts';
import { excelHas, inExcel } from '../in-excel.ts';
import { addColours, askFormats, askFormulas, isOwn, type KnownFormat, removeColours } from './colours.ts';
import { type AskedNotes, addNotes, askNotes, mostNotes, removeNotes } from './notes.ts';

/** In Excel these marks are conditional formats and notes, which Ctrl+Z takes back as one. */
export const markCells = (marks: readonly CellMark[]): Promise<Marked> =>
  inExcel((context) => exchangeMarks(context, marks), { asOneUndo: true });

export const clearMarks = (): Promise<Marked> => markCells([]);

/** Four conversations: which sheets, what is on them, which of it is ours, and out with it and in with the new. */
async function exchangeMarks(context: Excel.RequestContext, marks: readonly CellMark[]): Promise<Marked> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => ask(sheet, marks));
  await context.sync();
  const known = sheets.map((asked) => ({ ...asked, coloured: askFormulas(asked.formats) }));
  await context.sync();

  const isClosed = ({ sheet }: Asked) => sheet.protection.protected;
  const texts = known.filter((each) => !isClosed(each)).map(exchangeOn);
  await context.sync();
  return {
    protectedSheets: known
      .filter((each) => isClosed(each) && (each.own.length > 0 || each.coloured.some(isOwn)))
      .map(({ sheet }) => sheet.name),
    withoutText: known.filter((each) => !isClosed(each)).reduce((sum, { own }) => sum + own.length, 0) - sumOf(texts),
  };
}

interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly own: readonly CellMark[];
  readonly formats: Excel.ConditionalFormatCollection;
  /** null = notes are newer than this Excel. */
  readonly notes: AskedNotes | null;
}

function ask(sheet: Excel.Worksheet, marks: readonly CellMark[]): Asked {
  const noted = new Set(marks.slice(0, mostNotes));
  const own = marks.filter((mark) => mark.sheet === sheet.name);
  const wanted = own.filter((mark) => noted.has(mark));
  return { sheet, own, formats: askFormats(sheet), notes: excelHas('1.18') ? askNotes(sheet, wanted) : null };
}

/** Returns how many marks got their text as well. */
function exchangeOn({ sheet, own, coloured, notes }: Asked & { readonly coloured: readonly KnownFormat[] }): number {
  removeColours(coloured);
  addColours(sheet, own);
  if (notes === null) return 0;
  removeNotes(notes);
  return addNotes(sheet, notes);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
