import { dirname, join } from 'node:path';
import { makeFolderDurably } from '../disk/durable-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';

/** A document that can't be trusted; kept for whoever repairs it, out of the program's way. */
export interface Damage {
  /** Its path in the data folder, "orders/2026-11/SO-202611-00042.json". */
  readonly document: string;
  readonly problem: string;
}

const damagedFolder = 'damaged';
const reasonEnd = '.reason.txt';

/** Moves a document to `damaged/`, under its own path, with a text beside it that says what is wrong. */
export async function setAside(fs: FileSystem, folder: string, damage: Damage): Promise<void> {
  const target = join(folder, damagedFolder, ...damage.document.split('/'));
  await makeFolderDurably(fs, dirname(target));
  // The reason first: a file in damaged/ without one would be a riddle.
  await fs.remove(`${target}${reasonEnd}`);
  const reason = await fs.create(`${target}${reasonEnd}`);
  try {
    await reason.write(Buffer.from(`${damage.problem}\n`));
    await reason.sync();
  } finally {
    await reason.close();
  }
  try {
    await fs.rename(join(folder, ...damage.document.split('/')), target);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error; // the damage is that it's gone
  }
  await fs.syncFolder(dirname(target));
}

/** What was set aside, now or at an earlier start, and is still waiting for somebody to look at it. */
export async function readDamages(fs: FileSystem, folder: string): Promise<readonly Damage[]> {
  const found: Damage[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await fs.list(join(folder, damagedFolder, ...path.split('/')))) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.folder) await visit(inside);
      else if (entry.name.endsWith(reasonEnd)) {
        const text = Buffer.from(await fs.read(join(folder, damagedFolder, ...inside.split('/')))).toString('utf8');
        found.push({ document: inside.slice(0, -reasonEnd.length), problem: text.trim() });
      }
    }
  };
  await makeFolderDurably(fs, join(folder, damagedFolder));
  await visit('');
  return found;
}
