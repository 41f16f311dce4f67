import { textsByNeed } from './texts.ts';

/** What the pane says, a language at a time. */
export const loadPaneTexts = textsByNeed({
  en: () => import('./en/on-pane.ts'),
  'zh-Hans': () => import('./zh-Hans/on-pane.ts'),
  'zh-Hant': () => import('./zh-Hant/on-pane.ts'),
});
