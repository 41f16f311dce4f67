import { companiesFolderOf } from './place.ts';
import type { Clock } from './ports.ts';
import { StartFault } from './start-fault.ts';
import type { CompanyStores } from './store/company-stores.ts';
import { KeptFolders } from './store/embedded/audit/kept-folders.ts';
import type { FileSystem } from './store/embedded/disk/file-system.ts';
import { FolderCompanies } from './store/embedded/folder-companies.ts';
import type { KeptCompanies } from './store/kept-companies.ts';
import { addressOf, isDatabaseAddress } from './store/postgres/database-address.ts';

/** What the settings say of where companies live. */
export interface StoreSetting {
  /** COUNTERSIGN_STORE: "folder", or "postgres://…" as whom the servers work. */
  readonly store: string;
  /** COUNTERSIGN_STORE_OWNER: as who makes the tables, where that is another user of the database. */
  readonly storeOwner?: string;
}
export interface StoreChoice extends StoreSetting {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** What data folders are kept on; tests have disks that fill up. */
  readonly fileSystem?: FileSystem;
  /** Told of what fails in the background and is tried again. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Where companies live, as the settings say it.
 * @throws StartFault 'start.store-unknown' for a setting that names no place: what it says is kept to itself, it may hold a
 * password. StoreFault what keeps the database from being used
 */
export async function chooseStores({ store, storeOwner, ...choice }: StoreChoice): Promise<CompanyStores> {
  const { dataFolder, clock, onFault, fileSystem } = choice;
  if (store === 'folder') return new FolderCompanies(companiesFolderOf(dataFolder), clock, fileSystem);
  for (const address of [store, storeOwner ?? store]) expectAddress(address);
  // Loaded here only: who works in a folder needs no database.
  const { PostgresCompanies } = await import('./store/postgres/postgres-companies.ts');
  return PostgresCompanies.open({ url: store, ...(storeOwner && { ownerUrl: storeOwner }), clock, onFault });
}

/**
 * The same place to be looked through; nothing in it is changed.
 * @throws as chooseStores
 */
export async function chooseKept(choice: Pick<StoreChoice, 'store' | 'dataFolder' | 'clock'>): Promise<KeptCompanies> {
  const { store, dataFolder, clock } = choice;
  if (store === 'folder') return new KeptFolders(companiesFolderOf(dataFolder));
  expectAddress(store);
  const { KeptSchemas } = await import('./store/postgres/kept-schemas.ts');
  return new KeptSchemas(store, clock);
}

/**
 * Asks the place whether it answers, changing nothing in it; answers its name without user and password.
 * @throws as chooseStores
 */
export async function checkStores({ store }: StoreSetting, dataFolder: string): Promise<string> {
  if (store === 'folder') return companiesFolderOf(dataFolder);
  expectAddress(store);
  const { serverVersion } = await import('./store/postgres/server-version.ts');
  return `${addressOf(store)} (PostgreSQL ${await serverVersion(store)})`;
}

function expectAddress(text: string): void {
  if (isDatabaseAddress(text)) return;
  throw new StartFault('start.store-unknown', 'COUNTERSIGN_STORE is neither "folder" nor a postgres:// address', {});
}
