import type { Note } from './annotation.ts';

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const boxType = `<v:shapetype ${namespaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

const lastColumn = 16_383;
const lastRow = 1_048_575;
/** Columns a box is wide; about 40 letters of a line. */
const boxColumns = 4;
const lettersPerLine = 40;

/** A drawing of notes only. */
export const noteDrawing = (notes: readonly Note[]): string =>
  `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${boxType}${shapes(notes, 1024)}</xml>`;

/** A drawing with notes added; what is drawn there stays. Drawings in VML are seldom well-formed: they are not parsed. */
export function withNoteShapes(vml: string, notes: readonly Note[]): string {
  const end = vml.lastIndexOf('</xml');
  if (end < 0) return noteDrawing(notes);
  const numbers = [...vml.matchAll(/_x0000_s(\d+)/g)].map((found) => Number(found[1]));
  const type = /id\s*=\s*["']_x0000_t202["']/.test(vml) ? '' : boxType;
  return `${vml.slice(0, end)}${type}${shapes(notes, Math.max(1024, ...numbers))}${vml.slice(end)}`;
}

/** @param last the highest shape number in use */
const shapes = (notes: readonly Note[], last: number): string =>
  notes.map((note, at) => shape(note, last + 1 + at)).join('');

/** Hidden until the pointer is over its cell, as Excel's own notes; the box stands to the right of the cell. */
function shape({ row, column, text }: Note, number: number): string {
  const left = Math.min(column + 1, lastColumn - boxColumns);
  const top = Math.min(Math.max(0, row - 1), lastRow - 20);
  const anchor = [left, 15, top, 2, left + boxColumns, 15, top + linesOf(text) + 1, 4].join(', ');
  return `<v:shape ${namespaces} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** Lines the text takes in its box, 3 to 18; Chinese characters are twice as wide. */
function linesOf(text: string): number {
  const wide = (line: string): number =>
    Array.from(line).reduce((total, letter) => total + (letter > '\u2e7f' ? 2 : 1), 0);
  const lines = text
    .split('\n')
    .reduce((total, line) => total + Math.max(1, Math.ceil(wide(line) / lettersPerLine)), 0);
  return Math.min(18, Math.max(3, lines));
}
