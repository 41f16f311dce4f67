import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { manifestFor } from '../addin-manifest.ts';
import type { Companies } from '../app/company.ts';
import type { OwnOrigins } from './origins.ts';
import { problem } from './problem.ts';

export interface PageFiles {
  /** Folder of the built pages: the desk at its top, the pane under addin/. */
  readonly pagesFolder: string;
  /** The project's manifest.xml. */
  readonly manifestFile: string;
}

/** Everything that isn't the API: the desk, the pane, the manifest, the sample workbooks. */
export async function registerPages(
  app: FastifyInstance,
  files: PageFiles,
  companies: Companies,
  origins: OwnOrigins,
): Promise<void> {
  app.get('/manifest.xml', { schema: { hide: true } }, async (_request, reply) => {
    const origin = origins.addin;
    if (origin === null) throw problem(404, 'addin.no-certificate');
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(manifestFor(await readFile(files.manifestFile, 'utf8'), origin));
  });
  app.get<{ Params: { company: string } }>(
    '/samples/:company.xlsx',
    { schema: { hide: true } },
    async ({ params }, reply) => {
      const company = await companies.get(params.company);
      if (!company?.sample || !company.workbook) throw problem(404, 'page.not-found');
      const { timeZone } = await company.store.accounts.profile();
      const bytes = await company.workbook(company.calendar.moment(timeZone).today);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${company.id}.xlsx"`)
        .send(Buffer.from(bytes));
    },
  );
  if (!existsSync(files.pagesFolder)) return;
  await app.register(staticFiles, {
    root: files.pagesFolder,
    cacheControl: false,
    // What the build notes for itself (.vite) is no page.
    dotfiles: 'ignore',
    // Built files carry a hash of their content in the name; pages are asked for anew.
    setHeaders: (reply, path) => {
      // Office shows an icon of its own instead of one that comes with any word about caching.
      if (path.includes(`${sep}addin${sep}assets${sep}`)) return;
      const hashed = path.includes(`${sep}assets${sep}`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Addresses of the desk's own screens ("/orders/SO-…") all open its one page. */
export const isDeskScreen = (method: string, url: string, accept: string | undefined): boolean =>
  method === 'GET' && !/^\/(api|addin|samples|assets)(\/|$)/.test(url) && (accept ?? '').includes('text/html');
