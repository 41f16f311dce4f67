import { StoreFault } from '../../store-fault.ts';

/** Stands before every write: closed for good when the store is closed or the folder belongs to somebody else. */
export class WriteGate {
  readonly #stillOwned: () => Promise<boolean>;
  #closed: StoreFault | null = null;

  /** `stillOwned`: asked before each write. */
  constructor(stillOwned: () => Promise<boolean>) {
    this.#stillOwned = stillOwned;
  }

  /** Throws StoreFault 'store.closed' or 'store.lock-lost'. */
  async expectOpen(): Promise<void> {
    if (this.#closed === null && !(await this.#stillOwned()))
      this.shut(new StoreFault('store.lock-lost', 'the lock of the data folder was lost; nothing is written any more'));
    if (this.#closed) throw this.#closed;
  }

  /** Why it is closed for good; null = it is open, as far as is known. */
  get closed(): StoreFault | null {
    return this.#closed;
  }

  shut(reason: StoreFault): void {
    this.#closed ??= reason;
  }
}
