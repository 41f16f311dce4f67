import i18next, { type TFunction } from 'i18next';
import type { Locale } from '../core/policy/locale.ts';
import en from './en/index.ts';
import zhHans from './zh-Hans/index.ts';
import zhHant from './zh-Hant/index.ts';

/** The texts of one language: `t('findings:item.unknown', { item })`. A missing text throws: it is a defect, never shown raw. */
export type Texts = TFunction;

const instance = i18next.createInstance({
  resources: { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant },
  ns: Object.keys(en),
  fallbackLng: false,
  // Codes such as "item.unknown" are keys, not paths.
  keySeparator: false,
  // React and Handlebars escape; escaping here would do it twice.
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (languages, namespace, key) => {
    throw new Error(`no text ${namespace}:${key} in ${languages.join(', ')}`);
  },
  initAsync: false,
});
await instance.init();

export const textsIn = (locale: Locale): Texts => instance.getFixedT(locale);
