import { cellName } from '../../../core/sheet/grid.ts';
import type { CellMark } from '../../../ui/sheet-session/port.ts';
import { isSigned, signed } from './signed-note.ts';

/** Each note is a call of its own: the first hundreds show what it is about, and the pane has them all. */
export const mostNotes = 300;

/** The notes of a sheet and what already stands at the cells that want one; known after the next sync. */
export interface AskedNotes {
  readonly all: Excel.NoteCollection;
  readonly wanted: readonly { readonly mark: CellMark; readonly there: Excel.Note }[];
}

export const askNotes = (sheet: Excel.Worksheet, marks: readonly CellMark[]): AskedNotes => ({
  all: sheet.notes.load('items/content'),
  wanted: marks.map((mark) => ({ mark, there: sheet.notes.getItemOrNullObject(addressOf(mark)).load('content') })),
});

/** Ours go, the clerk's stay. Last first: a note that goes moves those after it. */
export function removeNotes({ all }: AskedNotes): void {
  for (const note of [...all.items].reverse()) if (isSigned(note.content)) note.delete();
}

/** Writes the notes; a cell where the clerk keeps one gets none. Returns how many got theirs. */
export function addNotes(sheet: Excel.Worksheet, { wanted }: AskedNotes): number {
  const free = wanted.filter(({ there }) => there.isNullObject || isSigned(there.content));
  for (const { mark } of free) sheet.notes.add(addressOf(mark), signed(mark.text));
  return free.length;
}

const addressOf = ({ row, column }: CellMark): string => cellName(row, column);
