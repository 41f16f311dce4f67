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
          if (this.#mayBeTried(id)) await this.#makeIfDue(id, backups);
        });
      } catch (fault) {
        // Somebody makes one just now: the next look sees whether one is due still.
        if (fault instanceof BackupFault && fault.code === 'backup.running') continue;
        this.#failedAt.set(id, this.#now());
        this.#tellFailed(backups, fault);
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

  #mayBeTried(company: string): boolean {
    return this.#now() - (this.#failedAt.get(company) ?? Number.NEGATIVE_INFINITY) >= patienceMs;
  }

  async #makeIfDue(company: string, backups: Backups): Promise<void> {
    const { place, plan } = this.#options;
    const [newest] = await place.list(company);
    const isDue = newest === undefined || this.#now() - Date.parse(newest.at) >= plan.everyHours * 3_600_000;
    const failed = isDue ? (backups.state().plan?.failed ?? null) : null;
    backups.tellPlan({ newest: newest?.at ?? null, failed });
    if (isDue) await this.#make(company, backups);
  }

  /** Older ones go only after a new one is whole. */
  async #make(company: string, backups: Backups): Promise<void> {
    const { place, plan } = this.#options;
    const { at } = await backups.make(plan.folder);
    this.#failedAt.delete(company);
    backups.tellPlan({ newest: at, failed: null });
    for (const backup of superfluous(await place.list(company), plan.keep)) await place.remove(backup);
  }

  #tellFailed(backups: Backups, fault: unknown): void {
    const { clock, plan } = this.#options;
    const newest = backups.state().plan?.newest ?? null;
    backups.tellPlan({ newest, failed: { at: clock.now(), folder: plan.folder, fault } });
  }

  #now(): number {
    return Date.parse(this.#options.clock.now());
  }
}
