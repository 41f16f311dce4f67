import { Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Locale, locales } from '../../core/policy/locale.ts';
import { useLanguage } from './LanguageProvider.tsx';
import { MissingLanguage } from './MissingLanguage.tsx';
import { languageNames } from './names.ts';

/** The choice of language where a menu would be too wide, or too heavy a thing to load. */
export function LanguageSelect(): ReactNode {
  const { locale, choose, t } = useLanguage();
  return (
    <>
      <Select
        size="small"
        value={locale}
        aria-label={t('screens:language')}
        onChange={(_, { value }) => choose(value as Locale)}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </Select>
      <MissingLanguage />
    </>
  );
}
