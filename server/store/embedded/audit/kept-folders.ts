import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptCompanies, KeptCompany } from '../../kept-companies.ts';
import { ownFolder } from '../folder-companies.ts';
import { keptFolder } from './folder-parts.ts';

/** The companies of a data folder; each is read while nobody has it open. */
export class KeptFolders implements KeptCompanies {
  readonly place: string;

  constructor(folder: string) {
    this.place = folder;
  }

  async own(): Promise<readonly string[]> {
    return existsSync(join(this.place, ownFolder)) ? [ownFolder] : [];
  }

  async look(id: string): Promise<KeptCompany | null> {
    const folder = join(this.place, id);
    return existsSync(folder) ? keptFolder(folder) : null;
  }

  async close(): Promise<void> {}
}
