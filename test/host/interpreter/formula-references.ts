import { type Area, areaName, parseArea } from './address.ts';

/** Texts in quotes are skipped; then an optional sheet, and cells, with what must not stand around them. */
const REFERENCE =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(!.])/gu;

/** Rewrites the cells a formula names; undefined leaves a reference as it stands, 'gone' makes it `#REF!`. */
export function withReferences(
  formula: string,
  rewrite: (sheet: string | undefined, area: Area, text: string) => Area | 'gone' | undefined,
): string {
  return formula.replace(REFERENCE, (whole: string, prefix: string | undefined, cells: string | undefined) => {
    const area = cells === undefined ? undefined : parseArea(cells);
    if (area === undefined || cells === undefined) return whole;
    const sheet = prefix?.replace(/!$/, '').replace(/^'|'$/g, '').replaceAll("''", "'");
    const moved = rewrite(sheet, area, cells);
    if (moved === undefined) return whole;
    return moved === 'gone' ? `${prefix ?? ''}#REF!` : `${prefix ?? ''}${withMarks(cells, moved)}`;
  });
}

/** The `$` of the old text on the new cells. */
function withMarks(text: string, area: Area): string {
  const marks = text.split(':').map((part) => ({ column: part.startsWith('$'), row: /.\$\d|^\$\d/.test(part) }));
  const parts = areaName(area).split(':');
  const whole = text.includes(':') && parts.length === 1 ? [parts[0] ?? '', parts[0] ?? ''] : parts;
  return whole
    .map((part, index) => {
      const [, column = '', row = ''] = /^([A-Z]*)(\d*)$/.exec(part) ?? [];
      const { column: fixedColumn = false, row: fixedRow = false } = marks[index] ?? {};
      return `${column !== '' && fixedColumn ? '$' : ''}${column}${row !== '' && fixedRow ? '$' : ''}${row}`;
    })
    .join(':');
}
