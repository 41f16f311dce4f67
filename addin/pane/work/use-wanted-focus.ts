import { type RefCallback, useMemo } from 'react';

/** A button that is given the focus from elsewhere. */
export interface WantedFocus {
  /** The button's ref. */
  readonly ref: RefCallback<HTMLButtonElement>;
  /** At once, or when the button is drawn: its part of the page may still be on its way. */
  take(): void;
}

export function useWantedFocus(): WantedFocus {
  return useMemo(() => {
    let button: HTMLButtonElement | null = null;
    /** What had the focus when it was wanted: who has gone elsewhere meanwhile is left there. */
    let before: Element | null = null;
    return {
      ref(drawn) {
        button = drawn;
        if (drawn === null || before === null) return;
        const { activeElement, body } = document;
        if (activeElement === before || activeElement === body) drawn.focus();
        before = null;
      },
      take() {
        before = button === null ? document.activeElement : null;
        button?.focus();
      },
    };
  }, []);
}
