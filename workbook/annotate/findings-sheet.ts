import { cellName } from '../../core/sheet/grid.ts';
import type { Vocabulary } from './add-part.ts';
import type { Annotations } from './annotation.ts';
import type { StyleSheet } from './styles.ts';
import { textCell, xmlText } from './xml-text.ts';

/** Excel takes 65,530 links a sheet; the rest stays readable as text. */
const mostLinks = 60_000;
const mostText = 32_767;

/** The new sheet: one row a finding, the cell's name a link to it, a filter over the headings, the header frozen. */
export function findingsSheet(
  { headings, cells }: Annotations,
  { heading, text, fontSize }: StyleSheet,
  { main }: Vocabulary,
): string {
  const columns = widths(
    headings,
    cells.map(({ texts }) => texts),
  );
  const row = (number: number, texts: readonly string[], style: number): string => {
    const lines = Math.max(1, ...texts.map((content, at) => linesOf(content, columns[at] ?? widest)));
    // Not every program fits rows to their text when it opens a file; one line fits as it is.
    const height = Math.min(highest, Math.ceil(lines * fontSize * lineHeight));
    const fitted = lines > 1 ? ` ht="${height}" customHeight="1"` : '';
    const written = texts.map((content, at) => textCell('', cellName(number, at), content.slice(0, mostText), style));
    return `<row r="${number + 1}"${fitted}>${written.join('')}</row>`;
  };
  const rows = cells.map((cell, at) =>
    row(at + 1, [`${cell.sheet}!${cellName(cell.row, cell.column)}`, ...cell.texts], text),
  );
  const links = cells.slice(0, mostLinks).map((cell, at) => {
    const place = `'${cell.sheet.replaceAll("'", "''")}'!${cellName(cell.row, cell.column)}`;
    return `<hyperlink ref="${cellName(at + 1, 0)}" location="${xmlText(place)}"/>`;
  });
  const filled = `A1:${cellName(cells.length, Math.max(0, headings.length - 1))}`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${filled}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${row(0, headings, heading)}${rows.join('')}</sheetData><autoFilter ref="${filled}"/>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** Letters of the widest column; points of the highest row Excel allows; a line's height in that of its letters. */
const widest = 60;
const highest = 409;
const lineHeight = 1.4;

/** In letters; Chinese characters count twice. */
const wide = (text: string): number => Array.from(text).reduce((total, sign) => total + (sign > '\u2e7f' ? 2 : 1), 0);

/** Wide enough for most texts. */
function widths(headings: readonly string[], texts: readonly (readonly string[])[]): readonly number[] {
  return headings.map((heading, at) => {
    const sample =
      at === 0 ? [heading, 'xxxxxxxxxxxxxxxx'] : [heading, ...texts.slice(0, 500).map((row) => row[at - 1] ?? '')];
    return Math.min(widest, Math.max(...sample.map(wide)) + 3);
  });
}

/** How many lines a text takes in a column: rather one too many, for words aren't parted and letters differ. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil((wide(part) + 2) / (width * 0.95))), 0);
