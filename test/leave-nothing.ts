import { afterEach, vi } from 'vitest';

/** Unit tests share a process: what a failed one had set up would fail every later one too. */
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
