import type { DurableDisk, FileToWrite } from '../disk/durable-disk.ts';

/** A document that can't be trusted; kept for whoever repairs it, out of the program's way. */
export interface Damage {
  /** Its path in the data folder, "orders/2026-11/SO-202611-00042.json". */
  readonly document: string;
  readonly problem: string;
}

const damagedFolder = 'damaged';
const reasonEnd = '.reason.txt';

/** What to write for something that is known to be damaged, and isn't there any more. */
export const damageNote = ({ document, problem }: Damage): FileToWrite => ({
  path: `${damagedFolder}/${document}${reasonEnd}`,
  bytes: Buffer.from(`${problem}\n`),
  keepPrevious: false,
});

/** Moves a document to `damaged/`, under its own path, with a text beside it that says what is wrong. */
export async function setAside(disk: DurableDisk, damage: Damage): Promise<void> {
  // The reason first: a file in damaged/ without one would be a riddle.
  await disk.write([damageNote(damage)]);
  await disk.move(damage.document, `${damagedFolder}/${damage.document}`);
}

/** What was set aside, now or at an earlier start, and is still waiting for somebody to look at it. */
export async function readDamages(disk: DurableDisk, folder = damagedFolder): Promise<readonly Damage[]> {
  const found: Damage[] = [];
  for (const { name, folder: isFolder } of await disk.list(folder)) {
    const path = `${folder}/${name}`;
    if (isFolder) found.push(...(await readDamages(disk, path)));
    else if (name.endsWith(reasonEnd)) {
      const problem = Buffer.from((await disk.read(path)) ?? [])
        .toString('utf8')
        .trim();
      found.push({ document: path.slice(damagedFolder.length + 1, -reasonEnd.length), problem });
    }
  }
  return found;
}
