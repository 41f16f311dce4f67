import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Instant } from '../core/value/date.ts';
import packageJson from '../package.json' with { type: 'json' };
import { nodeSecrets } from './auth/secrets.ts';
import { readCertificate, type ServerCertificate } from './certificate/certificate.ts';
import { buildHttp } from './http/build-http.ts';
import { OwnOrigins } from './http/origins.ts';
import { type OpenCompany, openCompany } from './open-company.ts';
import type { Clock, Printer } from './ports.ts';
import { PdfPrinter } from './print/pdf-printer.ts';
import { archiveWorkbook } from './report/archive-workbook.ts';
import type { SampleCompany } from './samples/sample-company.ts';
import { samples } from './samples/samples.ts';
import { startFaultOf } from './start-fault.ts';
import type { StoreWarning } from './store/embedded/folder/folder-place.ts';

export const defaultPort = 4820;

export interface ServerOptions {
  /** http; the add-in's https address is the next one. 0 = any free port, for tests. */
  readonly port?: number;
  /** Holds `companies/` and `certificate/`; default: COUNTERSIGN_DATA, else a folder of the user's own. */
  readonly dataFolder?: string;
  readonly samples?: readonly SampleCompany[];
  readonly printer?: Printer;
  readonly clock?: Clock;
  /** Fastify's own: true, or pino's options. Default: warnings and faults to standard error. */
  readonly logger?: FastifyServerOptions['logger'];
}

export interface RunningServer {
  /** "http://127.0.0.1:4820" */
  readonly url: string;
  /** "https://localhost:4821"; null while there is no certificate. */
  readonly addinUrl: string | null;
  readonly dataFolder: string;
  /** What the user should know about the place of the data. */
  readonly warnings: readonly StoreWarning[];
  /** Documents that were damaged and set aside at start. */
  readonly damaged: readonly { readonly document: string; readonly problem: string }[];
  /** Finishes what was begun, then lets go of port, browser and folders. */
  close(): Promise<void>;
}

export const dataFolderOf = (setting = process.env.COUNTERSIGN_DATA): string =>
  setting || envPaths('countersign', { suffix: '' }).data;
export const certificateFolderOf = (dataFolder: string): string => join(dataFolder, 'certificate');

const host = '127.0.0.1';
const projectFile = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

/**
 * The composition root: chooses the adapters, opens the companies and listens, on this computer only.
 * @throws StartFault when the port can't be had, StoreFault when a folder can't
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { port = defaultPort, dataFolder = dataFolderOf(), clock = systemClock } = options;
  const closing: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const printer = options.printer ?? new PdfPrinter();
    closing.push(() => printer.close());
    const origins = new OwnOrigins();
    let app: FastifyInstance | undefined;
    const opened: OpenCompany[] = [];
    for (const sample of options.samples ?? samples) {
      const company = await openCompany({
        sample,
        companiesFolder: join(dataFolder, 'companies'),
        printer,
        reportWriter: archiveWorkbook,
        clock,
        secrets: nodeSecrets,
        onPrintFault: (fault) => app?.log.error({ err: fault }, 'a paper could not be printed'),
      });
      closing.push(() => company.close());
      opened.push(company);
    }
    let addinUrl: string | null = null;
    app = await buildHttp({
      companies: new Map(opened.map(({ company }) => [company.id, company])),
      clock,
      secrets: nodeSecrets,
      version: packageJson.version,
      origins,
      pages: {
        pagesFolder: projectFile('dist/pages'),
        manifestFile: projectFile('manifest.xml'),
        addinOrigin: () => addinUrl,
      },
      logger: options.logger ?? { level: 'warn', stream: process.stderr },
    });
    const listening = app;
    closing.push(() => listening.close());
    const httpPort = await listen(listening, port);
    const certificate = await readCertificate(certificateFolderOf(dataFolder));
    const secure = certificate && (await listenSecurely(listening, certificate, port === 0 ? 0 : port + 1));
    if (secure) closing.push(secure.close);
    addinUrl = secure ? `https://localhost:${secure.port}` : null;
    const url = `http://${host}:${httpPort}`;
    origins.set([url, `http://localhost:${httpPort}`, ...(addinUrl ? [addinUrl] : [])]);
    return {
      url,
      addinUrl,
      dataFolder,
      warnings: opened.flatMap(({ store }) => store.warnings),
      damaged: opened.flatMap(({ store }) => store.damaged),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw startFaultOf(error, host, port);
  }
  return portOf(app.server.address());
}

/** The same routes over https, where Excel loads the pane from. */
async function listenSecurely(app: FastifyInstance, { chain, key }: ServerCertificate, port: number) {
  const server: Server = createServer({ cert: chain, key }, (request, response) => app.routing(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(startFaultOf(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
    });
  return { port: portOf(server.address()), close };
}

const portOf = (address: ReturnType<Server['address']>): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
