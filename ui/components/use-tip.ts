import { useState } from 'react';
import { partOf } from './part.ts';

const tip = partOf(async () => (await import('./ReasonTip.tsx')).ReasonTip);

/** The way a tip is shown, fetched for the first one: until then, and where it doesn't come, the browser's own does. */
export function useTip() {
  const [Tip, setTip] = useState(() => tip.known());
  return {
    Tip,
    fetchTip: () =>
      void tip.fetch().then(
        (come) => setTip(() => come),
        // The browser's own is as good a word.
        () => undefined,
      ),
  };
}
