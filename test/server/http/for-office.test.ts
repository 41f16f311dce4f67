import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Companies } from '../../../server/app/company.ts';
import { answerError } from '../../../server/http/fault.ts';
import { setSecurityHeaders } from '../../../server/http/headers.ts';
import { OwnOrigins } from '../../../server/http/origins.ts';
import { registerPages } from '../../../server/http/pages.ts';
import { countersign } from '../../cli/run-cli.ts';

const own = 'https://orders.example.com';
const excelOnTheWeb = 'https://excel.officeapps.live.com';
const pages = ['index.html', 'assets/desk-1a2b.js', 'addin/pane.html', 'addin/assets/icon-32.png'];
const keys = 'addin/shortcuts/shortcuts.json';
/** What the build notes of itself. */
const ofBuild = '.vite/manifest.json';

let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-pages-'));
  for (const path of [...pages, keys, ofBuild]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '{}');
  }
  const origins = new OwnOrigins();
  origins.set([], own);
  app = fastify();
  app.setErrorHandler(answerError);
  await app.register(helmet, { global: false });
  app.addHook('onRequest', setSecurityHeaders);
  app.addHook('onRequest', origins.guard);
  await registerPages(app, { pagesFolder: folder, manifestFile: 'manifest.xml' }, {} as Companies, origins);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ url: `/${path}`, headers: { host: new URL(own).host, ...headers } });

test('the manifest is for anybody, names no address but this one, and is what the command line writes', async () => {
  const { statusCode, headers, body } = await get('manifest.xml');
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
  expect(new Set(body.match(/https:\/\/[^/"<$]+/g))).toEqual(new Set([own]));
  const out = join(folder, 'written.xml');
  expect(await countersign(['manifest', '--origin', own, '--out', out])).toMatchObject({ code: 0 });
  expect(await readFile(out, 'utf8')).toBe(body);
});

test('what the build notes for itself is no page', async () => {
  expect((await get(ofBuild)).statusCode).toBe(404);
});

test('icons come without a word about caching, or Office shows its own instead', async () => {
  expect((await get('addin/assets/icon-32.png')).headers['cache-control']).toBeUndefined();
  expect((await get('addin/pane.html')).headers['cache-control']).toBe('no-cache');
  expect((await get('assets/desk-1a2b.js')).headers['cache-control']).toContain('immutable');
});

test.each([keys, 'addin/assets/icon-32.png'])('Excel on the web may read %s from its own page', async (path) => {
  const { statusCode, headers } = await get(path, { origin: excelOnTheWeb });
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
});

test.each(['addin/pane.html', 'index.html', 'assets/desk-1a2b.js', 'manifest.xml', 'addin/shortcutsx/a.json'])(
  '%s stays this server’s own',
  async (path) => {
    const { statusCode, headers } = await get(path, { origin: excelOnTheWeb });
    expect(statusCode).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
);

test('only reading is open, and only under this server’s name', async () => {
  const headers = { host: new URL(own).host, origin: excelOnTheWeb };
  expect((await app.inject({ method: 'POST', url: `/${keys}`, headers })).statusCode).toBe(403);
  expect((await get(keys, { host: 'elsewhere.example.com' })).statusCode).toBe(421);
  expect((await get('addin/assets/../pane.html', { origin: excelOnTheWeb })).statusCode).not.toBe(200);
});
