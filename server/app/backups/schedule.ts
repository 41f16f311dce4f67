import { BackupFault } from '../../backup-fault.ts';
import type { BackupPlace, Clock } from '../../ports.ts';
import type { Backups } from './backups.ts';
import { type Retention, superfluous } from './retention.ts';

export interface BackupPlan {
  /** Where they are kept. */
  readonly folder: string;
  readonly everyHours: number;
  readonly keep: Retention;
}
interface ScheduleOptions {
  readonly plan: BackupPlan;
  readonly place: BackupPlace;
  readonly clock: Clock;
  /** Of the companies somebody started; samples are nobody's data. */
  readonly companies: () => Promise<readonly { readonly id: string; readonly backups: Backups }[]>;
  /** Does the work, unless another server is at what bears that name. */
  readonly unlessBusy: (name: string, work: () => Promise<void>) => Promise<void>;
  /** `company` null: which there are could not be asked. */
  readonly onFault: (company: string | null, fault: unknown) => void;
}

/** Looks this often whether one is due: a computer that slept at the hour makes it when it wakes. */
const lookEveryMs = 60_000;
/** After a failure it isn't tried anew at every look. */
const patienceMs = 30 * 60_000;

/** Makes backups as the plan says, one after another, and takes away those that are no longer to be kept. */
export class BackupSchedule {
  readonly #options: ScheduleOptions;
  readonly #failedAt = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #isBlind = false;

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  begin(): void {
    this.#timer = setInterval(() => void this.look(), lookEveryMs);
    this.#timer.unref();
    void this.look();
  }

  /** Makes what is due now. Faults are told, not thrown: the next look comes anyway. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Waits for the one in hand. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    for (const { id, backups } of await this.#companies()) {
      try {
        // Looked at only then: another server may have made it just before.
        await this.#options.unlessBusy(`backup of ${id}`, async () => {
          if (await this.#isDue(id)) await this.#make(id, backups);
        });
      } catch (fault) {
        // Somebody makes one just now: the next look sees whether one is due still.
        if (fault instanceof BackupFault && fault.code === 'backup.running') continue;
        this.#failedAt.set(id, this.#now());
        this.#options.onFault(id, fault);
      }
    }
  }

  /** None while they can't be asked for (the database is away): told once, and the next look asks again. */
  async #companies(): ReturnType<ScheduleOptions['companies']> {
    try {
      const companies = await this.#options.companies();
      this.#isBlind = false;
      return companies;
    } catch (fault) {
      if (!this.#isBlind) this.#options.onFault(null, fault);
      this.#isBlind = true;
      return [];
    }
  }

  async #isDue(company: string): Promise<boolean> {
    const { place, plan } = this.#options;
    if (this.#now() - (this.#failedAt.get(company) ?? Number.NEGATIVE_INFINITY) < patienceMs) return false;
    const [newest] = await place.list(company);
    return newest === undefined || this.#now() - Date.parse(newest.at) >= plan.everyHours * 3_600_000;
  }

  /** Older ones go only after a new one is whole. */
  async #make(company: string, backups: Backups): Promise<void> {
    const { place, plan } = this.#options;
    await backups.make(plan.folder);
    this.#failedAt.delete(company);
    for (const backup of superfluous(await place.list(company), plan.keep)) await place.remove(backup);
  }

  #now(): number {
    return Date.parse(this.#options.clock.now());
  }
}
