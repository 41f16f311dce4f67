import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFailure } from './failure.ts';
import { type CommonOptions, exit, textsFor } from './terminal.ts';

/** Writes a file the user asked for, making its folder. @throws CommandFailure (exit 70) when the disk says no */
export async function writeResult(file: string, bytes: Uint8Array, options: CommonOptions): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CommandFailure(exit.fault, textsFor(options)('cli:file.unwritable', { file, why }), {
      code: 'file.unwritable',
      file,
    });
  }
}

/** Whether both names lead to one file, by whatever path; false while the second isn't there. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const real = async (file: string) => realpath(file).catch(() => null);
  const [first, second] = await Promise.all([real(one), real(other)]);
  return first !== null && first === second;
}
