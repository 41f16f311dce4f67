import { readFileSync } from 'node:fs';
import { understandSheets } from '../../core/sheet/understand.ts';
import { readInWorker } from '../../workbook/node/read-in-worker.ts';
import { checkSheets, gridsOf, unwrap } from '../file-to-findings.ts';
import { readByExceljs } from '../speed/against-exceljs.ts';
import type { Cost, Work } from './in-own-process.ts';

/** The process of in-own-process.ts: does one piece of work on one file, prints what it cost, ends. */
const works: Readonly<Record<Work, (bytes: Uint8Array) => Promise<unknown>>> = {
  read: gridsOf,
  // As command line and server do it: the file is read in a thread of its own.
  findings: async (bytes) => checkSheets(understandSheets(unwrap(await readInWorker(bytes, 'bench.xlsx')))),
  exceljs: readByExceljs,
};

const [work, file] = process.argv.slice(2) as [Work, string];
const bytes = readFileSync(file);
const start = performance.now();
await works[work](bytes);
const cost: Cost = { ms: performance.now() - start, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(cost));
