import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from '../read-workbook.ts';

/** Reads the one file it was started with, answers, and ends. */
const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string };
parentPort?.postMessage(await readWorkbook(bytes, name));
