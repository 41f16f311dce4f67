import { afterEach, vi } from 'vitest';

/** Tests share a process: what a failed one had set up would fail every later one too. */
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
