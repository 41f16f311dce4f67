import { readFileSync } from 'node:fs';
import type { Grid } from '../../core/sheet/grid.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';

export const fixture = (path: string): Uint8Array => readFileSync(new URL(`../fixtures/${path}`, import.meta.url));

/** The sheets of a file that must be readable. */
export async function sheetsOf(bytes: Uint8Array, name = 'book.xlsx'): Promise<Grid[]> {
  const read = await readWorkbook(bytes, name);
  if (!read.ok) throw new Error(`${name}: ${read.reason.code}`);
  return read.value;
}

/** The code of what is wrong with a file, or "readable". */
export async function problemOf(bytes: Uint8Array, name = 'book.xlsx'): Promise<string> {
  const read = await readWorkbook(bytes, name);
  return read.ok ? 'readable' : read.reason.code;
}
