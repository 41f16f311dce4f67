import { writeFile } from 'node:fs/promises';
import type { Finding } from '../../core/check/finding.ts';
import { describeFinding } from '../../locales/describe.ts';
import { annotatedCopy } from '../../workbook/annotated-copy.ts';
import { bytesOf } from './read-files.ts';
import { type CommonOptions, localeFor, textsFor } from './terminal.ts';

/** Writes a copy of the workbook with each finding marked in its cell and listed on a sheet of its own. */
export async function writeAnnotatedCopy({
  file,
  out,
  findings,
  options,
}: {
  readonly file: string;
  readonly out: string;
  readonly findings: readonly Finding[];
  readonly options: CommonOptions;
}): Promise<void> {
  const texts = textsFor(options);
  const cells = findings.map((finding) => ({ ...finding, ...describeFinding(finding, texts, localeFor(options)) }));
  await writeFile(out, await annotatedCopy(await bytesOf(file, options), cells));
}
