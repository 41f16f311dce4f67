import type { CellMark, Marked } from '../../../ui/sheet-session/port.ts';
import { excelHas, inExcel } from '../in-excel.ts';
import { addColours, askFormats, askFormulas, isOwn, type KnownFormat } from './colours.ts';
import { type AskedNotes, addNotes, askNotes, mostNotes, removeNotes } from './notes.ts';
import { isStatusColour } from './status-colours.ts';

/** In Excel these marks are conditional formats and notes, which Ctrl+Z takes back as one. */
export const markCells = (marks: readonly CellMark[]): Promise<Marked> =>
  inExcel((context) => exchangeMarks(context, marks, isOwn), { asOneUndo: true });

/** The status columns lose their colours, too, until they are written again. */
export const clearMarks = (): Promise<Marked> =>
  inExcel((context) => exchangeMarks(context, [], (format) => isOwn(format) || isStatusColour(format)), {
    asOneUndo: true,
  });

/** Four conversations: which sheets, what is on them, which of it is ours, and out with it and in with the new. */
async function exchangeMarks(
  context: Excel.RequestContext,
  marks: readonly CellMark[],
  goes: (format: KnownFormat) => boolean,
): Promise<Marked> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => ask(sheet, marks));
  await context.sync();
  const seen = sheets.map((asked) => ({ ...asked, formulas: askFormulas(asked.formats) }));
  await context.sync();

  const known = seen.map(({ formulas, ...asked }) => ({ ...asked, leaving: formulas.filter(goes) }));
  const isClosed = ({ sheet }: Asked) => sheet.protection.protected;
  const texts = known.filter((each) => !isClosed(each)).map(exchangeOn);
  await context.sync();
  return {
    protectedSheets: known
      .filter((each) => isClosed(each) && (each.own.length > 0 || each.leaving.length > 0))
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
  return {
    sheet,
    own,
    formats: askFormats(sheet.getRange()),
    notes: excelHas('1.18') ? askNotes(sheet, wanted) : null,
  };
}

/** Returns how many marks got their text as well. */
function exchangeOn({ sheet, own, leaving, notes }: Asked & { readonly leaving: readonly KnownFormat[] }): number {
  for (const { format } of leaving) format.delete();
  addColours(sheet, own);
  if (notes === null) return 0;
  removeNotes(notes);
  return addNotes(sheet, notes);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
