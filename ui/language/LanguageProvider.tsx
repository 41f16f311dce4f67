import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Locale } from '../../core/policy/locale.ts';
import { type Texts, textsIn } from '../../locales/index.ts';

export interface Language {
  readonly locale: Locale;
  readonly t: Texts;
  readonly choose: (locale: Locale) => void;
}

const context = createContext<Language | null>(null);

/** The language of everything below; a choice takes effect at once and is handed to `remember`. */
export function LanguageProvider(props: {
  initial: Locale;
  remember: (locale: Locale) => void;
  children: ReactNode;
}): ReactNode {
  const { initial, remember, children } = props;
  const [locale, setLocale] = useState(initial);
  // Screen readers, hyphenation and the choice among Chinese glyph shapes follow the document's language.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo<Language>(() => {
    const choose = (chosen: Locale) => {
      setLocale(chosen);
      remember(chosen);
    };
    return { locale, t: textsIn(locale), choose };
  }, [locale, remember]);
  return <context.Provider value={language}>{children}</context.Provider>;
}

export function useLanguage(): Language {
  const language = useContext(context);
  if (!language) throw new Error('useLanguage outside of LanguageProvider');
  return language;
}
