import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ordersOf } from '../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { type SheetProblem, sheetProblems } from '../../core/sheet/problems.ts';
import type { ParsedSheets } from '../../core/sheet/table.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { Texts } from '../../locales/index.ts';
import { readInWorker } from '../../workbook/node/read-in-worker.ts';
import { CommandFailure } from './failure.ts';
import { type CommonOptions, exit, textsFor } from './terminal.ts';

export interface ReadFiles {
  /** As named on the command line. */
  readonly files: readonly string[];
  readonly sheets: ParsedSheets;
  readonly batch: ParsedBatch;
}

/**
 * Reads and understands the files as one: orders may lie in one, prices and stock in others.
 * @throws CommandFailure (exit 2) naming the file, what was looked for, what was found and what to do
 */
export async function readFiles(files: readonly string[], options: CommonOptions): Promise<ReadFiles> {
  const grids = (await Promise.all(files.map((file) => gridsOf(file, options)))).flat();
  const sheets = understandSheets(grids);
  const [problem] = sheetProblems(sheets);
  if (problem) throw new CommandFailure(exit.unreadable, toldOf(problem, textsFor(options)), { ...problem });
  return { files, sheets, batch: ordersOf(sheets) };
}

/** What to do about it may be a choice of columns or tables, which is made where the sheet is seen. */
function toldOf({ code, data }: SheetProblem, texts: Texts): string {
  const told = texts(`findings:${code}`, { ...data });
  return code === 'problem.no-rows' ? told : `${told}\n${texts('cli:check.choose-in-browser')}`;
}

async function gridsOf(file: string, options: CommonOptions) {
  const bytes = await bytesOf(file, options);
  const read = await readInWorker(bytes, basename(file));
  if (!read.ok)
    throw new CommandFailure(
      exit.unreadable,
      textsFor(options)(`findings:${read.reason.code}`, { ...read.reason.data, file }),
      {
        file,
        ...read.reason,
      },
    );
  return read.value.map((grid) => ({ ...grid, file: basename(file) }));
}

export async function bytesOf(file: string, options: CommonOptions): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    // The usual reasons have words of their own; any other is told as the system calls it.
    throw new CommandFailure(exit.unreadable, textsFor(options)('cli:file.unreadable', { file, why, context: why }), {
      code: 'file.unreadable',
      file,
      why,
    });
  }
}
