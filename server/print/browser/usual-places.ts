import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where browsers usually stand, first choice first. Names are looked for on PATH, paths as they are. */
export interface UsualPlaces {
  readonly headlessShells: readonly string[];
  readonly browsers: readonly string[];
}

const linux: UsualPlaces = {
  headlessShells: [
    'chromium-headless-shell',
    'chrome-headless-shell',
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/lib/chromium/headless_shell',
  ],
  browsers: [
    'google-chrome-stable',
    'google-chrome',
    '/opt/google/chrome/chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    '/opt/microsoft/msedge/msedge',
    'chromium',
    'chromium-browser',
  ],
};

const mac: UsualPlaces = {
  headlessShells: ['chrome-headless-shell'],
  browsers: ['', process.env.HOME ?? ''].flatMap((root) => [
    `${root}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${root}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
  ]),
};

function windows(): UsualPlaces {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    (root) => root !== undefined,
  );
  const below = (path: string) => roots.map((root) => join(root, path));
  return {
    headlessShells: ['chrome-headless-shell.exe'],
    browsers: [
      ...below('Google\\Chrome\\Application\\chrome.exe'),
      ...below('Microsoft\\Edge\\Application\\msedge.exe'),
      ...below('Chromium\\Application\\chrome.exe'),
    ],
  };
}

/** The places of this kind of machine. */
export function usualPlaces(platform: NodeJS.Platform = process.platform): UsualPlaces {
  if (platform === 'win32') return windows();
  return platform === 'darwin' ? mac : linux;
}

/** The first of `places` that is a program we can run, as a full path. */
export function firstProgram(places: readonly string[], path = process.env.PATH ?? ''): string | undefined {
  for (const place of places) {
    const candidates = /[\\/]/.test(place)
      ? [place]
      : path
          .split(delimiter)
          .filter(Boolean)
          .map((folder) => join(folder, place));
    const found = candidates.find((candidate) => isProgram(candidate) && !isSnap(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
}

/** A snap's browser can read neither our font settings nor a private profile: it would print other fonts, or nothing. */
function isSnap(path: string): boolean {
  if (process.platform !== 'linux') return false;
  const real = realpathSync(path);
  if (/(^|\/)snap(\/|$)/.test(real)) return true;
  return statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/');
}
