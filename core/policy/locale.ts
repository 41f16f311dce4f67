export const locales = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The nearest of our three languages for a browser's or Office's tag ("zh-TW", "zh-CN", "en-GB"). */
export function localeOf(tag: string | undefined): Locale {
  const wanted = (tag ?? '').toLowerCase();
  if (/^zh\b.*(hant|tw|hk|mo)/.test(wanted)) return 'zh-Hant';
  if (wanted.startsWith('zh')) return 'zh-Hans';
  return 'en';
}
