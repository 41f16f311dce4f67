import type { Grid } from '../../core/sheet/grid.ts';
import { freeSheetName } from '../annotate/add-sheet.ts';
import type { ReadLimits } from '../limits.ts';
import { decodeText } from './decode.ts';
import { parseDelimited } from './parse.ts';

/** A text file as its one sheet, named after the file as Excel would. */
export const readText = (bytes: Uint8Array, name: string, limits: ReadLimits): [Grid] => [
  { sheet: freeSheetName(baseName(name), []), row: 0, column: 0, values: parseDelimited(decodeText(bytes), limits) },
];

/** "C:\\订单\\3月.csv" → "3月" */
const baseName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
