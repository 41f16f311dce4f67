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
  const isWanted = useRef(false);
  useEffect(() => {
    if (step !== 'post') isWanted.current = false;
  }, [step]);
  const give = useCallback(() => {
    if (!isWanted.current || !button.current) return;
    isWanted.current = false;
    button.current.focus();
  }, []);
  return useMemo(
    () => ({
      attach(element) {
        button.current = element;
        give();
      },
      focus() {
        isWanted.current = true;
        give();
      },
    }),
    [give],
  );
}
