import i18next, { type TFunction } from 'i18next';
import type { Locale } from '../core/policy/locale.ts';

/** The texts of one language: `t('findings:item.unknown', { item })`. A missing text throws: it is a defect, never shown raw. */
export type Texts = TFunction;

/** A language's texts by the parts they are kept in. */
export type Parts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const instance = i18next.createInstance({
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

/** Makes texts known: all of them at once on a server (index.ts), on a page those of the language that is read there. */
export function addTexts(locale: Locale, parts: Parts): void {
  for (const [name, texts] of Object.entries(parts)) instance.addResourceBundle(locale, name, texts);
}

/** Only of a language whose texts are known. */
export const textsIn = (locale: Locale): Texts => instance.getFixedT(locale);
