import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCertificate, readCertificate } from '../../../server/certificate/certificate.ts';
import { issueAuthority, issueForLocalhost } from '../../../server/certificate/issue.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'countersign-certificate-')), 'certificate');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const day = 86_400_000;
const now = new Date();

test('none until one is made; made once, then kept', async () => {
  expect(await readCertificate(folder)).toBeNull();
  const made = await ensureCertificate(folder);
  expect(await ensureCertificate(folder)).toEqual(made);
  expect(await readCertificate(folder)).toEqual(made);
});

test('the keys are readable by their owner only', async () => {
  await ensureCertificate(folder);
  if (process.platform === 'win32') return;
  for (const key of ['authority.key', 'localhost.key'])
    expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
});

test('it is renewed a month before it ends, by the authority that is trusted already', async () => {
  const first = await ensureCertificate(folder, now);
  const early = await ensureCertificate(folder, new Date(now.getTime() + 360 * day));
  expect(early).toEqual(first);
  const authority = await readFile(first.authorityFile, 'utf8');
  const renewed = await ensureCertificate(folder, new Date(now.getTime() + 370 * day));
  expect(renewed.chain).not.toBe(first.chain);
  expect(await readFile(renewed.authorityFile, 'utf8')).toBe(authority);
  expect(await readCertificate(folder, new Date(now.getTime() + 5000 * day))).toBeNull();
});

test('browsers take it: for localhost, for a year, for servers', async () => {
  const { chain } = await ensureCertificate(folder, now);
  const leaf = new X509Certificate(chain);
  expect(leaf.checkHost('localhost')).toBe('localhost');
  expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(leaf.ca).toBe(false);
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / day).toBeLessThan(398);
});

test('an authority vouches for localhost and for nothing else', async () => {
  const authority = await issueAuthority(now);
  const extensions = new X509Certificate(authority.certificate).raw.toString('latin1');
  // 2.5.29.30, critical: name constraints
  expect(extensions).toContain('\x55\x1d\x1e\x01\x01\xff');
  const { certificate, key } = await issueForLocalhost(authority, now);
  const server = createServer({ cert: certificate, key });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.certificate });
  await once(socket, 'secureConnect');
  expect(socket.authorized).toBe(true);
  socket.destroy();
  server.close();
});
