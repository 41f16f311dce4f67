import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompanyProfile } from '../core/policy/company.ts';
import type { Account, Clock } from './ports.ts';
import { nodeFileSystem } from './store/embedded/disk/file-system.ts';
import { openEmbeddedStore } from './store/embedded/open-embedded-store.ts';

/** The company somebody started here. Its id is part of tokens and paths, so it never comes from what a user typed. */
export const ownCompanyId = 'own';

export const hasOwnCompany = (companiesFolder: string): boolean => existsSync(join(companiesFolder, ownCompanyId));

/**
 * Writes a new company with its first user beside its place and moves it there in one step: whatever happens meanwhile,
 * there is a whole company afterwards or none.
 */
export async function makeOwnCompany(
  companiesFolder: string,
  content: { readonly settings: CompanyProfile; readonly firstUser: Account },
  clock: Clock,
): Promise<void> {
  const begun = join(companiesFolder, `${ownCompanyId}.begun`);
  await rm(begun, { recursive: true, force: true });
  const store = await openEmbeddedStore({ folder: begun, clock });
  try {
    await store.accounts.saveProfile(content.settings);
    await store.accounts.saveUser(content.firstUser);
  } finally {
    await store.close();
  }
  await nodeFileSystem.rename(begun, join(companiesFolder, ownCompanyId));
  await nodeFileSystem.syncFolder(companiesFolder);
}
