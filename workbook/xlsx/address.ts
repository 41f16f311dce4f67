import type { Area } from '../../core/sheet/grid.ts';

/** "AB12" → { row: 11, column: 27 }; null when it is none. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(name.slice(at));
  return at > 0 && at <= 3 && Number.isInteger(row) && row > 0 ? { row: row - 1, column: column - 1 } : null;
}

/** "'Price list'!$B$3" → its sheet and its cell; null when it is anything else. */
export function parseSheetCell(ref: string): { sheet: string; row: number; column: number } | null {
  const at = ref.lastIndexOf('!');
  const cell = at < 0 ? null : parseCellName(ref.slice(at + 1).replaceAll('$', ''));
  const name = ref.slice(0, at);
  return cell && { sheet: /^'.*'$/s.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name, ...cell };
}

/** "A1:C5" or "B2", with or without $; null when it is none. */
export function parseArea(ref: string): Area | null {
  const [first = '', last = first] = ref.replaceAll('$', '').split(':');
  const [from, to] = [parseCellName(first), parseCellName(last)];
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
