import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

export interface Opening {
  readonly ms: number;
  /** The most memory the process ever held, and what it holds when the store is open and garbage is gone. */
  readonly peakMegabytes: number;
  readonly megabytes: number;
}

/**
 * Opens a data folder in a fresh process and closes it again: start-up as a user has it, what the system has cached of the
 * disk aside.
 */
export function openOnce(folder: string): Opening {
  const flags = ['--expose-gc', '--max-old-space-size=16000'];
  const child = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url), folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.error) throw child.error;
  if (child.status !== 0) throw new Error(`${folder} could not be opened`);
  return JSON.parse(child.stdout) as Opening;
}

async function opened(folder: string): Promise<Opening> {
  const began = performance.now();
  const store = await openEmbeddedStore({ folder });
  const ms = performance.now() - began;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  globalThis.gc?.();
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  await store.close();
  return { ms, peakMegabytes, megabytes };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await opened(process.argv[2] ?? '')));
