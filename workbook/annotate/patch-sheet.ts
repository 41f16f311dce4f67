import { cellName } from '../../core/sheet/grid.ts';
import { damaged } from '../problem.ts';
import { parseCellName } from '../xlsx/address.ts';
import type { CellEdit, SheetEdits } from './annotation.ts';
import { type StyleSheet, withAttributes } from './styles.ts';
import { writtenCell } from './xml-text.ts';

/** Character data is stepped over whole: a text may hold what looks like a cell. */
const tokens =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)(?:[\w-]+:)?(sheetData|row|c)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;

const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
};

/**
 * A worksheet part with colours and texts put into its cells. Everything else is copied character by character; rows and
 * cells that aren't there are put in their place.
 */
export function patchSheet(xml: string, edits: SheetEdits, styles: StyleSheet, part: string): string {
  const prefix = /<((?:[\w-]+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const out: string[] = [];
  let copied = 0;
  const copyTo = (end: number): void => {
    out.push(xml.slice(copied, end));
    copied = end;
  };
  const replace = (start: number, end: number, by: string): void => {
    copyTo(start);
    out.push(by);
    copied = end;
  };

  const rowsLeft = [...edits.keys()].toSorted((a, b) => a - b);
  const newCell = (row: number, column: number, edit: CellEdit): string => {
    const style = edit.severity ? styles.coloured(0, edit.severity) : null;
    const name = cellName(row, column);
    if (edit.text !== undefined) return writtenCell(prefix, name, edit.text, style);
    return `<${prefix}c r="${name}"${style === null ? '' : ` s="${style}"`}/>`;
  };
  const newCells = (row: number, cells: readonly (readonly [number, CellEdit])[]): string =>
    cells.map(([column, edit]) => newCell(row, column, edit)).join('');
  const newRowsBefore = (limit: number): string => {
    let rows = '';
    for (let row = rowsLeft[0]; row !== undefined && row < limit; row = rowsLeft[0]) {
      rows += `<${prefix}row r="${row + 1}">${newCells(row, cellsOf(edits, row))}</${prefix}row>`;
      rowsLeft.shift();
    }
    return rows;
  };

  let row = -1;
  let column = -1;
  /** Edits of the open row that are still to be placed; null in rows without any. */
  let cellsLeft: (readonly [number, CellEdit])[] | null = null;
  let edited: {
    readonly start: number;
    readonly tag: string;
    readonly column: number;
    readonly edit: CellEdit;
  } | null = null;
  let done = false;

  for (const token of xml.matchAll(tokens)) {
    const [whole, slash, name, attributes = '', selfClosed] = token;
    if (name === undefined || done) continue;
    const start = token.index;
    const end = start + whole.length;
    const closing = slash === '/';

    if (name === 'sheetData') {
      if (!closing && !selfClosed) continue;
      const rows = newRowsBefore(Number.POSITIVE_INFINITY);
      if (closing) replace(start, start, rows);
      else if (rows) replace(start, end, `<${prefix}sheetData>${rows}</${prefix}sheetData>`);
      done = true;
    } else if (name === 'row' && !closing) {
      row = Number(attributeOf(attributes, 'r') ?? row + 2) - 1;
      column = -1;
      const before = newRowsBefore(row);
      if (before) replace(start, start, before);
      if (rowsLeft[0] !== row) continue;
      rowsLeft.shift();
      // The hint which columns a row fills would no longer hold.
      const open = whole.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
      if (selfClosed)
        replace(start, end, `${open.replace(/\s*\/>$/, '>')}${newCells(row, cellsOf(edits, row))}</${prefix}row>`);
      else {
        replace(start, end, open);
        cellsLeft = cellsOf(edits, row);
      }
    } else if (name === 'row') {
      if (cellsLeft) replace(start, start, newCells(row, cellsLeft));
      cellsLeft = null;
    } else if (cellsLeft && !closing) {
      const place = attributeOf(attributes, 'r');
      column = place === undefined ? column + 1 : (parseCellName(place)?.column ?? fail(part));
      const here = column;
      const before = cellsLeft.filter(([at]) => at < here);
      if (before.length > 0) replace(start, start, newCells(row, before));
      const edit = cellsLeft.find(([at]) => at === here)?.[1];
      cellsLeft = cellsLeft.filter(([at]) => at > here);
      if (!edit) continue;
      if (selfClosed) replace(start, end, patchedCell(whole, '', { prefix, name: cellName(row, here), edit, styles }));
      else edited = { start, tag: whole, column: here, edit };
    } else if (edited && closing) {
      const { tag, edit, column: at } = edited;
      const content = xml.slice(edited.start + tag.length, end);
      replace(edited.start, end, patchedCell(tag, content, { prefix, name: cellName(row, at), edit, styles }));
      edited = null;
    }
  }
  copyTo(xml.length);
  return out.join('');
}

const cellsOf = (edits: SheetEdits, row: number): (readonly [number, CellEdit])[] =>
  [...(edits.get(row) ?? [])].toSorted(([a], [b]) => a - b);

function fail(part: string): never {
  throw damaged(part);
}

interface Patch {
  readonly prefix: string;
  readonly name: string;
  readonly edit: CellEdit;
  readonly styles: StyleSheet;
}

/** @param content what follows the opening tag, with the closing tag; empty for a self-closed cell */
function patchedCell(tag: string, content: string, { prefix, name, edit, styles }: Patch): string {
  const base = Number(attributeOf(tag, 's') ?? 0);
  const style = edit.severity ? styles.coloured(base, edit.severity) : base;
  const calculated = /<(?:[\w-]+:)?f[\s/>]/.test(content);
  if (edit.text !== undefined && !calculated) return writtenCell(prefix, name, edit.text, style);
  return withAttributes(tag, { s: String(style) }) + content;
}
