import { join } from 'node:path';
import { calendarOf } from './app/calendar.ts';
import type { Company } from './app/company.ts';
import { type PaperNotPrinted, PaperPress } from './app/paper-press.ts';
import type { Clock, Printer, ReportWriter, Secrets } from './ports.ts';
import type { SampleCompany } from './samples/sample-company.ts';
import { seedSample } from './samples/seed-sample.ts';
import { type EmbeddedStore, openEmbeddedStore } from './store/embedded/open-embedded-store.ts';

export interface OpenCompanyOptions {
  readonly sample: SampleCompany;
  /** Holds one folder per company. */
  readonly companiesFolder: string;
  readonly printer: Printer;
  readonly reportWriter: ReportWriter;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly onPrintFault: (fault: PaperNotPrinted) => void;
}

/** A company with its open store; `close` ends its background work first. */
export interface OpenCompany {
  readonly company: Company;
  readonly store: EmbeddedStore;
  close(): Promise<void>;
}

/** Opens a sample company in its own folder, and fills it the first time. */
export async function openCompany(options: OpenCompanyOptions): Promise<OpenCompany> {
  const { sample, printer, reportWriter, clock, secrets, onPrintFault } = options;
  const store = await openEmbeddedStore({ folder: join(options.companiesFolder, sample.id), clock });
  try {
    const calendar = calendarOf(clock, sample.fixedToday);
    await seedSample(sample, store, calendar.moment(sample.profile.timeZone));
    // Papers are filed on the company's own day, not on ours.
    const ownClock: Clock = { now: () => calendar.moment(sample.profile.timeZone).at };
    const press = new PaperPress({ store, printer, clock: ownClock, onFault: onPrintFault });
    const { id, workbook } = sample;
    return {
      company: { id, sample: true, workbook, store, printer, press, reportWriter, calendar, secrets },
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
