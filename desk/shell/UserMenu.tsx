import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { BuildingRegular, PersonRegular, SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { User } from '../../core/wire/accounts.ts';
import type { Texts } from '../../locales/index.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { may, useDesk } from '../session/desk-context.ts';
import { PairingItem } from './PairingItem.tsx';

/** A sample's users are named by their role: shown in the reader's language. */
export const nameOf = ({ name, roles }: User, sample: boolean, t: Texts): string =>
  sample && roles[0] ? t(`terms:role.${roles[0]}`) : name;

/** Who one is. In a sample company one click makes one somebody else: so an order can be walked through all hands. */
export function UserMenu(): ReactNode {
  const { t } = useLanguage();
  const { me, welcome, actAs, signOut } = useDesk();
  const [, go] = useLocation();
  const { sample, id } = me.company;
  const users = sample ? (welcome.companies.find((company) => company.id === id)?.users ?? []) : [];
  const name = nameOf(me.user, sample, t);
  return (
    <Menu
      checkedValues={{ user: [me.user.id] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && void actAs(checkedItems[0])}
    >
      <MenuTrigger>
        <MenuButton appearance="subtle" icon={<PersonRegular />} data-testid="user-menu">
          {sample ? t('desk:user.acting', { name }) : name}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {users.length > 0 && (
            <MenuGroup>
              <MenuGroupHeader>{t('desk:user.act-as')}</MenuGroupHeader>
              {users.map((user) => (
                <MenuItemRadio key={user.id} name="user" value={user.id}>
                  {nameOf(user, sample, t)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          )}
          {users.length > 0 && <MenuDivider />}
          {may(me, 'settings.manage') && (
            <MenuItem icon={<BuildingRegular />} onClick={() => go('/company')}>
              {t('desk:place.company')}
            </MenuItem>
          )}
          <PairingItem />
          <MenuItem icon={<SignOutRegular />} onClick={() => void signOut()}>
            {t(sample ? 'desk:user.leave' : 'desk:user.sign-out')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
