import type { CellValue } from '../grid.ts';
import { numberOf } from './digits.ts';
import { parseNumber } from './number.ts';

/** The number a cell holds, computed or typed (￥1,200, 5件); null = none. For telling what columns mean: floats will do. */
export function numberIn(content: CellValue): number | null {
  const read = typeof content === 'number' ? numberOf(content) : parseNumber(String(content ?? ''));
  return read.kind === 'value' ? Number(read.value) : null;
}
