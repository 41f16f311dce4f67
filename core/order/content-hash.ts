import type { ParsedLine, ParsedOrder } from '../sheet/parsed-order.ts';
import { canonicalJson } from '../value/canonical-json.ts';

/**
 * What the rows of an order say, as one text: same text = same content, nothing new to post (X4). The server hashes it.
 * Taken from the rows, not from the checked order, so that a new price list or a corrected item name doesn't make the same
 * rows look changed. Where the rows stand doesn't count, nor in which order, nor whether they are hidden: sorting and
 * filtering the sheet change nothing.
 */
export function contentText(order: ParsedOrder): string {
  const { lines, ...head } = order;
  return canonicalJson({ ...head, lines: lines.map(lineText).sort() });
}

function lineText(line: ParsedLine): string {
  const { table: _table, row: _row, rowId: _rowId, hidden: _hidden, unreadable: _unreadable, ...said } = line;
  return canonicalJson(said);
}
