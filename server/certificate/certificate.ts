import { X509Certificate } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issued } from './issue.ts';

/** What the https listener needs, and the file the user is asked to trust. */
export interface ServerCertificate {
  /** PEM: the server's certificate, then the authority's. */
  readonly chain: string;
  readonly key: string;
  readonly authorityFile: string;
  readonly validUntil: Date;
}

const files = {
  authority: { certificate: 'authority.crt', key: 'authority.key' },
  server: { certificate: 'localhost.crt', key: 'localhost.key' },
} as const;
const renewDays = 30;

/** The certificate made earlier in this folder; null when there is none, or none that is valid now. */
export async function readCertificate(folder: string, now = new Date()): Promise<ServerCertificate | null> {
  const [authority, server] = await Promise.all([load(folder, 'authority'), load(folder, 'server')]);
  if (!authority || !server) return null;
  const { validToDate } = new X509Certificate(server.certificate);
  if (validToDate <= now) return null;
  return {
    chain: server.certificate + authority.certificate,
    key: server.key,
    authorityFile: join(folder, files.authority.certificate),
    validUntil: validToDate,
  };
}

/**
 * Makes what is missing: an authority of this machine's own, and a certificate for localhost signed by it, renewed a month
 * before it ends. Trusting the authority is left to the user: nothing here touches the system's trust store.
 */
export async function ensureCertificate(folder: string, now = new Date()): Promise<ServerCertificate> {
  // Loaded here only: a server that has its certificate needs no library to make one.
  const { issueAuthority, issueForLocalhost } = await import('./issue.ts');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await load(folder, 'authority');
  const authority = known && lastsFor(known, renewDays, now) ? known : await issueAuthority(now);
  const server = await load(folder, 'server');
  if (authority !== known) await save(folder, 'authority', authority);
  if (authority !== known || !server || !lastsFor(server, renewDays, now))
    await save(folder, 'server', await issueForLocalhost(authority, now));
  const made = await readCertificate(folder, now);
  if (!made) throw new Error(`the certificate just made in ${folder} can't be read back`);
  return made;
}

const lastsFor = ({ certificate }: Issued, days: number, now: Date): boolean =>
  new X509Certificate(certificate).validToDate.getTime() > now.getTime() + days * 86_400_000;

async function load(folder: string, which: keyof typeof files): Promise<Issued | null> {
  try {
    const { certificate, key } = files[which];
    return {
      certificate: await readFile(join(folder, certificate), 'utf8'),
      key: await readFile(join(folder, key), 'utf8'),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Keys are readable by their owner only, from the first byte on. */
async function save(folder: string, which: keyof typeof files, issued: Issued): Promise<void> {
  for (const [part, mode] of [
    ['key', 0o600],
    ['certificate', 0o644],
  ] as const) {
    const file = join(folder, files[which][part]);
    const handle = await open(`${file}.new`, 'w', mode);
    try {
      await handle.writeFile(`${issued[part].trim()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.new`, file);
  }
}
