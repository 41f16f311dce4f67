import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PrintFault } from '../print-fault.ts';
import { cacheFolder } from './cache-folder.ts';

const run = promisify(execFile);

/** The npm package carries a build for Linux on x64 only. */
export const npmChromiumRunsHere = process.platform === 'linux' && process.arch === 'x64';

/**
 * The browser that comes as an npm package: unpacked once per version into the cache folder (about 2 s, 200 MB), with
 * its own copies of the NSS libraries for machines that lack them.
 */
export async function npmChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(await cacheFolder(), `chromium-${await packageVersion()}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(folder);
  return { executablePath, env: await neededLibraries(executablePath, join(folder, 'al2023', 'lib')) };
}

async function packageVersion(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(dirname(main), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/**
 * Unpacks beside the final place and renames: the folder is either whole or absent, and of two processes that unpack at
 * the same time the second finds the first one's work and throws its own away.
 */
async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}.unpacking-`);
  try {
    const script = join(dirname(fileURLToPath(import.meta.url)), 'unpack-npm-chromium.ts');
    await run(process.execPath, [script], { env: { ...process.env, TMPDIR: staging } });
    await access(join(staging, 'chromium'));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    const otherWasFaster = (code === 'ENOTEMPTY' || code === 'EEXIST') && existsSync(join(folder, 'chromium'));
    if (!otherWasFaster)
      throw new PrintFault('print.browser-missing', `could not unpack the browser into ${folder}`, { folder }, error);
  }
}

/** Asks the browser itself: it starts with the machine's libraries, or says that one is missing. */
async function neededLibraries(executablePath: string, libraries: string): Promise<Record<string, string>> {
  const packaged = { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
  try {
    await run(executablePath, ['--version']);
    return {};
  } catch {
    // The reason is one of missing libraries here; whatever else it may be, the same call with ours tells.
  }
  try {
    await run(executablePath, ['--version'], { env: { ...process.env, ...packaged } });
    return packaged;
  } catch (error) {
    throw new PrintFault(
      'print.browser-failed',
      `the npm-packaged browser does not start on this machine`,
      { executablePath },
      error,
    );
  }
}
