import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Store } from '../../ports.ts';
import type { CompanyStores, CompanyToOpen, PlacedStore } from '../company-stores.ts';
import { nodeFileSystem } from './disk/file-system.ts';
import { MemoryScratchpad } from './memory-scratchpad.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';

/** The company somebody started here: folders hold one. */
export const ownFolder = 'own';

/** One folder per company beside each other on this computer; whoever has a company's folder open keeps others out of it. */
export class FolderCompanies implements CompanyStores {
  readonly kind = 'folder';
  readonly place: string;
  readonly scratchpad: MemoryScratchpad;

  /** @param clock says when notes are over */
  constructor(folder: string, clock: Clock) {
    this.place = folder;
    this.scratchpad = new MemoryScratchpad(clock);
  }

  async own(): Promise<readonly string[]> {
    return existsSync(join(this.place, ownFolder)) ? [ownFolder] : [];
  }

  async open({ id, clock, prepare, onJobGivenUp }: CompanyToOpen): Promise<PlacedStore> {
    const jobs = onJobGivenUp ? { onGivenUp: onJobGivenUp } : {};
    const store = await openEmbeddedStore({ folder: join(this.place, id), clock, jobs });
    try {
      await prepare(store);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Written beside its place and moved there in one step. */
  async make(id: string, clock: Clock, fill: (store: Store) => Promise<void>): Promise<boolean> {
    const [begun, made] = [join(this.place, `${id}.begun`), join(this.place, id)];
    if (existsSync(made)) return false;
    await rm(begun, { recursive: true, force: true });
    const store = await openEmbeddedStore({ folder: begun, clock });
    try {
      await fill(store);
    } finally {
      await store.close();
    }
    await nodeFileSystem.rename(begun, made);
    await nodeFileSystem.syncFolder(this.place);
    return true;
  }

  async close(): Promise<void> {}
}
