import { textsByNeed } from './texts.ts';

/** What the desk says, a language at a time. */
export const loadDeskTexts = textsByNeed({
  en: () => import('./en/on-desk.ts'),
  'zh-Hans': () => import('./zh-Hans/on-desk.ts'),
  'zh-Hant': () => import('./zh-Hant/on-desk.ts'),
});
