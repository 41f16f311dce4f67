import type { Grid } from '../../core/sheet/grid.ts';
import type { ReadLimits } from '../limits.ts';
import { readNumberFormats } from './number-formats.ts';
import { openPackage } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import { readStruckStyles } from './struck-styles.ts';

/**
 * The sheets of an .xlsx. Read are cells, number formats, strike-through, formulas, merges, hidden rows and columns, Excel
 * tables, and of names our own; validations, other names, drawings and links are not looked at, so that none of them can slow or harm.
 */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): Grid[] {
  const book = openPackage(bytes, limits);
  const shared = {
    texts: readSharedStrings(book, limits),
    formats: readNumberFormats(book),
    struck: readStruckStyles(book),
    cells: { left: limits.cells, limit: limits.cells },
    places: { left: limits.places },
  };
  return book.sheets.map((part) => readSheet(book, part, shared));
}
