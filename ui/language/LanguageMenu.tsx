import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { LocalLanguageRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type Locale, locales } from '../../core/policy/locale.ts';
import { useLanguage } from './LanguageProvider.tsx';
import { MissingLanguage } from './MissingLanguage.tsx';
import { languageNames } from './names.ts';

export function LanguageMenu(props: { onChoose?: (locale: Locale) => void }): ReactNode {
  const { locale, choose, t } = useLanguage();
  const pick = (chosen: Locale) => {
    choose(chosen);
    props.onChoose?.(chosen);
  };
  return (
    <>
      <MissingLanguage />
      <Menu
        checkedValues={{ locale: [locale] }}
        onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && pick(checkedItems[0] as Locale)}
      >
        <MenuTrigger>
          <MenuButton
            appearance="subtle"
            icon={<LocalLanguageRegular />}
            aria-label={`${t('screens:language')}: ${languageNames[locale]}`}
          >
            {languageNames[locale]}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {locales.map((each) => (
              <MenuItemRadio key={each} name="locale" value={each} lang={each}>
                {languageNames[each]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
