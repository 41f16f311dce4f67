import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Texts } from '../../locales/index.ts';
import { companiesFolderOf } from '../place.ts';
import { StoreFault } from '../store/store-fault.ts';
import { CommandFailure } from './failure.ts';
import { exit } from './terminal.ts';

export interface Wanted {
  /** A data folder, or one company's folder, or a backup of one. */
  readonly data: string;
  readonly company?: string;
}
export interface CompanyFolder {
  readonly company: string;
  readonly folder: string;
}

// Only when it is asked for: no other command needs the store.
const loadStore = () => import('../store/embedded/audit/audit-folder.ts');

/** Whether a folder is one company's, or a backup of one. */
export const isCompanyFolder = async (folder: string): Promise<boolean> => (await loadStore()).isDataFolder(folder);

/**
 * The one company whose folder or backup is named; else those of a data folder that were ever opened, or the one of that id.
 * @throws CommandFailure when there is none
 */
export async function companiesIn({ data, company }: Wanted, texts: Texts): Promise<readonly CompanyFolder[]> {
  const { isDataFolder } = await loadStore();
  if (isDataFolder(data)) return [{ company: data, folder: data }];
  const root = companiesFolderOf(data);
  const names = existsSync(root) ? await readdir(root) : [];
  const found = names
    .filter((name) => company === undefined || name === company)
    .map((name) => ({ company: name, folder: join(root, name) }))
    .filter(({ folder }) => isDataFolder(folder));
  if (found.length > 0) return found.sort((a, b) => (a.company < b.company ? -1 : 1));
  throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder: root }), { folder: root });
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
