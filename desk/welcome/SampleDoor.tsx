import { Button, Card, makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { dailyRoles } from '../../core/policy/roles.ts';
import type { User } from '../../core/wire/accounts.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { Welcome } from '../session/desk-context.ts';
import { starterOf } from '../session/sample-users.ts';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL, gap: tokens.spacingVerticalM },
  faint: { color: tokens.colorNeutralForeground2 },
  start: { alignSelf: 'flex-start' },
  roles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(112px, max-content) 1fr auto',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
  },
  /** The columns are the list's, not each row's own: the longest role sets what all stand in line with. */
  inLine: { display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1' },
  role: {
    alignItems: 'center',
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A sample company: one click and you are one of its people; the start button is the clerk, with whom each order begins. */
export function SampleDoor(props: {
  company: Welcome['companies'][number];
  onTry: (user: string) => Promise<void>;
}): ReactNode {
  const { company, onTry } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [error, setError] = useState<unknown>(null);
  const users = company.users ?? [];
  const starter = starterOf(users);
  const enter = (user: string) => onTry(user).catch(setError);
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{company.name}</Subtitle1>
      <Text className={styles.faint}>{t('desk:welcome.sample')}</Text>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      {starter && (
        <Button
          appearance="primary"
          size="large"
          className={styles.start}
          icon={<ArrowRightRegular />}
          iconPosition="after"
          onClick={() => void enter(starter.id)}
        >
          {t('desk:welcome.try', { role: t(`terms:role.${starter.roles[0]}`) })}
        </Button>
      )}
      <People users={users.filter(isDaily)} label={t('desk:welcome.roles')} onEnter={(id) => void enter(id)} />
      <details>
        <summary className={styles.more}>{t('desk:welcome.more-roles')}</summary>
        <People
          users={users.filter((user) => !isDaily(user))}
          label={t('desk:welcome.more-roles')}
          onEnter={(id) => void enter(id)}
        />
      </details>
    </Card>
  );
}

/** Whom every order meets; the others sign where there is a question of theirs. */
const isDaily = ({ roles }: User): boolean => roles.some((role) => dailyRoles.includes(role));

function People(props: { users: readonly User[]; label: string; onEnter: (user: string) => void }): ReactNode {
  const { users, label, onEnter } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <ul className={styles.roles} aria-label={label}>
      {users.flatMap(({ id, roles }) =>
        roles.slice(0, 1).map((role) => (
          <li key={id} className={styles.inLine}>
            <button type="button" className={mergeClasses(styles.inLine, styles.role)} onClick={() => onEnter(id)}>
              <Text weight="semibold">{t(`terms:role.${role}`)}</Text>
              <Text className={styles.faint}>{t(`desk:role-does.${role}`)}</Text>
              <ArrowRightRegular aria-hidden />
            </button>
          </li>
        )),
      )}
    </ul>
  );
}
