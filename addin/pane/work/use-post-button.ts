import { type RefCallback, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Step } from './step-gates.ts';

export interface PostButton {
  readonly attach: RefCallback<HTMLButtonElement>;
  /** Now, or once its step is drawn: its files may still be on their way. Gone elsewhere meanwhile, the focus stays there. */
  focus(): void;
}

/** The button that posts, for who is to find it under his hand. */
export function usePostButton(step: Step): PostButton {
  const button = useRef<HTMLButtonElement | null>(null);
  /** Where the focus was when the button was wanted; null = it isn't. */
  const wantedFrom = useRef<Element | null>(null);
  useEffect(() => {
    if (step !== 'post') wantedFrom.current = null;
  }, [step]);
  const give = useCallback(() => {
    if (!wantedFrom.current || !button.current) return;
    const { activeElement } = document;
    const hasGoneOn = activeElement !== document.body && activeElement !== wantedFrom.current;
    wantedFrom.current = null;
    if (!hasGoneOn) button.current.focus();
  }, []);
  return useMemo(
    () => ({
      attach(element) {
        button.current = element;
        give();
      },
      focus() {
        wantedFrom.current = document.activeElement ?? document.body;
        give();
      },
    }),
    [give],
  );
}
