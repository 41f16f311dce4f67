import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, orderWorkbook } from './order-workbook.ts';
import { inOwnProcess } from './process/in-own-process.ts';
import type { Row } from './row.ts';

/** The most memory a process holds from a file to its findings, and exceljs's while it only reads the same file. */
export async function* memory(): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    for (const [columns, atMost] of [
      [6, 1000],
      [15, 1600],
    ] as const) {
      const file = join(folder, `${columns}.xlsx`);
      writeFileSync(file, await bytesOf(orderWorkbook({ rows: 100_000, columns })));
      yield peakOf('findings', file, `peak memory, file to findings, 100,000 × ${columns} cells`, { atMost });
      yield peakOf('exceljs', file, `peak memory, exceljs’s bare reading of the same`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function peakOf(work: 'findings' | 'exceljs', file: string, what: string, target?: { readonly atMost: number }): Row {
  const cost = inOwnProcess(work, file);
  if (!cost) return { what, notRun: 'it did not end' };
  return { what, value: cost.peakMegabytes, unit: 'MB', ...(target && { target }) };
}
