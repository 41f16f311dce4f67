import { Worker } from 'node:worker_threads';
import type { Grid } from '../../core/sheet/grid.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { WorkbookProblem } from '../problem.ts';

export interface WorkerLimits {
  readonly seconds: number;
  /** Memory of the worker's JavaScript objects. */
  readonly megabytes: number;
}

export const workerLimits: WorkerLimits = { seconds: 60, megabytes: 1500 };

/**
 * readWorkbook in a thread of its own, for servers: a file that takes too long or too much memory is given up without
 * stopping anything else. A fault of the reader itself rejects.
 */
export function readInWorker(
  bytes: Uint8Array,
  name: string,
  { seconds, megabytes }: WorkerLimits = workerLimits,
): Promise<Result<Grid[], WorkbookProblem>> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: { bytes, name },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise<Result<Grid[], WorkbookProblem>>((resolve, reject) => {
    const giveUp = setTimeout(
      () => resolve(no({ code: 'workbook.took-too-long', data: { file: name, limit: String(seconds) } })),
      seconds * 1000,
    );
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error);
      else resolve(no({ code: 'workbook.too-much-memory', data: { file: name, limit: String(megabytes) } }));
    });
    worker.once('exit', () => {
      clearTimeout(giveUp);
      // No effect after an answer; without one the thread ended for no reason it gave.
      reject(new Error(`the reading worker ended without an answer for ${name}`));
    });
  }).finally(() => worker.terminate());
}
