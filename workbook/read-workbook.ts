import type { Grid } from '../core/sheet/grid.ts';
import type { Result } from '../core/value/result.ts';
import { readText } from './csv/read-text.ts';
import { readableKind } from './file-kind.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import { reading, Unreadable, type WorkbookProblem } from './problem.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { tooBig } from './zip/directory.ts';

/**
 * A file's sheets as grids, in Node and in the browser: .xlsx and delimited text. Whatever
 * is wrong with the file comes back as a problem with a text of its own.
 * @param name the file's name: shown in problems, and .csv/.tsv/.txt lets plain text count as a table
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = readLimits,
): Promise<Result<Grid[], WorkbookProblem>> {
  return reading(name, () => {
    const grids = readGrids(bytes, name, limits);
    if (grids.every(({ values }) => values.every((row) => row.length === 0)))
      throw new Unreadable({ code: 'workbook.empty', data: {} });
    return grids;
  });
}

function readGrids(bytes: Uint8Array, name: string, limits: ReadLimits): Grid[] {
  if (readableKind(bytes, name) === 'zip') return readXlsx(bytes, limits);
  if (bytes.length > limits.textBytes) throw tooBig(bytes.length, limits.textBytes);
  return readText(bytes, name, limits);
}
