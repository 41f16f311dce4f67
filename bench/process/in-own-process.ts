import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Work = 'read' | 'findings' | 'exceljs';

export interface Cost {
  readonly ms: number;
  /** The most memory the process ever held, Node and the file's own bytes included. */
  readonly peakMegabytes: number;
}

/**
 * One piece of work on one file in a fresh process: nothing warmed up, no memory but its own.
 * @returns null when it didn't end in time
 * @throws Error when it failed
 */
export function inOwnProcess(work: Work, file: string, seconds = 300): Cost | null {
  const child = spawnSync(process.execPath, [fileURLToPath(new URL('./work.ts', import.meta.url)), work, file], {
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  if ((child.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') return null;
  if (child.error) throw child.error;
  if (child.status !== 0) throw new Error(`${work} of ${file} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Cost;
}
