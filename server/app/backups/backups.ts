import type { Instant } from '../../../core/value/date.ts';
import { BackupFault } from '../../backup-fault.ts';
import type { BackupPlace, Clock, KeptBackup, Store } from '../../ports.ts';

interface BackupsOptions {
  readonly company: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly placeAt: (folder: string) => BackupPlace;
  /** Of one that was begun, and nobody waits for. */
  readonly onFault: (fault: unknown) => void;
}

/** How far a company's backups are, for whoever asked for one or looks after them. */
export interface BackupState {
  readonly running: { readonly folder: string; readonly done: number; readonly parts: number } | null;
  readonly last: KeptBackup | null;
  /** Of the last one that failed after `last`. */
  readonly failed: FailedBackup | null;
  /** Of those that make themselves; null where none do. */
  readonly plan: PlannedBackups | null;
}
export interface FailedBackup {
  readonly at: Instant;
  readonly folder: string;
  readonly fault: unknown;
}
export interface PlannedBackups {
  /** When the last whole one was made, here or by another server; null = none is known of. */
  readonly newest: Instant | null;
  /** Since then. */
  readonly failed: FailedBackup | null;
}

/** The backups of one open company, one at a time. Work goes on meanwhile. */
export class Backups {
  readonly #options: BackupsOptions;
  #state: BackupState = { running: null, last: null, failed: null, plan: null };

  constructor(options: BackupsOptions) {
    this.#options = options;
  }

  state(): BackupState {
    return this.#state;
  }

  /** What became of the plan, for `state`. */
  tellPlan(plan: PlannedBackups): void {
    this.#state = { ...this.#state, plan };
  }

  /** Begins one and answers at once; `state` tells of it, and `onFault` whoever looks after the server. Throws BackupFault 'backup.running' while another is made. */
  begin(folder: string): void {
    this.make(folder).catch(this.#options.onFault);
  }

  /** Whole and on the disk when it resolves. Throws BackupFault, or StoreFault of the store that is copied. */
  make(folder: string): Promise<KeptBackup> {
    if (this.#state.running !== null)
      throw new BackupFault('backup.running', 'a backup of this company is being made', { folder });
    this.#state = { ...this.#state, running: { folder, done: 0, parts: 0 } };
    return this.#make(folder);
  }

  async #make(folder: string): Promise<KeptBackup> {
    const { company, store, clock, placeAt } = this.#options;
    const at = clock.now();
    try {
      const place = placeAt(folder);
      const before = (await place.list(company))[0];
      const snapshot = await store.snapshot();
      const progress = (done: number) => {
        this.#state = { ...this.#state, running: { folder, done, parts: snapshot.count } };
      };
      try {
        // The one before is the best guess there is.
        const last = await place.write({ company, at, snapshot, expectedBytes: before?.bytes ?? 0, progress });
        this.#state = { ...this.#state, running: null, last, failed: null };
        return last;
      } finally {
        await snapshot.release();
      }
    } catch (fault) {
      this.#state = { ...this.#state, running: null, failed: { at, folder, fault } };
      throw fault;
    }
  }
}
