import { companiesFolderOf } from './place.ts';
import type { Clock } from './ports.ts';
import { StartFault } from './start-fault.ts';
import type { CompanyStores } from './store/company-stores.ts';
import type { FileSystem } from './store/embedded/disk/file-system.ts';
import { FolderCompanies } from './store/embedded/folder-companies.ts';

export interface StoreChoice {
  /** "folder", or "postgres://…": what COUNTERSIGN_STORE says. */
  readonly store: string;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** What data folders are kept on; tests have disks that fill up. */
  readonly fileSystem?: FileSystem;
}

/**
 * Where companies live, as the setting says it.
 * @throws StartFault 'start.store-unknown' for a setting that names neither; what it says is kept to itself, it may hold a password
 */
export async function chooseStores({ store, dataFolder, clock, fileSystem }: StoreChoice): Promise<CompanyStores> {
  if (store === 'folder') return new FolderCompanies(companiesFolderOf(dataFolder), clock, fileSystem);
  throw new StartFault('start.store-unknown', 'COUNTERSIGN_STORE is neither "folder" nor a postgres:// address', {});
}
