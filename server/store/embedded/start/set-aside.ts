import { basename, dirname } from 'node:path';
import { DurableAdapter } from '../disk/durable-adapter.ts';
import { type DurableDisk, type FileToWrite, previousOf } from '../disk/durable-disk.ts';

/** A document that can't be trusted; kept for whoever repairs it, out of the program's way. */
export interface Damage {
  /** Its path in the data folder, "orders/2026-11/SO-202611-00042.json". */
  readonly document: string;
  readonly problem: string;
}

const damagedFolder = 'damaged';
const reasonEnd = '.reason.txt';

/** What to write for something that is known to be damaged, and isn't there any more. */
export const damageNote = ({ document, problem }: Damage): FileToWrite => noteAt(placeOf(document, 1), problem);

/**
 * Copies a document to `damaged/`, under its own path, with a text beside it that says what is wrong; then `instead` takes its
 * place. With nothing to take it (null) the document goes, and with it a generation before that can't be used either. Cut off
 * anywhere, the next start finds the document as damaged as it was, and all that may replace it.
 */
export async function setAside(disk: DurableDisk, damage: Damage, instead: unknown): Promise<void> {
  const { document, problem } = damage;
  const [bytes, previous] = [await disk.read(document), await disk.read(previousOf(document))];
  const place = await placeFor(disk, damage, bytes);
  await disk.write([
    noteAt(place, problem),
    ...copyAt(place, bytes),
    ...(instead === null ? copyAt(previousOf(place), previous) : []),
  ]);
  if (instead === null) await disk.remove([document, previousOf(document)]);
  else await DurableAdapter.replacing(disk, document).write(instead);
}

/** What was set aside, now or at an earlier start, and is still waiting for somebody to look at it; of a document the latest. */
export async function readDamages(disk: DurableDisk): Promise<readonly Damage[]> {
  const latest = new Map<string, { readonly path: string; readonly number: number }>();
  for (const path of await reasonsIn(disk, damagedFolder)) {
    const [, document = '', given] =
      /^(.+?)(?:\.(\d+))?$/.exec(path.slice(damagedFolder.length + 1, -reasonEnd.length)) ?? [];
    const number = Number(given ?? 1);
    if (number > (latest.get(document)?.number ?? 0)) latest.set(document, { path, number });
  }
  return Promise.all(
    [...latest].map(async ([document, { path }]) => ({ document, problem: (await reasonAt(disk, path)) ?? '' })),
  );
}

/** Removes what was kept of a damaged document, so that it stays removed. That it was damaged is still told. */
export async function forgetCopies(disk: DurableDisk, document: string): Promise<void> {
  const folder = dirname(placeOf(document, 1));
  const copies = (await disk.list(folder))
    .map(({ name }) => name)
    .filter((name) => name === basename(document) || name.startsWith(`${basename(document)}.`))
    .filter((name) => !name.endsWith(reasonEnd));
  if (copies.length > 0) await disk.remove(copies.map((name) => `${folder}/${name}`));
}

/** The first time a document is damaged, the second … */
const placeOf = (document: string, number: number): string =>
  `${damagedFolder}/${document}${number === 1 ? '' : `.${number}`}`;

/** One where nothing lies yet; or the same, left by a start that was cut off. */
async function placeFor(disk: DurableDisk, { document, problem }: Damage, bytes: Uint8Array | null): Promise<string> {
  for (let number = 1; ; number += 1) {
    const place = placeOf(document, number);
    const [reason, copy] = [await reasonAt(disk, `${place}${reasonEnd}`), await disk.read(place)];
    const isFree = reason === null && copy === null;
    const isSame = reason === problem && (copy === null || (bytes !== null && Buffer.compare(copy, bytes) === 0));
    if (isFree || isSame) return place;
  }
}

async function reasonsIn(disk: DurableDisk, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, folder: isFolder } of await disk.list(folder)) {
    const path = `${folder}/${name}`;
    if (isFolder) found.push(...(await reasonsIn(disk, path)));
    else if (name.endsWith(reasonEnd)) found.push(path);
  }
  return found;
}

async function reasonAt(disk: DurableDisk, path: string): Promise<string | null> {
  const bytes = await disk.read(path);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8').trim();
}

const noteAt = (place: string, problem: string): FileToWrite => ({
  path: `${place}${reasonEnd}`,
  bytes: Buffer.from(`${problem}\n`),
  keepPrevious: false,
});
const copyAt = (place: string, bytes: Uint8Array | null): readonly FileToWrite[] =>
  bytes === null ? [] : [{ path: place, bytes, keepPrevious: false }];
