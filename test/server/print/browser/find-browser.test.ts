import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../../server/print/browser/find-browser.ts';
import { npmChromium, npmChromiumRunsHere } from '../../../../server/print/browser/npm-chromium.ts';
import { firstProgram } from '../../../../server/print/browser/usual-places.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-browser-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function program(name: string, text = '#!/bin/sh\n'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  await chmod(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the search for a browser', () => {
  it('takes the browser of the setting before anything else, and knows a headless shell by its name', async () => {
    const shell = await program('chrome-headless-shell');
    expect(await findBrowser(shell)).toMatchObject({ executablePath: shell, kind: 'setting', headlessShell: true });
    const chrome = await program('chrome');
    expect(await findBrowser(chrome)).toMatchObject({ kind: 'setting', headlessShell: false });
  });

  it('says so when the setting names no program, instead of quietly taking another browser', async () => {
    await writeFile(join(folder, 'notes.txt'), '');
    const answer = findBrowser(join(folder, 'notes.txt'));
    await expect(answer).rejects.toMatchObject({
      code: 'print.browser-missing',
      details: { path: join(folder, 'notes.txt') },
    });
  });

  it('looks along PATH in the order of the list, past files that are no programs', async () => {
    await writeFile(join(folder, 'google-chrome'), 'not executable');
    const chromium = await program('chromium');
    expect(firstProgram(['google-chrome', 'chromium'], folder)).toBe(chromium);
    expect(firstProgram(['google-chrome'], folder)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')(
    'passes over a snap, which could see neither our fonts nor our profile',
    async () => {
      await program('chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
      expect(firstProgram(['chromium-browser'], folder)).toBeUndefined();
    },
  );
});

describe.runIf(npmChromiumRunsHere)('the npm-packaged browser', () => {
  it('is what "pinned" means, whatever else is installed', async () => {
    expect(await findBrowser('pinned')).toMatchObject({ kind: 'npm-chromium', headlessShell: true });
  });

  it('is unpacked once, whole, also when two ask at the same time', async () => {
    await mkdir(join(folder, 'cache'));
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
    const [one, other] = await Promise.all([npmChromium(), npmChromium()]);
    expect(one.executablePath).toBe(other.executablePath);
    const left = await readdir(join(folder, 'cache', 'countersign'));
    expect(left).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/)]);
  });
});
