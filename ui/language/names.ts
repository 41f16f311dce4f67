import type { Locale } from '../../core/policy/locale.ts';

/** Each language under its own name: who can't read the present one still finds his. */
export const languageNames: Record<Locale, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };
