import { basename, extname } from 'node:path';
import type { Finding } from '../../core/check/finding.ts';
import type { ParsedSheets } from '../../core/sheet/table.ts';
import { wordFindings } from '../../locales/annotations.ts';
import { annotatedCopy } from '../../workbook/annotated-copy.ts';
import { CommandFailure } from './failure.ts';
import { bytesOf } from './read-files.ts';
import { type CommonOptions, exit, localeFor, textsFor } from './terminal.ts';
import { refuseOver, writeResult } from './write-result.ts';

export interface AnnotateOptions {
  readonly file: string;
  readonly out: string;
  readonly findings: readonly Finding[];
  readonly options: CommonOptions;
}

/**
 * The one file of those checked that holds orders; prices, stock and customers may lie in others.
 * @throws CommandFailure naming the files, where orders stand in several: one copy can't be of both
 */
export function orderFile(files: readonly string[], { orders }: ParsedSheets, options: CommonOptions): string {
  const named = new Set(orders.map(({ table }) => table.file));
  const [file, ...others] = files.filter((path) => named.has(basename(path)));
  if (file === undefined || others.length > 0)
    throw new CommandFailure(
      exit.usage,
      textsFor(options)('cli:check.annotate-one', { files: [file, ...others].join(', ') }),
    );
  return file;
}

/**
 * A copy goes to a file of its own, and is a workbook whatever it is a copy of: under another ending no program opens it.
 * @throws CommandFailure (exit 64), before anything is read
 */
export async function refuseOutput(files: readonly string[], out: string, options: CommonOptions): Promise<void> {
  if (extname(out).toLowerCase() !== '.xlsx')
    throw new CommandFailure(exit.usage, textsFor(options)('cli:check.annotate-ending', { file: out }), {
      code: 'check.annotate-ending',
      file: out,
    });
  await refuseOver(files, out, options);
}

/** Writes a copy of the workbook with each of its findings marked in its cell and listed on a sheet of its own. */
export async function writeAnnotatedCopy({ file, out, findings, options }: AnnotateOptions): Promise<void> {
  const texts = textsFor(options);
  const annotations = wordFindings(
    findings.filter((finding) => finding.file === basename(file)),
    texts,
    localeFor(options),
  );
  const copy = await annotatedCopy(await bytesOf(file, options), basename(file), annotations);
  if (!copy.ok)
    throw new CommandFailure(exit.unreadable, texts(`findings:${copy.reason.code}`, { ...copy.reason.data }), {
      ...copy.reason,
    });
  await writeResult(out, copy.value, options);
}
