import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Filler, Store } from '../../ports.ts';
import type { CompanyStores, CompanyToOpen, PlacedStore } from '../company-stores.ts';
import { type FileSystem, nodeFileSystem } from './disk/file-system.ts';
import { judgePlace } from './folder/folder-place.ts';
import { MemoryScratchpad } from './memory-scratchpad.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';
import { openFolderFiller } from './snapshot/folder-filler.ts';

/** The company somebody started here: folders hold one. */
export const ownFolder = 'own';

/** One folder per company beside each other on this computer; whoever has a company's folder open keeps others out of it. */
export class FolderCompanies implements CompanyStores {
  readonly kind = 'folder';
  readonly place: string;
  readonly scratchpad: MemoryScratchpad;

  readonly #fs: FileSystem;

  /** @param clock says when notes are over */
  constructor(folder: string, clock: Clock, fs = nodeFileSystem) {
    this.#fs = fs;
    this.place = folder;
    this.scratchpad = new MemoryScratchpad(clock);
  }

  async own(): Promise<readonly string[]> {
    return existsSync(join(this.place, ownFolder)) ? [ownFolder] : [];
  }

  async open({ id, clock, prepare, onJobGivenUp }: CompanyToOpen): Promise<PlacedStore> {
    const jobs = onJobGivenUp ? { onGivenUp: onJobGivenUp } : {};
    const store = await openEmbeddedStore({ folder: join(this.place, id), fs: this.#fs, clock, jobs });
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
    const store = await openEmbeddedStore({ folder: begun, fs: this.#fs, clock });
    try {
      await fill(store);
    } finally {
      await store.close();
    }
    await this.#fs.rename(begun, made);
    await this.#fs.syncFolder(this.place);
    return true;
  }

  async fill(id: string, clock: Clock): Promise<Filler> {
    judgePlace(this.place);
    return openFolderFiller({ folder: join(this.place, id), now: clock.now() });
  }

  /** There is no other server on a folder. */
  unlessBusy(_name: string, work: () => Promise<void>): Promise<void> {
    return work();
  }

  async close(): Promise<void> {}
}
