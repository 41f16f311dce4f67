import { officeIsDark } from './office-surroundings.ts';

/**
 * Excel's colours, followed as far as Excel lets us. It tells nobody when they change (`OfficeThemeChanged` is Outlook's), but on
 * Windows it answers anew when it is asked: so it is asked when the user comes back to the pane, and when the system
 * changes its own. Where Excel knows its theme only from the start, the pane shows it when it is opened next.
 */
export const excelTheme = {
  isDark: officeIsDark,
  /** Calls `look` when the theme may be another; returns what ends that. */
  watch(look: () => void): () => void {
    const ended = new AbortController();
    const { signal } = ended;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
    addEventListener('focus', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    // A theme is chosen in a menu of Excel's, which gives the focus back to the grid: the hand comes to the pane first.
    document.documentElement.addEventListener('pointerenter', look, { signal });
    return () => ended.abort();
  },
};
