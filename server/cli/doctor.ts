import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Command } from 'commander';
import type { Texts } from '../../locales/index.ts';
import { readCertificate } from '../certificate/certificate.ts';
import { certificateFolderOf, storeSettingOf } from '../place.ts';
import { projectFonts } from '../print/browser/font-settings.ts';
import { failureOf } from './failure.ts';
import { dataOption, portOption } from './serve.ts';
import { type CommonOptions, exit, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

interface DoctorOptions extends CommonOptions {
  readonly data: string;
  readonly port: number;
}
interface Examined {
  readonly what: string;
  readonly state: 'well' | 'hint' | 'ill';
  readonly said: string;
}
/** A month's papers of a small office, several times over; below it somebody should make space, below the other at once. */
const enoughDiskBytes = 1024 ** 3;
const hardlyAnyDiskBytes = 200 * 1024 ** 2;

/** `doctor`: looks at what Countersign needs of the machine; exit 1 when something keeps it from working. */
export const doctorCommand = () =>
  new Command('doctor')
    .description('look at browser, fonts, ports, certificate and disk')
    .addOption(dataOption())
    .addOption(portOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(doctor);

async function doctor(options: DoctorOptions): Promise<void> {
  const texts = textsFor(options);
  const examined: Examined[] = [
    { what: texts('cli:doctor.node'), state: 'well', said: `${process.version} ${process.platform}-${process.arch}` },
    await trial(texts('cli:doctor.browser'), async () => {
      const { findBrowser } = await import('../print/browser/find-browser.ts');
      const { kind, executablePath } = await findBrowser();
      return `${kind}: ${executablePath}`;
    }),
    await trial(texts('cli:doctor.print'), tryPrinting),
    await trial(texts('cli:doctor.fonts'), async () => {
      await Promise.all(projectFonts.map(({ file }) => access(file, constants.R_OK)));
      return [...new Set(projectFonts.map(({ family }) => family))].join(', ');
    }),
    await port(options.port, texts),
    await port(options.port + 1, texts),
    await trial(texts('cli:doctor.data'), async () => {
      await mkdir(options.data, { recursive: true });
      await access(options.data, constants.R_OK | constants.W_OK);
      return options.data;
    }),
    await store(options.data, texts),
    await disk(options.data, texts),
    await certificate(options.data, texts),
    await backups(texts),
  ];
  const ill = examined.filter(({ state }) => state === 'ill').length;
  if (options.json) printJson({ examined, ill });
  else {
    const marks = { well: '✔', hint: '·', ill: '✖' } as const;
    for (const { what, state, said } of examined) print(`${marks[state]} ${what}: ${said}`);
    print(ill === 0 ? texts('cli:doctor.well') : texts('cli:doctor.unwell', { count: ill }));
  }
  if (ill > 0) process.exitCode = exit.findings;
}

/** What fails is a line of the examination: the others are still looked at. */
async function trial(what: string, look: () => Promise<string>, texts?: Texts): Promise<Examined> {
  try {
    return { what, state: 'well', said: await look() };
  } catch (error) {
    const worded = texts && failureOf(error, texts);
    return { what, state: 'ill', said: worded?.message ?? (error instanceof Error ? error.message : String(error)) };
  }
}

/** A page with Chinese text through the very browser that prints the letters. */
async function tryPrinting(): Promise<string> {
  const { launchBrowser } = await import('../print/browser/launch-browser.ts');
  const { browser, close } = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="font-family:Noto Sans SC">回签 回簽 Countersign</p>');
    const pdf = await page.pdf();
    return `${await browser.version()}, ${pdf.length} B`;
  } finally {
    await close();
  }
}

async function port(number: number, texts: Texts): Promise<Examined> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port: number }, () => probe.close(() => resolve(true)));
  });
  return {
    what: texts('cli:doctor.port', { port: number }),
    state: free ? 'well' : 'hint',
    said: texts(free ? 'cli:doctor.port-free' : 'cli:doctor.port-taken'),
  };
}

/** Which store it is and whether it answers; addresses are named without user and password. */
async function store(dataFolder: string, texts: Texts): Promise<Examined> {
  const setting = storeSettingOf();
  return trial(
    texts('cli:doctor.store'),
    async () => {
      const { checkStores } = await import('../choose-stores.ts');
      return checkStores(setting, dataFolder);
    },
    texts,
  );
}

async function disk(folder: string, texts: Texts): Promise<Examined> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const mib = Math.floor(free / 1024 ** 2);
  const what = texts('cli:doctor.disk');
  if (free >= enoughDiskBytes) return { what, state: 'well', said: `${mib} MiB` };
  return { what, state: free < hardlyAnyDiskBytes ? 'ill' : 'hint', said: texts('cli:doctor.disk-low', { mib }) };
}

/** Whether backups that should make themselves do: a server that couldn't has told its log, which nobody reads. */
async function backups(texts: Texts): Promise<Examined> {
  const what = texts('cli:doctor.backup');
  const folder = process.env.COUNTERSIGN_BACKUP;
  if (!folder) return { what, state: 'hint', said: texts('cli:doctor.backup-none') };
  const { BackupFolder } = await import('../backup/backup-folder.ts');
  const [newest] = await new BackupFolder(folder).list('own');
  if (newest === undefined) return { what, state: 'ill', said: texts('cli:doctor.backup-missing', { folder }) };
  const ageHours = (Date.now() - Date.parse(newest.at)) / 3_600_000;
  const isOld = ageHours > 2 * Number(process.env.COUNTERSIGN_BACKUP_HOURS || 24);
  if (isOld) return { what, state: 'ill', said: texts('cli:doctor.backup-old', { at: newest.at }) };
  return { what, state: 'well', said: newest.folder };
}

async function certificate(data: string, texts: Texts): Promise<Examined> {
  const found = await readCertificate(certificateFolderOf(data));
  const what = texts('cli:doctor.certificate');
  if (!found) return { what, state: 'hint', said: texts('cli:doctor.certificate-none') };
  return { what, state: 'well', said: `${found.authorityFile} (${found.validUntil.toISOString().slice(0, 10)})` };
}
