import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Texts } from '../../locales/index.ts';
import { companiesFolderOf } from '../place.ts';
import { StoreFault } from '../store/store-fault.ts';
import { CommandFailure } from './failure.ts';
import { exit } from './terminal.ts';

interface Wanted {
  readonly data: string;
  readonly company?: string;
}
export interface CompanyFolder {
  readonly company: string;
  readonly folder: string;
}

/** The companies of a data folder that were ever opened, or the one named. @throws CommandFailure when there is none */
export async function companiesIn({ data, company }: Wanted, texts: Texts): Promise<readonly CompanyFolder[]> {
  // Only when it is asked for: no other command needs the store.
  const { isDataFolder } = await import('../store/embedded/audit/audit-folder.ts');
  const root = companiesFolderOf(data);
  const names = existsSync(root) ? await readdir(root) : [];
  const found = names
    .filter((name) => company === undefined || name === company)
    .map((name) => ({ company: name, folder: join(root, name) }))
    .filter(({ folder }) => isDataFolder(folder));
  if (found.length > 0) return found.sort((a, b) => (a.company < b.company ? -1 : 1));
  throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder: root }), { folder: root });
}

/** One company's folder, or a backup of one. @throws CommandFailure when it is neither */
export async function namedFolder(folder: string, texts: Texts): Promise<CompanyFolder> {
  const { isDataFolder } = await import('../store/embedded/audit/audit-folder.ts');
  if (isDataFolder(folder)) return { company: folder, folder };
  throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder }), { folder });
}

/** What is proved must stand still: a folder in use is refused, with what to do about it. */
export async function standing<Answer>(folder: string, texts: Texts, look: () => Promise<Answer>): Promise<Answer> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== 'store.locked') throw error;
    throw new CommandFailure(exit.fault, texts('cli:audit.in-use', { folder }), { code: error.code, ...error.details });
  }
}
