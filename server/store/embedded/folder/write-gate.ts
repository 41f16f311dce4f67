import { StoreFault } from '../../store-fault.ts';
import { writeFailed } from '../disk/disk-health.ts';

/** Another process may have the folder now: nothing may be written any more. */
export const lockLost = (): StoreFault =>
  new StoreFault('store.lock-lost', 'the lock of the data folder was lost; nothing is written any more');

/** Stands before every write: closed for good when the store is closed or the folder belongs to somebody else. */
export class WriteGate {
  readonly #stillOwned: () => Promise<boolean>;
  #closed: StoreFault | null = null;

  /** `stillOwned`: asked before each write. */
  constructor(stillOwned: () => Promise<boolean>) {
    this.#stillOwned = stillOwned;
  }

  /** Throws StoreFault 'store.closed' or 'store.lock-lost'; 'store.write-failed' when the disk doesn't tell. */
  async expectOpen(): Promise<void> {
    if (this.#closed === null && !(await this.#isOwned())) this.shut(lockLost());
    if (this.#closed) throw this.#closed;
  }

  /** Why it is closed for good; null = it is open, as far as is known. */
  get closed(): StoreFault | null {
    return this.#closed;
  }

  shut(reason: StoreFault): void {
    this.#closed ??= reason;
  }

  async #isOwned(): Promise<boolean> {
    try {
      return await this.#stillOwned();
    } catch (error) {
      throw writeFailed('anything', error);
    }
  }
}
