import { writeFileSync } from 'node:fs';
import { understandSheets } from '../core/sheet/understand.ts';
import { bytesOf, type Expected, expectations } from '../test/workbook/shared-files.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

/**
 * Writes docs/files.md: what comes of every file of the shared data, and how long it takes: `node scripts/write-file-table.ts`.
 * test/workbook/expected.test.ts fails when an outcome in it isn't the expected one, or a file is missing; times are this
 * machine's and only shown.
 * @param time what stands in a file's last column
 */
export function fileDocument(time: (file: string) => string): string {
  const lines = Object.entries(expectations).map(
    ([file, expected]) => `| ${file} | ${outcome(expected)} | ${expected.note ?? ''} | ${time(file)} |`,
  );
  return `# What comes of every file

Written by \`scripts/write-file-table.ts\` from \`test/fixtures/expected.json\`, which was written down before any file was
read; \`test/workbook/expected.test.ts\` holds the reader against it. The time is from the file's bytes to its understood
tables, in milliseconds of processor time, the middle of three runs on the machine that wrote this; \`test-issue-1842.xlsx\`, over which other
readers sit for days, must stay below 2 seconds.

| File | Outcome | Why | Time |
|---|---|---|---|
${lines.join('\n')}
`;
}

function outcome(expected: Expected): string {
  if (expected.outcome === 'refused') return `refused: \`${expected.code}\``;
  const rows = expected.sheets.reduce((total, sheet) => total + sheet.rows, 0);
  const sheets = expected.sheets.length === 1 ? '1 sheet' : `${expected.sheets.length} sheets`;
  const tables = expected.tables.map((table) => `${table.role} ${table.rows.toLocaleString('en')}`);
  return `read: ${sheets}, ${rows.toLocaleString('en')} rows; ${tables.join(', ') || 'orders nothing'}`;
}

/** Milliseconds of processor time from bytes to tables, the middle of three: what else the machine does doesn’t count. */
async function measured(file: string): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    const read = await readWorkbook(bytesOf(file), file);
    if (read.ok) understandSheets(read.value);
    times.push(process.cpuUsage(start).user / 1000);
  }
  return `${Math.ceil(times.toSorted((a, b) => a - b)[1] ?? 0)} ms`;
}

if (import.meta.main) {
  const times = new Map<string, string>();
  for (const file of Object.keys(expectations)) times.set(file, await measured(file));
  writeFileSync(
    new URL('../docs/files.md', import.meta.url),
    fileDocument((file) => times.get(file) ?? ''),
  );
}
