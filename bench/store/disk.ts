import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { medianMs } from '../median.ts';
import type { Row } from '../row.ts';

/** What everything here rests on: the disk of the temp folder, and how long it takes until 4 kB are on it. */
export async function* disk(): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-disk-'));
  const file = openSync(join(folder, 'appended'), 'a');
  const bytes = Buffer.alloc(4096, 'x');
  const append = (): void => {
    writeSync(file, bytes);
    fsyncSync(file);
  };
  try {
    yield { what: `4 kB appended and synced, ${kindOf(folder)}`, value: await medianMs(append, 101), unit: 'ms' };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/** "ext4 on /dev/vda"; only Linux tells. */
function kindOf(folder: string): string {
  if (process.platform !== 'linux') return process.platform;
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at = '']) => at === '/' || `${folder}${sep}`.startsWith(`${at}${sep}`));
  const [device, , kind] = mounts.toSorted(([, a = ''], [, b = '']) => b.length - a.length)[0] ?? [];
  return `${kind} on ${device}`;
}
