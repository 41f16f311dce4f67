import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonSwapRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Role } from '../../core/policy/roles.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { userWith } from '../session/sample-users.ts';
import { nameOf } from './UserMenu.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    margin: '12vh auto 0',
    padding: tokens.spacingHorizontalXL,
  },
});

/** A screen this user may not see: who may, and in a sample company the click that makes one of them. */
export function NotAllowed({ roles }: { roles: readonly Role[] }): ReactNode {
  const { t } = useLanguage();
  const { me, welcome, actAs } = useDesk();
  const { sample, id } = me.company;
  const users = sample ? (welcome.companies.find((company) => company.id === id)?.users ?? []) : [];
  const other = userWith(users, roles);
  const names = roles.map((role) => t(`terms:role.${role}`)).join(t('screens:list-separator'));
  return (
    <main className={useStyles().page}>
      <Text size={400}>{t('desk:not-allowed', { roles: names })}</Text>
      {other && (
        <Button icon={<PersonSwapRegular />} onClick={() => void actAs(other.id)}>
          {t('desk:user.act-as-one', { name: nameOf(other, sample, t) })}
        </Button>
      )}
    </main>
  );
}
