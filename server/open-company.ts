import { UploadLimit } from './app/attachments/upload-limit.ts';
import { Backups } from './app/backups/backups.ts';
import { type Calendar, calendarOf } from './app/calendar.ts';
import type { Company } from './app/company.ts';
import { beginPolicy } from './app/company-policy.ts';
import { DistantPress } from './app/distant-press.ts';
import { type PaperNotPrinted, PaperPress } from './app/paper-press.ts';
import { BackupFolder } from './backup/backup-folder.ts';
import type { Clock, Job, Printer, ReportWriter, Secrets, Store } from './ports.ts';
import type { SampleCompany } from './samples/sample-company.ts';
import { seedSample } from './samples/seed-sample.ts';
import type { CompanyStores, PlacedStore } from './store/company-stores.ts';

/** What every company of this process works with. */
export interface Surroundings {
  readonly stores: CompanyStores;
  readonly printer: Printer;
  /** Papers are left to workers on the same store. */
  readonly papersByWorkers: boolean;
  readonly reportWriter: ReportWriter;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Where backups may be written that somebody asks for; null = nowhere. */
  readonly backupFolder: string | null;
  readonly onPrintFault: (fault: PaperNotPrinted) => void;
  readonly onJobGivenUp: (job: Job, error: unknown) => void;
  /** A backup that somebody asked for. */
  readonly onBackupFault: (company: string, fault: unknown) => void;
}

/** A company with its open store; `close` ends its background work first. */
export interface OpenCompany {
  readonly company: Company;
  readonly store: PlacedStore;
  close(): Promise<void>;
}

/** Opens a sample company, and fills it the first time. */
export function openSample(sample: SampleCompany, surroundings: Surroundings): Promise<OpenCompany> {
  const { id, workbook, profile, fixedToday } = sample;
  const calendar = calendarOf(surroundings.clock, fixedToday);
  const moment = () => calendar.moment(profile.timeZone);
  return open({ id, sample: true, workbook, calendar }, surroundings, {
    // Papers are filed on the company's own day, not on ours.
    clock: { now: () => moment().at },
    prepare: (store) => seedSample(sample, store, moment()),
  });
}

/**
 * Opens a company that somebody started.
 * @throws StoreFault 'store.profile-missing' when its profile was lost: nobody could sign in anywhere on this server
 */
export function openOwn(id: string, surroundings: Surroundings): Promise<OpenCompany> {
  const { clock } = surroundings;
  const prepare = async (store: Store) => void (await store.accounts.profile());
  return open({ id, sample: false, calendar: calendarOf(clock) }, surroundings, { clock, prepare });
}

async function open(
  what: Pick<Company, 'id' | 'sample' | 'workbook'> & { readonly calendar: Calendar },
  surroundings: Surroundings,
  own: { readonly clock: Clock; readonly prepare: (store: Store) => Promise<void> },
): Promise<OpenCompany> {
  const { stores, printer, papersByWorkers, reportWriter, clock, secrets, backupFolder } = surroundings;
  const { onPrintFault, onJobGivenUp, onBackupFault } = surroundings;
  const store = await stores.open({
    id: what.id,
    sample: what.sample,
    clock,
    onJobGivenUp,
    prepare: async (opened) => {
      await own.prepare(opened);
      await beginPolicy(opened.accounts, own.clock.now());
    },
  });
  try {
    const press = papersByWorkers
      ? new DistantPress(store)
      : new PaperPress({ store, printer, clock: own.clock, onFault: onPrintFault });
    await press.begin();
    // By our own clock: a sample company whose day stands still would never forgive.
    const uploads = new UploadLimit(what.id, stores.scratchpad, clock);
    const placeAt = (folder: string) => new BackupFolder(folder);
    const onFault = (fault: unknown) => onBackupFault(what.id, fault);
    const backups = new Backups({ company: what.id, store, clock, placeAt, onFault });
    return {
      company: { ...what, store, printer, press, reportWriter, secrets, uploads, backups, backupFolder },
      store,
      async close() {
        await press.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
