import { basename } from 'node:path';
import puppeteer from 'puppeteer';
import { PrintFault } from '../print-fault.ts';
import { npmChromium, npmChromiumRunsHere } from './npm-chromium.ts';
import { firstProgram, usualPlaces } from './usual-places.ts';

/** Which rung of the search found the browser; `doctor` shows it. */
export type BrowserKind =
  | 'setting'
  | 'puppeteer-headless-shell'
  | 'headless-shell'
  | 'installed-browser'
  | 'npm-chromium';

export interface FoundBrowser {
  readonly executablePath: string;
  readonly kind: BrowserKind;
  /** The small headless-only build: starts in a tenth of the time and prints five times faster than a whole Chrome. */
  readonly headlessShell: boolean;
  /** Added to the environment of the browser's process. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds the browser that prints, in this order: the setting, puppeteer's own download, a headless shell of the system,
 * Chrome/Edge/Chromium of the system, the npm-packaged Linux build.
 *
 * @param setting a path; or `pinned`: the npm-packaged build alone wherever it runs, so that every machine's tests see
 *   the same pixels. Default: COUNTERSIGN_BROWSER.
 * @throws PrintFault `print.browser-missing`, saying what would help
 */
export async function findBrowser(setting = process.env.COUNTERSIGN_BROWSER): Promise<FoundBrowser> {
  if (setting === 'pinned' && npmChromiumRunsHere) return fromNpm();
  if (setting && setting !== 'pinned') return fromSetting(setting);

  const downloaded = firstProgram([await puppeteer.executablePath({ headless: 'shell' })]);
  if (downloaded !== undefined)
    return { executablePath: downloaded, kind: 'puppeteer-headless-shell', headlessShell: true, env: {} };

  const places = usualPlaces();
  const shell = firstProgram(places.headlessShells);
  if (shell !== undefined) return { executablePath: shell, kind: 'headless-shell', headlessShell: true, env: {} };

  const browser = firstProgram(places.browsers);
  if (browser !== undefined)
    return { executablePath: browser, kind: 'installed-browser', headlessShell: false, env: {} };

  if (npmChromiumRunsHere) return fromNpm();
  throw new PrintFault(
    'print.browser-missing',
    'no browser to print with: install Chrome or Edge, or run "npx @puppeteer/browsers install chrome-headless-shell" and set COUNTERSIGN_BROWSER to its path',
  );
}

function fromSetting(path: string): FoundBrowser {
  if (firstProgram([path]) === undefined) {
    throw new PrintFault(
      'print.browser-missing',
      `COUNTERSIGN_BROWSER names ${path}, which is not a program that can be run`,
      { path },
    );
  }
  return { executablePath: path, kind: 'setting', headlessShell: /headless[-_]shell/.test(basename(path)), env: {} };
}

async function fromNpm(): Promise<FoundBrowser> {
  return { ...(await npmChromium()), kind: 'npm-chromium', headlessShell: true };
}
