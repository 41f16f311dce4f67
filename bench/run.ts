import { availableParallelism, cpus, totalmem } from 'node:os';
import { excel } from './excel.ts';
import { files } from './files.ts';
import { memory } from './memory.ts';
import { print, type Row, verdictOf } from './row.ts';
import { againstExceljs } from './speed/against-exceljs.ts';
import { againstFormulas } from './speed/against-formulas.ts';
import { lopsidedSheets } from './speed/lopsided-sheets.ts';
import { scaling } from './speed/scaling.ts';
import { acceptedOrders } from './store/accepted-orders.ts';
import { disk } from './store/disk.ts';
import { startUp } from './store/start-up.ts';

/**
 * `npm run bench`: what is measured, one subject a file; `npm run bench -- speed`, `memory`, `files`, `excel` or `store` runs a part.
 * Speed stands as ratios against peers measured in the same run, medians after a warm-up, so that a slow or busy machine changes
 * little. Exit code 1 when a target is missed; it is no part of `npm test`, for a machine may be too busy to tell.
 */
const parts: Readonly<Record<string, readonly (() => AsyncIterable<Row>)[]>> = {
  speed: [againstFormulas, scaling, lopsidedSheets, againstExceljs],
  memory: [memory],
  files: [files],
  excel: [excel],
  store: [disk, startUp, acceptedOrders],
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((part) => !Object.hasOwn(parts, part));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(64);
}

const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(
  `${availableParallelism()} cores (${cpus()[0]?.model}), ${gigabytes} GB, node ${process.version}, ${process.platform}`,
);
const verdicts: string[] = [];
for (const part of chosen.length > 0 ? chosen : Object.keys(parts)) {
  console.log(`\n${part}`);
  for (const measure of parts[part] ?? [])
    for await (const row of measure()) {
      print(row);
      verdicts.push(verdictOf(row));
    }
}
const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
console.log(`\n${count('ok')} ok, ${count('MISSED')} missed, ${count('not run')} not run`);
process.exitCode = count('MISSED') > 0 ? 1 : 0;
