import type { Instant } from '../core/value/date.ts';
import { nodeSecrets } from './auth/secrets.ts';
import { chooseStores } from './choose-stores.ts';
import { OpenCompanies } from './open-companies.ts';
import type { Clock, Printer } from './ports.ts';
import { PdfPrinter } from './print/pdf-printer.ts';
import { archiveWorkbook } from './report/archive-workbook.ts';
import type { SampleCompany } from './samples/sample-company.ts';
import { samples as allSamples } from './samples/samples.ts';
import { StartFault } from './start-fault.ts';
import type { CompanyStores } from './store/company-stores.ts';
import type { FileSystem } from './store/embedded/disk/file-system.ts';

/** What a server and a worker have in common. */
export interface PlaceOptions {
  /** Where companies live (choose-stores.ts); default: "folder". */
  readonly store?: string;
  readonly storeOwner?: string;
  readonly samples?: readonly SampleCompany[];
  readonly printer?: Printer;
  readonly clock?: Clock;
  /** Where backups may be written that somebody asks for; absent = nowhere. */
  readonly backupFolder?: string;
  /** What the companies' folders lie on; tests let it fail. */
  readonly fileSystem?: FileSystem;
}

/** Takes faults that nobody waits for. */
export type TellFault = (fault: { readonly err: unknown }, words: string) => void;

export interface OpenPlace {
  readonly stores: CompanyStores;
  readonly companies: OpenCompanies;
}

export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

/**
 * Chooses the adapters and opens where companies live; `opening` closes what was opened.
 * @throws StartFault, StoreFault what keeps the place from being used
 */
export async function openPlace(
  options: PlaceOptions & { readonly dataFolder: string; readonly papersByWorkers: boolean },
  tell: TellFault,
  opening: AsyncDisposableStack,
): Promise<OpenPlace> {
  const { printer = new PdfPrinter(), clock = systemClock, store = 'folder', storeOwner, papersByWorkers } = options;
  if (papersByWorkers && store === 'folder')
    throw new StartFault('start.no-workers', 'one process has the folder open: no worker could print', {});
  opening.defer(() => printer.close());
  const stores = await chooseStores({
    store,
    ...(storeOwner && { storeOwner }),
    dataFolder: options.dataFolder,
    clock,
    ...(options.fileSystem && { fileSystem: options.fileSystem }),
    onFault: (err) => tell({ err }, 'the database failed in the background'),
  });
  opening.defer(() => stores.close());
  const companies = new OpenCompanies(options.samples ?? allSamples, {
    stores,
    printer,
    papersByWorkers,
    reportWriter: archiveWorkbook,
    clock,
    secrets: nodeSecrets,
    backupFolder: options.backupFolder ?? null,
    onBackupFault: (company, err) => tell({ err }, `a backup of ${company} was not made`),
    onPrintFault: (err) => tell({ err }, 'a paper could not be printed'),
    onJobGivenUp: ({ paper }, err) => tell({ err }, `${paper} failed too often and was given up`),
  });
  return { stores, companies: opening.use(companies) };
}
