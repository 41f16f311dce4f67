import { mkdir, realpath, stat, writeFile } from 'node:fs/promises';
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
    throw new CommandFailure(exit.fault, textsFor(options)('cli:file.unwritable', { file, why, context: why }), {
      code: 'file.unwritable',
      file,
      why,
    });
  }
}

/**
 * Nothing that is read is written over, by whatever path, link or spelling the result is named.
 * @throws CommandFailure (exit 64) naming the file
 */
export async function refuseOver(inputs: readonly string[], out: string, options: CommonOptions): Promise<void> {
  const same = await Promise.all(inputs.map((input) => isSameFile(input, out)));
  if (!same.includes(true)) return;
  throw new CommandFailure(exit.usage, textsFor(options)('cli:file.is-input', { file: out }), {
    code: 'file.is-input',
    file: out,
  });
}

/** Whether both names lead to one file; false while one of them isn't there. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([identityOf(one), identityOf(other)]);
  if (first === null || second === null) return false;
  // A hard link is a name of its own with the same contents. Some network folders number no files: there the path decides.
  return (
    first.path === second.path ||
    (first.number !== 0n && first.device === second.device && first.number === second.number)
  );
}

async function identityOf(file: string) {
  try {
    const { dev: device, ino: number } = await stat(file, { bigint: true });
    return { path: await realpath(file), device, number };
  } catch {
    // Nothing is there, or nothing that may be looked at: reading or writing it says which.
    return null;
  }
}
