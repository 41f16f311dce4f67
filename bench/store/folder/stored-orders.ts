import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Amount } from './office-years.ts';
import { writeFolder } from './write-folder.ts';

/** The usual amount: as many open orders as a busy office has, never more than one in ten. */
export const amountOf = (orders: number): Amount => ({
  orders,
  open: Math.min(2000, Math.floor(orders / 10)),
  seed: 5,
});

/**
 * A data folder with so many orders, made once and kept in the temp folder for the next run: under a name that changes with
 * the amount and with what writes it. Nobody may write in it; see `copyOf`.
 */
export function storedOrders(amount: Amount): string {
  const folder = join(tmpdir(), `countersign-bench-orders-${digest(amount)}`);
  if (existsSync(folder)) return folder;
  // Whole or not at all: a run that is broken off leaves no half folder behind that looks like one.
  const draft = `${folder}.${process.pid}.draft`;
  writeFolder(draft, amount);
  renameSync(draft, folder);
  return folder;
}

/**
 * A copy beside it that may be written in: of hard links, for the store never changes a file in place.
 * The caller removes it.
 */
export function copyOf(folder: string): string {
  const copy = join(dirname(folder), `${basename(folder)}.${process.pid}.copy`);
  rmSync(copy, { recursive: true, force: true });
  linkInto(copy, folder);
  return copy;
}

function linkInto(copy: string, folder: string): void {
  mkdirSync(copy, { mode: 0o700 });
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [from, to] = [join(folder, entry.name), join(copy, entry.name)];
    if (entry.isDirectory()) linkInto(to, from);
    else linkSync(from, to);
  }
}

/** The amount, and the code that writes what a folder holds. */
function digest(amount: Amount): string {
  const hash = createHash('sha256').update(JSON.stringify(amount));
  const here = fileURLToPath(new URL('.', import.meta.url));
  const store = fileURLToPath(new URL('../../../server/store/embedded/', import.meta.url));
  const code = [
    ...readdirSync(here).map((name) => join(here, name)),
    ...['records/document.ts', 'records/appended.ts', 'disk/checksummed.ts'].map((name) => join(store, name)),
  ];
  for (const file of code.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
