import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { LocalLanguageRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type Locale, locales } from '../../core/policy/locale.ts';
import { useLanguage } from './LanguageProvider.tsx';

/** Each language under its own name: who can't read the present one still finds his. */
const ownNames: Record<Locale, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

export function LanguageMenu(props: { onChoose?: (locale: Locale) => void }): ReactNode {
  const { locale, choose, t } = useLanguage();
  const pick = (chosen: Locale) => {
    choose(chosen);
    props.onChoose?.(chosen);
  };
  return (
    <Menu
      checkedValues={{ locale: [locale] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && pick(checkedItems[0] as Locale)}
    >
      <MenuTrigger>
        <MenuButton appearance="subtle" icon={<LocalLanguageRegular />} aria-label={t('screens:language')}>
          {ownNames[locale]}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {locales.map((each) => (
            <MenuItemRadio key={each} name="locale" value={each} lang={each}>
              {ownNames[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
