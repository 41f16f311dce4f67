import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Companies } from '../app/company.ts';
import type { Announcer } from '../app/live/announcer.ts';
import { PairingDesk } from '../app/pairing.ts';
import { Doorkeeper } from '../app/sign-in.ts';
import { CompanyFounder, type MakeCompany } from '../app/start-company.ts';
import type { Clock, Scratchpad, Secrets } from '../ports.ts';
import { registerApiDocs } from './api-docs.ts';
import { validatorCompiler } from './bad-input.ts';
import { answerError } from './fault.ts';
import { accountHandlers } from './handlers/accounts.ts';
import { attachmentHandlers } from './handlers/attachments.ts';
import { backupHandlers } from './handlers/backups.ts';
import { bookHandlers } from './handlers/books.ts';
import { liveHandlers } from './handlers/live.ts';
import { moneyHandlers } from './handlers/money.ts';
import { orderHandlers } from './handlers/orders.ts';
import { paperHandlers } from './handlers/papers.ts';
import { policyHandlers } from './handlers/policy.ts';
import { sessionHandlers } from './handlers/session.ts';
import { sideRecordHandlers } from './handlers/side-records.ts';
import { sayCommitPosition, sayVersion, setSecurityHeaders } from './headers.ts';
import type { OwnOrigins } from './origins.ts';
import { isDeskScreen, type PageFiles, registerPages } from './pages.ts';
import { problem, sendProblem } from './problem.ts';
import { registerEndpoints } from './routes.ts';
import { serializerCompiler } from './serialize.ts';
import { spokenVersion } from './spoken-version.ts';

export interface HttpOptions {
  readonly companies: Companies;
  readonly scratchpad: Scratchpad;
  readonly makeCompany: MakeCompany;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly version: string;
  readonly pages: PageFiles;
  readonly origins: OwnOrigins;
  /** Ended with the HTTP side, if not before. */
  readonly announcer: Announcer;
  readonly logger?: FastifyServerOptions['logger'];
}

/** The HTTP side of the server, ready to be listened on or asked through `inject`. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { companies, scratchpad, clock, secrets, version, origins, announcer } = options;
  const app = fastify({
    logger: options.logger ?? false,
    genReqId: () => randomUUID().slice(0, 8),
    // No name here is longer; find-my-way would cut at 100.
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Longer than any upload over loopback; a connection that sends nothing doesn't stay for ever.
    requestTimeout: 120_000,
    // Addresses that don't even reach the router are answered like any other.
    frameworkErrors: answerError,
  });
  // JSON is all that is sent here; a page elsewhere may send plain text without asking first.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.decorateRequest('caller', null);
  await app.register(helmet, { global: false });
  app.addHook('onRequest', setSecurityHeaders);
  app.addHook('onRequest', sayVersion(spokenVersion(version)));
  app.addHook('onRequest', origins.guard);
  app.addHook('onSend', sayCommitPosition);
  // A stream ends when it is told to; closing would wait for it.
  app.addHook('preClose', async () => announcer.close());

  const doorkeeper = new Doorkeeper(companies, scratchpad, clock, secrets);
  const pairing = new PairingDesk(companies, scratchpad, clock, secrets);
  await registerApiDocs(app, version);
  registerEndpoints(
    app,
    {
      ...sessionHandlers({ companies, doorkeeper, pairing, announcer, version }),
      ...liveHandlers(announcer),
      ...accountHandlers(new CompanyFounder(options)),
      ...bookHandlers,
      ...orderHandlers,
      ...moneyHandlers,
      ...paperHandlers,
      ...attachmentHandlers,
      ...backupHandlers,
      ...policyHandlers,
      ...sideRecordHandlers,
    },
    doorkeeper,
  );
  await registerPages(app, options.pages, companies, origins);
  const pagesAreBuilt = existsSync(options.pages.pagesFolder);
  app.setNotFoundHandler((request, reply) =>
    pagesAreBuilt && isDeskScreen(request.method, request.url, request.headers.accept)
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : sendProblem(request, reply, problem(404, 'page.not-found')),
  );
  await app.ready();
  return app;
}
