export type Severity = 'error' | 'warning' | 'info';

/** A cell that gets a colour, and its row on the findings sheet. */
export interface AnnotatedCell {
  readonly sheet: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  /** What the findings sheet says, one text a heading, already worded in the user's language. */
  readonly texts: readonly string[];
  /** What a note at the cell says; without it the cell is only coloured. */
  readonly note?: string;
}

/** Something written into the user's sheet: the status of a posted row, a corrected price. Never over a formula. */
export interface StatusCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string | number;
}

export interface Annotations {
  /** Name of the new sheet, in the user's language; made fit for Excel and unlike the others. */
  readonly title: string;
  /** Headings of the new sheet: of the column that names the cell, then one for each of a cell's texts. */
  readonly headings: readonly string[];
  readonly cells: readonly AnnotatedCell[];
  readonly statuses?: readonly StatusCell[];
}

/** What is to be done to one cell of a sheet. */
export interface CellEdit {
  readonly severity?: Severity;
  readonly text?: string | number;
}

/** Zero-based row → column → edit. */
export type SheetEdits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** Edits by sheet name; of several findings on one cell the gravest colours it. */
export function editsBySheet({ cells, statuses = [] }: Annotations): ReadonlyMap<string, SheetEdits> {
  const sheets = new Map<string, Map<number, Map<number, CellEdit>>>();
  const rowOf = (sheet: string, row: number): Map<number, CellEdit> => {
    const rows = sheets.get(sheet) ?? new Map<number, Map<number, CellEdit>>();
    sheets.set(sheet, rows);
    const columns = rows.get(row) ?? new Map<number, CellEdit>();
    rows.set(row, columns);
    return columns;
  };
  for (const { sheet, row, column, severity } of cells) {
    const columns = rowOf(sheet, row);
    const before = columns.get(column)?.severity;
    if (before === undefined || weight[severity] > weight[before]) columns.set(column, { severity });
  }
  for (const { sheet, row, column, text } of statuses) {
    const columns = rowOf(sheet, row);
    columns.set(column, { ...columns.get(column), text });
  }
  return sheets;
}

/** What is noted at a cell, zero-based. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Excel grows slow with very many notes; the findings sheet names every finding. */
const mostNotes = 5_000;

/** The notes of each sheet, by row and column; several of one cell are one note. */
export function notesBySheet(cells: readonly AnnotatedCell[]): ReadonlyMap<string, readonly Note[]> {
  const sheets = new Map<string, Map<string, Note>>();
  for (const { sheet, row, column, note } of cells) {
    if (!note) continue;
    const notes = sheets.get(sheet) ?? new Map<string, Note>();
    sheets.set(sheet, notes);
    const place = `${row},${column}`;
    const before = notes.get(place)?.text;
    if (!before?.split('\n').includes(note))
      notes.set(place, { row, column, text: before ? `${before}\n${note}` : note });
  }
  return new Map(
    [...sheets].map(([sheet, notes]) => [
      sheet,
      [...notes.values()].toSorted((a, b) => a.row - b.row || a.column - b.column).slice(0, mostNotes),
    ]),
  );
}
