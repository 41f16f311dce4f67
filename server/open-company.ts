import { join } from 'node:path';
import { UploadLimit } from './app/attachments/upload-limit.ts';
import { type Calendar, calendarOf } from './app/calendar.ts';
import type { Company } from './app/company.ts';
import { beginPolicy } from './app/company-policy.ts';
import { type PaperNotPrinted, PaperPress } from './app/paper-press.ts';
import type { Clock, Job, Printer, ReportWriter, Secrets } from './ports.ts';
import type { SampleCompany } from './samples/sample-company.ts';
import { seedSample } from './samples/seed-sample.ts';
import type { FileSystem } from './store/embedded/disk/file-system.ts';
import { type EmbeddedStore, openEmbeddedStore } from './store/embedded/open-embedded-store.ts';

/** What every company of this server works with. */
export interface Surroundings {
  /** Holds one folder per company. */
  readonly companiesFolder: string;
  readonly printer: Printer;
  readonly reportWriter: ReportWriter;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly fileSystem?: FileSystem;
  readonly onPrintFault: (fault: PaperNotPrinted) => void;
  readonly onJobGivenUp: (job: Job, error: unknown) => void;
}

/** A company with its open store; `close` ends its background work first. */
export interface OpenCompany {
  readonly company: Company;
  readonly store: EmbeddedStore;
  close(): Promise<void>;
}

/** Opens a sample company in its own folder, and fills it the first time. */
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
 * Opens a company that somebody started here.
 * @throws StoreFault 'store.profile-missing' when its profile was lost: nobody could sign in anywhere on this server
 */
export function openOwn(id: string, surroundings: Surroundings): Promise<OpenCompany> {
  const { clock } = surroundings;
  const prepare = async (store: EmbeddedStore) => void (await store.accounts.profile());
  return open({ id, sample: false, calendar: calendarOf(clock) }, surroundings, { clock, prepare });
}

async function open(
  what: Pick<Company, 'id' | 'sample' | 'workbook'> & { readonly calendar: Calendar },
  surroundings: Surroundings,
  own: { readonly clock: Clock; readonly prepare: (store: EmbeddedStore) => Promise<void> },
): Promise<OpenCompany> {
  const { companiesFolder, printer, reportWriter, clock, secrets, fileSystem, onPrintFault, onJobGivenUp } =
    surroundings;
  const folder = join(companiesFolder, what.id);
  const store = await openEmbeddedStore({
    folder,
    clock,
    ...(fileSystem && { fs: fileSystem }),
    jobs: { onGivenUp: onJobGivenUp },
  });
  try {
    await own.prepare(store);
    await beginPolicy(store.accounts, own.clock.now());
    const press = new PaperPress({ store, printer, clock: own.clock, onFault: onPrintFault });
    await press.begin();
    return {
      // By our own clock: a sample company whose day stands still would never forgive.
      company: { ...what, store, printer, press, reportWriter, secrets, uploads: new UploadLimit(clock) },
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
