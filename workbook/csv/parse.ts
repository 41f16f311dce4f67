import { type CellValue, cellName } from '../../core/sheet/grid.ts';
import { type ReadLimits, readLimits } from '../limits.ts';
import { Unreadable } from '../problem.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/**
 * Rows of a delimited text (RFC 4180: quoted fields may hold delimiters, line breaks and doubled quotes). Every cell stays
 * text, so that 00123 keeps its zeros; numbers and dates are read later, by their column. Empty = null.
 *
 * A quote that isn't closed would swallow the rows after it, and where they begin again only a person can tell: throws
 * Unreadable, which names the place.
 */
export function parseDelimited(text: string, limits: ReadLimits = readLimits): CellValue[][] {
  const body = text.replace(/^\ufeff/, '');
  const declared = /^sep=(.)\r?\n/i.exec(body);
  return parseRows(body, declared?.[0].length ?? 0, declared?.[1] ?? likelyDelimiter(body), limits);
}

/** The sign that stands most often outside quotes in the first lines. */
function likelyDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function parseRows(text: string, start: number, delimiter: string, limits: ReadLimits): CellValue[][] {
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let at = start;
  let cells = 0;
  let blanks = 0;
  const endRow = (): void => {
    while (row.length > 0 && row.at(-1) === null) row.pop();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (field === null) throw unclosedQuote(text, at, cellName(rows.length, row.length));
    row.push(field.text === '' ? null : field.text);
    if (field.text === '') blanks++;
    else cells++;
    if (cells > limits.cells || rows.length + blanks > limits.places)
      throw new Unreadable({ code: 'workbook.too-many-cells', data: { limit: String(limits.cells) } });
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    endRow();
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
  }
  if (row.length > 0) endRow();
  return rows;
}

/** Null where the quote isn't closed: nowhere, or on a later line amid text, where another quote begins in truth. */
function quotedField(text: string, start: number, delimiter: string) {
  let end = start + 1;
  for (; end < text.length; end++) {
    if (text[end] !== '"') continue;
    if (text[end + 1] !== '"') break;
    end++;
  }
  if (end >= text.length) return null;
  const inside = text.slice(start + 1, end).replaceAll('""', '"');
  // What follows the closing quote belongs to the field, as Excel reads it.
  const rest = plainField(text, end + 1, delimiter);
  return /\S/.test(rest.text) && /[\r\n]/.test(inside) ? null : { text: inside + rest.text, end: rest.end };
}

const shownLetters = 24;

function unclosedQuote(text: string, start: number, cell: string): Unreadable {
  const line = String(text.slice(0, start).split(/\r\n|\r|\n/).length);
  const said = /^.*/.exec(text.slice(start, start + 10 * shownLetters))?.[0] ?? '';
  const letters = Array.from(said);
  const shown = letters.length > shownLetters ? `${letters.slice(0, shownLetters).join('')}…` : said;
  return new Unreadable({ code: 'workbook.unclosed-quote', data: { cell, line, text: shown } });
}

function plainField(text: string, start: number, delimiter: string) {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(start, end), end };
}
