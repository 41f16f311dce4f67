import { textsByNeed } from './fetched-texts.ts';

/** What the pane says, a language at a time. */
export const loadPaneTexts = textsByNeed(['findings', 'functions', 'refusals', 'review', 'screens', 'terms']);
