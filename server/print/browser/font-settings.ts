import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { withoutRadicals } from './radical-free-font.ts';

const resolve = createRequire(import.meta.url).resolve;

/** The fonts that come with the project: real static TrueType files, Regular and Bold, OFL. */
export const projectFonts = [
  {
    family: 'Noto Sans SC',
    weight: 400,
    file: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  },
  {
    family: 'Noto Sans SC',
    weight: 700,
    file: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  },
  {
    family: 'Noto Sans TC',
    weight: 400,
    file: resolve('@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf'),
  },
  {
    family: 'Noto Sans TC',
    weight: 700,
    file: resolve('@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf'),
  },
] as const;

/**
 * Writes a fonts.conf into `folder` that shows the browser the project's fonts and nothing else, and returns its path.
 * Linux only: elsewhere the browser doesn't ask fontconfig. Without it a machine without fonts prints blank pages and
 * one with other fonts prints other papers.
 */
export async function writeFontSettings(folder: string): Promise<string> {
  const cache = await cacheFolder();
  const scanned = join(cache, 'fontconfig');
  await mkdir(scanned, { recursive: true });
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `  <dir>${escapeXml(await fontFolder(cache))}</dir>`,
      `  <cachedir>${escapeXml(scanned)}</cachedir>`,
      ...['sans-serif', 'serif', 'monospace', 'system-ui'].map(
        (name) => `  <alias><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
      ),
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return file;
}

/**
 * A folder in the cache with the project's fonts as browsers are to see them ({@link withoutRadicals}); made once, whole or
 * not at all. Raise its number when the fonts or what is done to them change.
 */
async function fontFolder(cache: string): Promise<string> {
  const folder = join(cache, 'fonts-1');
  if (existsSync(folder)) return folder;
  const staging = await mkdtemp(`${folder}.making-`);
  for (const { file } of projectFonts) {
    await writeFile(join(staging, basename(file)), withoutRadicals(await readFile(file)));
  }
  await rename(staging, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was faster, and has the same
  });
  return folder;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
