import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { may } from '../../../core/policy/permissions.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { Welcome } from './situation.ts';

const useStyles = makeStyles({
  company: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  users: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalXS },
  user: { justifyContent: 'flex-start', textAlign: 'left', minWidth: 0 },
});

/** A sample company's people who have work in a sheet; the clerk, with whom every order begins, is the coloured button. */
export function SampleUsers(props: {
  company: Welcome['companies'][number];
  onTry: (user: string) => Promise<void>;
}): ReactNode {
  const { company, onTry } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [error, setError] = useState<unknown>(null);
  const users = (company.users ?? []).filter(({ roles }) => may(roles, 'orders.check'));
  return (
    <section className={styles.company} aria-label={company.name}>
      <Text weight="semibold">{t('screens:pane.connect.sample', { company: company.name })}</Text>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      <div className={styles.users}>
        {users.map(({ id, roles }, index) => (
          <Button
            key={id}
            className={styles.user}
            appearance={index === 0 ? 'primary' : 'secondary'}
            onClick={() => void onTry(id).catch(setError)}
          >
            {roles.map((role) => t(`terms:role.${role}`)).join(' ')}
          </Button>
        ))}
      </div>
    </section>
  );
}
