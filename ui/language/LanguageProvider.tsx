import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '../../core/policy/locale.ts';
import type { LoadTexts } from '../../locales/fetched-texts.ts';
import { type Texts, textsIn } from '../../locales/texts.ts';

export interface Language {
  readonly locale: Locale;
  readonly t: Texts;
  readonly choose: (locale: Locale) => void;
  /** Chosen, but its texts could not be fetched: the language before stays on the screen. */
  readonly missing: Locale | null;
}

const context = createContext<Language | null>(null);

/**
 * The language of everything below. A choice takes effect at once where its texts are known, else as soon as they came:
 * until then the page stays as it is. What took effect is handed to `remember`.
 * @param props.initial a language whose texts were loaded before
 */
export function LanguageProvider(props: {
  initial: Locale;
  load: LoadTexts;
  remember: (locale: Locale) => void;
  children: ReactNode;
}): ReactNode {
  const { initial, load, remember, children } = props;
  const [locale, setLocale] = useState(initial);
  const [missing, setMissing] = useState<Locale | null>(null);
  // Screen readers, hyphenation and the choice among Chinese glyph shapes follow the document's language.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const lastChosen = useRef(initial);
  const choose = useCallback(
    async (chosen: Locale) => {
      lastChosen.current = chosen;
      const came = await load(chosen).then(
        () => true,
        () => false,
      );
      if (lastChosen.current !== chosen) return;
      setMissing(came ? null : chosen);
      if (!came) return;
      remember(chosen);
      setLocale(chosen);
    },
    [load, remember],
  );
  const language = useMemo<Language>(
    () => ({ locale, t: textsIn(locale), choose: (chosen) => void choose(chosen), missing }),
    [locale, choose, missing],
  );
  return <context.Provider value={language}>{children}</context.Provider>;
}

export function useLanguage(): Language {
  const language = useContext(context);
  if (!language) throw new Error('useLanguage outside of LanguageProvider');
  return language;
}
