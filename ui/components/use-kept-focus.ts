import { useLayoutEffect } from 'react';

/** What had the focus when the page was last drawn; a page has one focus. */
let holder: Element | null = null;

/**
 * What has the focus may go with what it did. Then `next` gets it, so that the keyboard goes on from there and not from the
 * page's beginning. Innermost first: who finds the focus placed already leaves it.
 * @param settled nothing is going on any more that may still bring or take away what could have it
 */
export function useKeptFocus(settled: boolean, next: () => HTMLElement | null | undefined): void {
  // Before it is drawn: afterwards nobody knows what had it.
  const { activeElement } = document;
  if (activeElement !== document.body) holder = activeElement;
  useLayoutEffect(() => {
    if (holder?.isConnected !== false) return;
    // The clerk is in the grid by now: nothing takes him out of it, nor jumps when he comes back.
    if (!document.hasFocus()) holder = null;
    if (holder === null || !settled || document.activeElement !== document.body) return;
    const heir = next();
    heir?.focus({ preventScroll: true });
    heir?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
