import type { CellValue } from '../../core/sheet/grid.ts';
import { type ReadLimits, readLimits } from '../limits.ts';
import { Unreadable } from '../problem.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/**
 * Rows of a delimited text (RFC 4180: quoted fields may hold delimiters, line breaks and doubled quotes). Every cell stays
 * text, so that 00123 keeps its zeros; numbers and dates are read later, by their column. Empty = null.
 */
export function parseDelimited(text: string, limits: ReadLimits = readLimits): CellValue[][] {
  const body = text.replace(/^\ufeff/, '');
  const declared = /^sep=(.)\r?\n/i.exec(body);
  return parseRows(declared ? body.slice(declared[0].length) : body, declared?.[1] ?? likelyDelimiter(body), limits);
}

/** The sign that stands most often outside quotes in the first lines. */
function likelyDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function parseRows(text: string, delimiter: string, limits: ReadLimits): CellValue[][] {
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let at = 0;
  let cells = 0;
  let blanks = 0;
  const endRow = (): void => {
    while (row.length > 0 && row.at(-1) === null) row.pop();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
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

  function quotedField(from: string, start: number) {
    let end = start + 1;
    for (; end < from.length; end++) {
      if (from[end] !== '"') continue;
      if (from[end + 1] !== '"') break;
      end++;
    }
    const inside = from.slice(start + 1, end).replaceAll('""', '"');
    // What follows the closing quote belongs to the field, as Excel reads it.
    const rest = plainField(from, end + 1, delimiter);
    return { text: inside + rest.text, end: rest.end };
  }
}

function plainField(text: string, start: number, delimiter: string) {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(start, end), end };
}
