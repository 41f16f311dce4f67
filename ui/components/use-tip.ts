import { useState } from 'react';

type Tip = typeof import('./ReasonTip.tsx')['ReasonTip'];
let known: Tip | null = null;

/** The way a tip is shown, fetched for the first one: until then, and where it doesn't come, the browser's own does. */
export function useTip(): { readonly Tip: Tip | null; readonly fetchTip: () => void } {
  const [Tip, setTip] = useState<Tip | null>(() => known);
  return {
    Tip,
    fetchTip() {
      if (known) return setTip(() => known);
      void import('./ReasonTip.tsx').then(
        ({ ReasonTip }) => {
          known = ReasonTip;
          setTip(() => known);
        },
        // The browser's own is as good a word.
        () => undefined,
      );
    },
  };
}
