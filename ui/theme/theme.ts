import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Locale } from '../../core/policy/locale.ts';

const latin = '"Segoe UI", "Helvetica Neue", Arial';
/**
 * Chinese punctuation (punctuation.css) where the language is Chinese; then Latin, so that numbers stand in the Latin face; then the
 * Chinese face whose glyph shapes fit the language.
 */
const faces: Record<Locale, string> = {
  'zh-Hans': `"Simplified punctuation", ${latin}, "PingFang SC", "Microsoft YaHei UI", "Noto Sans SC", sans-serif`,
  'zh-Hant': `"Traditional punctuation", ${latin}, "PingFang TC", "Microsoft JhengHei UI", "Noto Sans TC", sans-serif`,
  en: `${latin}, "PingFang SC", "Microsoft YaHei UI", "Noto Sans SC", sans-serif`,
};

/** Office's own look; Chinese needs a little more air between lines than Latin text. */
export function themeFor(locale: Locale, dark: boolean): Theme {
  const base = dark ? webDarkTheme : webLightTheme;
  const lines = locale === 'en' ? {} : { lineHeightBase300: '22px' };
  return { ...base, ...lines, fontFamilyBase: faces[locale], fontFamilyNumeric: faces[locale] };
}
