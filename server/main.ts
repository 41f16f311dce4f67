import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import { type BackupPlan, BackupSchedule } from './app/backups/schedule.ts';
import { Announcer } from './app/live/announcer.ts';
import { nodeSecrets } from './auth/secrets.ts';
import { BackupFolder } from './backup/backup-folder.ts';
import { readCertificate } from './certificate/certificate.ts';
import { buildHttp } from './http/build-http.ts';
import { OwnOrigins } from './http/origins.ts';
import { host, listen, listenSecurely } from './listen.ts';
import type { OpenCompany } from './open-company.ts';
import { openPlace, type PlaceOptions, systemClock } from './open-place.ts';
import { certificateFolderOf, dataFolderOf, defaultPort } from './place.ts';
import type { CompanyStores } from './store/company-stores.ts';
import type { StoreWarning } from './store/embedded/folder/folder-place.ts';

export interface ServerOptions extends PlaceOptions {
  /** http; the add-in's https address is the next one. 0 = any free port, for tests. */
  readonly port?: number;
  /** Holds `companies/` and `certificate/`; default: COUNTERSIGN_DATA, else a folder of the user's own. */
  readonly dataFolder?: string;
  /** "https://orders.example.com": under which a proxy with a certificate of its own passes requests on to this server. */
  readonly origin?: string;
  /** Backups that make themselves; absent = none. */
  readonly backups?: BackupPlan;
  /** Leave papers to be printed by workers (work.ts) on the same database. */
  readonly papersByWorkers?: boolean;
  /** Fastify's own: true, or pino's options. Default: warnings and faults to standard error. */
  readonly logger?: FastifyServerOptions['logger'];
}

export interface RunningServer {
  /** "http://127.0.0.1:4820" */
  readonly url: string;
  /** "https://localhost:4821"; null while there is no certificate. */
  readonly addinUrl: string | null;
  /** Where the data is, in words that hold no secret: the data folder, or "postgres://host:5432/database". */
  readonly place: string;
  /** What the user should know about the place of the data. */
  readonly warnings: readonly StoreWarning[];
  /** Documents that were damaged and set aside at start. */
  readonly damaged: readonly { readonly document: string; readonly problem: string }[];
  /** Finishes what was begun, then lets go of port, browser and folders. */
  close(): Promise<void>;
}

const projectFile = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * The composition root: chooses the adapters, opens the companies and listens, on this computer only.
 * @throws StartFault when the port can't be had, StoreFault when a folder can't
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { port = defaultPort, dataFolder = dataFolderOf() } = options;
  // What was opened is closed in reverse, whether the start fails half way or the server ends.
  await using opening = new AsyncDisposableStack();
  const origins = new OwnOrigins();
  const { app, stores, opened, announcer } = await assemble(options, dataFolder, origins, opening);

  const plain = await listen(app, port);
  opening.defer(plain.close);
  const certificate = await readCertificate(certificateFolderOf(dataFolder));
  const secure = certificate && (await listenSecurely(app, certificate, port === 0 ? 0 : port + 1));
  if (secure) opening.defer(secure.close);
  // First of all: neither address could be closed while somebody still listens.
  opening.defer(async () => announcer.close());

  const url = `http://${host}:${plain.port}`;
  const addinUrl = secure && `https://localhost:${secure.port}`;
  const behindProxy = options.origin === undefined ? [] : [options.origin];
  origins.set([url, `http://localhost:${plain.port}`, ...behindProxy], options.origin ?? addinUrl);
  const running = opening.move();
  return {
    url,
    addinUrl,
    place: stores.kind === 'folder' ? dataFolder : stores.place,
    warnings: opened.flatMap(({ store }) => store.warnings),
    damaged: opened.flatMap(({ store }) => store.damaged),
    close: () => running.disposeAsync(),
  };
}

/** The companies and the HTTP side over them, not listening yet. */
async function assemble(
  options: ServerOptions,
  dataFolder: string,
  origins: OwnOrigins,
  opening: AsyncDisposableStack,
): Promise<{
  app: FastifyInstance;
  stores: CompanyStores;
  opened: readonly OpenCompany[];
  announcer: Announcer;
}> {
  const logging: { app?: FastifyInstance } = {};
  const { papersByWorkers = false, clock = systemClock } = options;
  const { stores, companies } = await openPlace(
    { ...options, dataFolder, papersByWorkers, ...(options.backups && { backupFolder: options.backups.folder }) },
    (fault, words) => logging.app?.log.error(fault, words),
    opening,
  );
  const opened = await companies.openAll();
  if (options.backups !== undefined) {
    const schedule = new BackupSchedule({
      plan: options.backups,
      place: new BackupFolder(options.backups.folder),
      clock,
      companies: async () => (await companies.all()).filter(({ sample }) => !sample),
      unlessBusy: (name, work) => stores.unlessBusy(name, work),
      onFault: (company, fault) => logging.app?.log.error({ err: fault, company }, 'a backup was not made'),
    });
    opening.defer(() => schedule.end());
    schedule.begin();
  }
  const announcer = new Announcer({
    clock,
    onFault: (fault) => logging.app?.log.error({ err: fault }, 'changes could not be told'),
  });
  const app = await buildHttp({
    companies,
    makeCompany: (settings, firstUser) => companies.make(settings, firstUser),
    scratchpad: stores.scratchpad,
    clock,
    secrets: nodeSecrets,
    version: packageJson.version,
    origins,
    announcer,
    pages: { pagesFolder: projectFile('dist/pages'), manifestFile: projectFile('manifest.xml') },
    logger: options.logger ?? { level: 'warn', stream: process.stderr },
  });
  logging.app = app;
  return { app, stores, opened, announcer };
}
