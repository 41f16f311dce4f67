import type { Grid } from '../core/sheet/grid.ts';
import { no, ok, type Result } from '../core/value/result.ts';
import { decodeText } from './csv/decode.ts';
import { parseDelimited } from './csv/parse.ts';
import { fileKind } from './file-kind.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import { notAWorkbook, type ProblemInside, Unreadable, type WorkbookProblem } from './problem.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { tooBig } from './zip/directory.ts';

/**
 * A file's sheets as grids, in Node and in the browser: .xlsx, .xlsm (macros are not looked at) and delimited text. Whatever
 * is wrong with the file comes back as a problem with a text of its own.
 * @param name the file's name: shown in problems, and .csv/.tsv/.txt lets plain text count as a table
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = readLimits,
): Promise<Result<Grid[], WorkbookProblem>> {
  try {
    const grids = readGrids(bytes, name, limits);
    const filled = grids.some(({ values }) => values.some((row) => row.length > 0));
    return filled ? ok(grids) : no(named({ code: 'workbook.empty', data: {} }, name));
  } catch (error) {
    if (error instanceof Unreadable) return no(named(error.problem, name));
    throw error;
  }
}

const named = ({ code, data }: ProblemInside, file: string): WorkbookProblem =>
  ({ code, data: { file, ...data } }) as WorkbookProblem;

function readGrids(bytes: Uint8Array, name: string, limits: ReadLimits): Grid[] {
  const kind = fileKind(bytes, name);
  switch (kind) {
    case 'zip':
      return readXlsx(bytes, limits);
    case 'text':
      if (bytes.length > limits.textBytes) throw tooBig(bytes.length, limits.textBytes);
      return [{ sheet: baseName(name), row: 0, column: 0, values: parseDelimited(decodeText(bytes)) }];
    case 'other':
      throw notAWorkbook();
    case 'empty':
    case 'encrypted':
    case 'old-xls':
      throw new Unreadable({ code: `workbook.${kind}`, data: {} });
  }
}

/** "C:\订单\3月.csv" → "3月" */
const baseName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
