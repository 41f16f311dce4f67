import type { Locale } from '../core/policy/locale.ts';
import { addTexts, type Parts, type Texts, textsIn } from './texts.ts';

/** Gets the texts of a language the first time they are asked for. */
export type LoadTexts = (locale: Locale) => Promise<Texts>;

/**
 * For a page, which would be slow to open if it carried every language: each is fetched when somebody reads it. As data, not
 * as modules: a browser doesn't ask again for a module that once failed to come.
 */
export function textsByNeed(parts: readonly string[]): LoadTexts {
  const known = new Set<Locale>();
  return async (locale) => {
    if (!known.has(locale)) {
      addTexts(
        locale,
        Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await partOf(locale, part)]))),
      );
      known.add(locale);
    }
    return textsIn(locale);
  };
}

async function partOf(locale: Locale, part: string): Promise<Parts[string]> {
  // In this very form Vite finds the files and gives them addresses.
  const response = await fetch(new URL(`./${locale}/${part}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${part} in ${locale}: HTTP ${response.status}`);
  return response.json();
}
