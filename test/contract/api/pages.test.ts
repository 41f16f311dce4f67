import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../../core/wire/endpoints.ts';
import { versionHeader } from '../../../core/wire/headers.ts';
import { spokenVersion } from '../../../server/http/spoken-version.ts';
import { type Office, openOffice, ownHost } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const get = (url: string) => office.app.inject({ url, headers: { host: ownHost, 'accept-language': 'en' } });
const policyOf = async (url: string) => String((await get(url)).headers['content-security-policy']);

test('the OpenAPI document lists every endpoint of the table, and what each asks', async () => {
  const { paths, openapi } = (await get('/api/docs/json')).json();
  expect(openapi).toBe('3.1.0');
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const documented = paths[path]?.[endpoint.method.toLowerCase()];
    expect(documented, path).toMatchObject({ operationId: name, summary: endpoint.summary });
    expect(Boolean(documented.security), path).toBe(endpoint.needs !== 'anyone');
    expect(Boolean(documented.requestBody), path).toBe(endpoint.body !== undefined);
    const headers = (documented.parameters ?? []).filter((parameter: { in: string }) => parameter.in === 'header');
    expect(
      headers.some(({ name: header }: { name: string }) => header === 'idempotency-key'),
      path,
    ).toBe(endpoint.once === true);
    for (const status of ['200', '4XX'])
      expect('commit-position' in (documented.responses[status].headers ?? {}), `${path} ${status}`).toBe(
        endpoint.once === true,
      );
  }
  expect((await get('/api/docs/')).statusCode).toBe(200);
});

test('pages load nothing from elsewhere; only the pane may load office.js and stand in a frame', async () => {
  const desk = await policyOf('/');
  expect(desk).toContain("default-src 'none'");
  expect(desk).toContain("script-src 'self';");
  expect(desk).toContain("frame-ancestors 'none'");
  expect(desk).not.toMatch(/https?:|\*|unsafe/);
  const pane = await policyOf('/addin/pane.html');
  expect(pane).toContain("script-src 'self' https://appsforoffice.microsoft.com");
  expect(pane).not.toMatch(/unsafe/);
  expect((await get('/addin/pane.html')).headers['x-frame-options']).toBeUndefined();
  expect((await get('/')).headers['x-frame-options']).toBe('SAMEORIGIN');
  // It would bind every other port of localhost too.
  expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
});

test('every page, answer and refusal says what the server speaks', async () => {
  const spoken = await Promise.all(
    ['/', '/addin/pane.html', '/api/welcome', '/api/orders', '/nowhere'].map(async (url) => (await get(url)).headers),
  );
  expect(new Set(spoken.map((headers) => headers[versionHeader]))).toEqual(new Set([spokenVersion('0.0.0-test')]));
});

test('answers of the API are kept by no cache', async () => {
  expect((await get('/api/welcome')).headers['cache-control']).toBe('no-store');
});

test('the manifest names the address this server really has', async () => {
  const { statusCode, headers, body } = await get('/manifest.xml');
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
  expect(body).toContain('https://localhost:4821/addin/');
});

test('an address that leads nowhere says so', async () => {
  for (const url of ['/api/nothing', '/samples/no-company.xlsx', '/..%2f..%2fetc/passwd', '/%ff', '/api/orders/%']) {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'page.not-found']);
  }
});
