import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { PrintFault } from '../print-fault.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { writeFontSettings } from './font-settings.ts';

/** A running browser and the one right way to end it. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly found: FoundBrowser;
  /** Ends the browser with every process it started and removes its profile. May be called twice. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** See {@link findBrowser}. */
  readonly setting?: string | undefined;
  /** More command line switches, for tests of pages. */
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
}

/**
 * Starts a headless browser that sees the project's fonts only (Linux), in a private profile, spoken to through a pipe:
 * no debugging port is open to other users, and the browser ends by itself when this process dies.
 * Nothing here is about printing: tests of pages launch the same way.
 *
 * @throws PrintFault `print.browser-missing` or `print.browser-failed`
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const found = await findBrowser(options.setting);
  const profile = await mkdtemp(join(tmpdir(), 'countersign-browser-'));
  const forget = () => rmSync(profile, { recursive: true, force: true });
  process.once('exit', forget);
  const removeProfile = async () => {
    process.off('exit', forget);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  try {
    const browser = await start(found, profile, options);
    const close = async () => {
      await end(browser);
      await removeProfile();
    };
    return { browser, found, close };
  } catch (error) {
    await removeProfile();
    throw new PrintFault(
      'print.browser-failed',
      `${found.executablePath} does not start; COUNTERSIGN_BROWSER can name another browser`,
      { executablePath: found.executablePath, kind: found.kind },
      error,
    );
  }
}

async function start(found: FoundBrowser, profile: string, options: LaunchOptions): Promise<Browser> {
  // Chrome's sandbox refuses to run for root; for everybody else it stays on.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({
    executablePath: found.executablePath,
    headless: found.headlessShell ? 'shell' : true,
    pipe: true,
    userDataDir: profile,
    args: [...sandbox, '--disable-gpu', '--font-render-hinting=none', ...(options.args ?? [])],
    env: { ...process.env, ...found.env, ...(await profileEnv(profile)) },
    timeout: options.timeoutMs ?? 30_000,
    // The server shuts down in its own order on a signal; puppeteer's handlers would end the process in the middle of it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const child = browser.process();
  child?.once('exit', () => killGroup(child)); // whatever ended it, its renderers end with it
  // A browser that is killed breaks its pipes; unheard, that would end this process. What asked it is told otherwise.
  for (const stream of child?.stdio ?? []) stream?.on('error', () => undefined);
  return browser;
}

/** On Linux the browser's home is its profile (certificates, settings), and its fonts are ours. */
async function profileEnv(profile: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  return {
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    FONTCONFIG_FILE: await writeFontSettings(profile),
  };
}

/** Asks politely, then ends the process group: a hung renderer survives a polite request. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || hasExited(child)) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const patience = setTimeout(() => killGroup(child), 3_000);
  try {
    await browser.close();
  } catch {
    killGroup(child); // the connection is lost already; what counts is that no process stays
  }
  await exited;
  clearTimeout(patience);
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Kills the browser and all it started. Called before it exits, or in that moment: later its number may be another's. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: all gone, as wished
  }
}
